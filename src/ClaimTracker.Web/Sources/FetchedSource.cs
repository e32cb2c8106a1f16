using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources;

/// <summary>What a server answered.</summary>
/// <param name="Url">Where the answer came from, after redirects.</param>
/// <param name="Content">The body, unpacked.</param>
/// <param name="ContentType">Media type, e.g. <c>text/html</c>.</param>
/// <param name="Charset">The encoding that the server names; null where it names none.</param>
public sealed record FetchedSource(Uri Url, byte[] Content, string ContentType, string? Charset)
{
    /// <summary>The answer's ETag; null where it had none, or one that is too long to be kept.</summary>
    public string? ETag { get; init; }

    /// <summary>The answer's Last-Modified, as RFC 9110 writes it; null where it had none.</summary>
    public string? LastModified { get; init; }

    /// <summary>What came, to be kept as it was answered.</summary>
    /// <param name="url">The address that was asked for.</param>
    /// <param name="now">When it came.</param>
    public Snapshot ToSnapshot(string? url, DateTime now) =>
        new(Content, ContentType, url, now)
        {
            Charset = Charset,
            FinalAddress = Url.AbsoluteUri,
            ETag = ETag,
            LastModified = LastModified,
        };

    /// <summary>What was kept, as it was answered then.</summary>
    public static FetchedSource Of(Snapshot kept) =>
        new(new Uri(kept.FinalAddress!), kept.Content, kept.ContentType, kept.Charset)
        {
            ETag = kept.ETag,
            LastModified = kept.LastModified,
        };

    /// <summary>True for a web page, false for plain text.</summary>
    public bool IsPage => WebPage.IsType(ContentType);
}
