using AngleSharp.Html.Dom;
using ClaimTracker.Domain;
using SmartReader;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// HTML → article: SmartReader over AngleSharp, helped before (what is never article) and after (text, metadata).
/// </summary>
public static class ArticleExtractor
{
    // Readability's scoring walks the tree several times over, and finds each sibling by counting from the first one. A page
    // beyond this is an attack or a dump, not an article.
    private const int MostElements = 60_000;
    private const long MostSiblingPairs = 1_000_000;

    // It compares every heading with the title.
    private const int LongestTitle = 500;

    // Only where the page shows half of the text that JSON-LD repeats is the latter taken, which has lost its paragraphs.
    private const int DescriptionOutweighs = 2;

    // It reads a date off the address, and gives up the page where week 43 of a year looks like a month.
    private const string NoAddress = "https://localhost/";

    /// <summary>
    /// Takes the article out of a page; refused with <c>too-large</c> or <c>too-costly</c> where reading it would hold a thread.
    /// </summary>
    /// <param name="html">The page, decoded.</param>
    /// <param name="url">Where it was found: some pages date themselves by it alone.</param>
    public static Result<ArticleContent> Extract(string html, Uri? url) => Extract(html, url, TimeProvider.System);

    internal static Result<ArticleContent> Extract(string html, Uri? url, TimeProvider time) =>
        PageBudget.Read(
            time,
            budget =>
            {
                var document = PageDocument.Parse(html, budget);
                var metadata = PageMetadata.Read(document, url);
                PageCleaner.Clean(document, budget);
                var lines = ArticleText.Lines(document.Body);
                // Asked before readability takes the page apart.
                var why = NoArticle.Why(document, lines);
                budget.CheckTime();
                var text = ArticleLines.Trim(Body(document, lines, new DescribedBody(metadata.Text), budget), metadata, budget);
                var described = metadata.Text.Length > DescriptionOutweighs * text.Length;
                return metadata with { Text = described ? metadata.Text : text, NoArticle = described ? null : why };
            }
        );

    private static string Body(IHtmlDocument document, List<PageLine> lines, DescribedBody described, PageBudget budget)
    {
        var mark = ArticleMark.Find(document, lines);
        if (!SuitsReadability(document))
        {
            return LostLines.Restore(lines, mark, described, []) is { Length: > 0 } marked
                ? marked
                : string.Join('\n', lines.Select(line => line.Text));
        }

        if (document.Title?.Length > LongestTitle)
            document.Title = document.Title[..LongestTitle];
        budget.CheckTime();
        List<PageLine> found = [];
        using var reader = new Reader(NoAddress, document) { ContinueIfNotReadable = true, DisableJSONLD = true };
        reader.AddCustomOperationEnd(article => found = ArticleText.Lines(article));
        _ = reader.GetArticle();
        budget.CheckTime();
        return LostLines.Restore(lines, mark, described, [.. found.Select(line => line.Text)]);
    }

    private static bool SuitsReadability(IHtmlDocument document)
    {
        long elements = 0,
            pairs = 0;
        foreach (var element in document.All)
        {
            elements++;
            pairs += (long)element.ChildNodes.Length * element.ChildNodes.Length;
            if (elements > MostElements || pairs > MostSiblingPairs)
                return false;
        }

        return true;
    }
}
