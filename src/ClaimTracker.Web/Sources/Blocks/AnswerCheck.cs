namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>Which answers hold no page that could be compared.</summary>
internal static class AnswerCheck
{
    private static readonly HashSet<string> Read =
    [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "application/xml",
        "text/xml",
    ];

    /// <summary>Why an answer is no page, in words; null where it may be one.</summary>
    /// <param name="status">The status of HTTP.</param>
    /// <param name="contentType">The media type, lower case, without parameters; null where none was named.</param>
    public static string? Refuse(int status, string? contentType)
    {
        if (status is < 200 or >= 300)
            return $"the server answered with status {status}";
        return contentType is { Length: > 0 } && !Read.Contains(contentType)
            ? $"the server sent a file of another kind ({contentType})"
            : null;
    }
}
