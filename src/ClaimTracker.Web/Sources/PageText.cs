using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources;

/// <summary>All that a reader of a page can read, not the article alone: a quoted passage may stand in a table or a caption.</summary>
public static class PageText
{
    private const string Unread = "script, style, noscript, template, head, iframe, svg, select, textarea, rt, rp, [hidden]";

    /// <summary>The text of what was fetched; refused with <c>binary</c> where it is none.</summary>
    public static Result<string> Of(FetchedSource source) => Of(source.Content, source.Charset, source.IsPage);

    /// <summary>The text of a page or of plain text.</summary>
    public static Result<string> Of(byte[] content, string? charset, bool isPage)
    {
        var decoded = TextDecoder.Decode(content, charset);
        if (decoded is not { Value: { } text } || !isPage)
            return decoded;
        var document = PageDocument.Parse(text);
        foreach (var unread in document.QuerySelectorAll(Unread))
            unread.Remove();
        return ArticleText.Of(document.Body);
    }
}
