using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using SmartReader;

namespace ClaimTracker.Web.Sources;

/// <summary>HTML → article: SmartReader over AngleSharp, helped before (what is never article) and after (text, metadata).</summary>
public static class ArticleExtractor
{
    // Readability's scoring walks the tree several times over; a page beyond this is an attack or a dump, not an article.
    private const int MostElements = 60_000;

    // Only where Readability missed most of what the page itself marks as its article is the mark believed instead.
    private const int HintOutweighs = 3;

    // The same goes for the text that JSON-LD repeats, which has lost its paragraphs.
    private const int DescriptionOutweighs = 2;

    /// <summary>Takes the article out of a page. Never throws on what the page holds.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">Where it was found: some pages date themselves by it alone.</param>
    public static ArticleContent Extract(string html, Uri? url)
    {
        var document = new HtmlParser().ParseDocument(HtmlLimits.Apply(html));
        var metadata = PageMetadata.Read(document, url);
        PageCleaner.Clean(document);
        var text = ArticleLines.Trim(Body(document, url), metadata);
        return metadata with { Text = metadata.Text.Length > DescriptionOutweighs * text.Length ? metadata.Text : text };
    }

    private static string Body(IHtmlDocument document, Uri? url)
    {
        if (document.All.Length > MostElements) return ArticleText.Of(document.Body);
        var hint = ArticleHint.Text(document);
        string? text = null;
        using var reader = new Reader((url ?? new Uri("https://localhost/")).AbsoluteUri, document) { ContinueIfNotReadable = true };
        reader.AddCustomOperationEnd(article => text = ArticleText.Of(article));
        _ = reader.GetArticle();
        return hint.Length > HintOutweighs * (text?.Length ?? 0) ? hint : text ?? "";
    }
}
