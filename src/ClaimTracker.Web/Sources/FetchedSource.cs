namespace ClaimTracker.Web.Sources;

/// <summary>What a server answered.</summary>
/// <param name="Url">Where the answer came from, after redirects.</param>
/// <param name="Content">The body, unpacked.</param>
/// <param name="ContentType">Media type, e.g. <c>text/html</c>.</param>
/// <param name="Charset">The encoding that the server names; null where it names none.</param>
public sealed record FetchedSource(Uri Url, byte[] Content, string ContentType, string? Charset)
{
    /// <summary>True for a web page, false for plain text.</summary>
    public bool IsPage => ContentType != "text/plain";
}
