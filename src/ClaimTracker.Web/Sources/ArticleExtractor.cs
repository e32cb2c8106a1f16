using AngleSharp.Html.Dom;
using SmartReader;

namespace ClaimTracker.Web.Sources;

/// <summary>HTML → article: SmartReader over AngleSharp, helped before (what is never article) and after (text, metadata).</summary>
public static class ArticleExtractor
{
    // Readability's scoring walks the tree several times over; a page beyond this is an attack or a dump, not an article.
    private const int MostElements = 60_000;

    // Only where the page shows half of the text that JSON-LD repeats is the latter taken, which has lost its paragraphs.
    private const int DescriptionOutweighs = 2;

    // It reads a date off the address, and gives up the page where week 43 of a year looks like a month.
    private const string NoAddress = "https://localhost/";

    /// <summary>Takes the article out of a page. Never throws on what the page holds.</summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">Where it was found: some pages date themselves by it alone.</param>
    public static ArticleContent Extract(string html, Uri? url)
    {
        var document = PageDocument.Parse(html);
        var metadata = PageMetadata.Read(document, url);
        PageCleaner.Clean(document);
        var text = ArticleLines.Trim(Body(document, new DescribedBody(metadata.Text)), metadata);
        return metadata with { Text = metadata.Text.Length > DescriptionOutweighs * text.Length ? metadata.Text : text };
    }

    private static string Body(IHtmlDocument document, DescribedBody described)
    {
        var lines = ArticleText.Lines(document.Body);
        if (document.All.Length > MostElements) return string.Join('\n', lines.Select(line => line.Text));
        var mark = ArticleMark.Find(document, lines);
        List<PageLine> found = [];
        using var reader = new Reader(NoAddress, document) { ContinueIfNotReadable = true, DisableJSONLD = true };
        reader.AddCustomOperationEnd(article => found = ArticleText.Lines(article));
        _ = reader.GetArticle();
        return LostLines.Restore(lines, mark, described, [.. found.Select(line => line.Text)]);
    }
}
