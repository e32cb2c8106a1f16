namespace ClaimTracker.Web.Sources;

/// <summary>
/// Whether something is a web page or plain text, said once for what was fetched, kept, uploaded and typed: by its media type
/// where it has one, else by its file's name, else as it begins.
/// </summary>
internal static class WebPage
{
    /// <summary>The media type of a page that nobody answered with another.</summary>
    public const string Html = "text/html";

    /// <summary>The media type of plain text, the one answer that is read as no page.</summary>
    public const string PlainText = "text/plain";

    /// <summary>True for the media type of a page: XHTML and XML are read as pages too, and what none is named for.</summary>
    public static bool IsType(string? contentType) => contentType != PlainText;

    /// <summary>True for the name of a page's file.</summary>
    public static bool IsNamed(string file) => Path.GetExtension(file).ToLowerInvariant() is ".html" or ".htm" or ".xhtml";

    /// <summary>True for text that begins as a page does, XHTML too.</summary>
    public static bool BeginsIn(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (start.StartsWith("<?xml") && text.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }
}
