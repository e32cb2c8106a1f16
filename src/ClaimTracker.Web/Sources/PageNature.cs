using AngleSharp.Html.Dom;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// What a page says of its own nature: an article of a day, by its metadata, or a page that is kept up to date.
/// </summary>
internal static class PageNature
{
    private const int DaysOfAnArticle = 7;

    private static readonly string[] Modified =
    [
        "article:modified_time",
        "og:updated_time",
        "dateModified",
        "dcterms.modified",
        "dc.date.modified",
        "last-modified",
        "lastmod",
    ];

    /// <summary>
    /// Dated where its metadata calls it an article, no live blog, that was changed within a week of its publication or never;
    /// else living.
    /// Null where nothing can be read of it.
    /// </summary>
    public static SourceNature? Of(FetchedSource source)
    {
        if (!source.IsPage)
            return SourceNature.Living;
        if (TextDecoder.Decode(source.Content, source.Charset) is not { Value: { } html })
            return null;
        var read = PageBudget.Read(TimeProvider.System, budget => (SourceNature?)Of(PageDocument.Tree(html, budget), source.Url));
        return read.Value;
    }

    private static SourceNature Of(IHtmlDocument document, Uri url)
    {
        var (described, metas) = (new JsonLd(document), new MetaTags(document));
        if (
            described.IsLiveBlog
            || !(described.IsDatedArticle || metas["og:type"]?.Equals("article", StringComparison.OrdinalIgnoreCase) == true)
        )
        {
            return SourceNature.Living;
        }

        if (PageDate.Find(document, described, metas, url) is not { } published)
            return SourceNature.Living;
        var changed =
            PageDate.Parse(described.Modified)
            ?? Modified.Select(name => PageDate.Parse(metas[name])).FirstOrDefault(day => day is not null);
        return changed is null || changed.Value.DayNumber - published.DayNumber <= DaysOfAnArticle
            ? SourceNature.Dated
            : SourceNature.Living;
    }
}
