using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// The day of publication, in the outlet's own time zone: what the page says to programs, then what it shows, then what its
/// address holds. A stamp of universal time yields to a day beside it that the page shows or its address holds, since at the
/// outlet it may have been evening still.
/// </summary>
internal static partial class PageDate
{
    // On a page that is an attack each of them may hold all the others.
    private const int MostShown = 40;
    private const int LongestShown = 200;
    private const int LongestHeading = 600;
    private const int LongestLine = 80;
    private const int MostText = 12_000;

    private static readonly string[] Metas =
    [
        "article:published_time",
        "og:article:published_time",
        "og:published_time",
        "datePublished",
        "parsely-pub-date",
        "sailthru.date",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "article.published",
        "citation_publication_date",
        "citation_online_date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "cXenseParse:recs:publishtime",
        "date",
        "creation_date",
        "og:pubdate",
    ];

    private static readonly string[] Updates = ["dateModified", "article:modified_time", "og:updated_time", "lastmod"];

    private const string Shown =
        "[itemprop=datePublished], time[pubdate], article time[datetime], header time[datetime], time.published, time.entry-date, time[datetime],"
        + "abbr.published, .published, .entry-date, .post-date, .posted-on, .publish-date, .article-date, .article__date, .byline-date, .dateline, .date";

    // Other stories on the page have dates of their own.
    private const string Elsewhere =
        "aside, nav, footer, [class*=related i], [class*=teaser i], [class*=recommend i], [class*=sidebar i], [class*=promo i], [class*=trending i]";

    /// <summary>The day; null where the page does not say.</summary>
    public static DateOnly? Find(IHtmlDocument document, JsonLd described, MetaTags metas, Uri? url)
    {
        var order = Order(document, described, metas, url);
        var stamp = WrittenDate.First(described.Published, order) ?? FirstOf(Metas, metas, order);
        if (stamp is { IsUtc: false } known)
            return known.Day;
        var (shown, address) = (ShownDays(document, order), OfAddress(url));
        if (stamp is { } utc)
            return Beside(utc.Day, [.. shown, OfHeadingLine(document, order), address]) ?? utc.Day;
        return shown.FirstOrDefault() ?? address ?? OfHeading(document, order) ?? Updated(document, described, metas, order);
    }

    /// <summary>
    /// A date in one of the ways that programs and English pages write it; null for anything else, and for "03/04/2023", of which
    /// nobody can tell.
    /// </summary>
    public static DateOnly? Parse(string? written) => WrittenDate.First(written, DayOrder.Unknown)?.Day;

    private static WrittenDate? FirstOf(string[] names, MetaTags metas, DayOrder order) =>
        names.Select(name => WrittenDate.First(metas[name], order)).FirstOrDefault(date => date is not null);

    private static DateOnly? Beside(DateOnly day, ReadOnlySpan<DateOnly?> others)
    {
        foreach (var other in others)
        {
            if (other is { } near && Math.Abs(near.DayNumber - day.DayNumber) <= 1)
                return near;
        }

        return null;
    }

    private static List<DateOnly?> ShownDays(IHtmlDocument document, DayOrder order)
    {
        var title = document.QuerySelector("h1");
        return
        [
            .. document
                .QuerySelectorAll(Shown)
                .Take(MostShown)
                .Where(element => !IsElsewhere(element, title))
                .Select(element => OfElement(element, order))
                .Where(day => day is not null),
        ];
    }

    private static bool IsElsewhere(IElement element, IElement? title) =>
        element.Closest(Elsewhere) is not null
        || (
            element.Closest("article") is { } story
            && title is not null
            && !story.Contains(title)
            && story.QuerySelector("h2 a, h3 a, h4 a, a h2, a h3, a h4") is not null
        );

    private static DateOnly? OfElement(IElement element, DayOrder order)
    {
        var text = element.TextContent is { Length: < LongestShown } shown ? WrittenDate.Published(shown, order) : null;
        // "27 November 2017, updated 28 November 2017"
        if (IsOfAnUpdate(element))
            return element.TextContent.Contains("updated", StringComparison.OrdinalIgnoreCase) ? text?.Day : null;
        var stamp =
            WrittenDate.First(element.GetAttribute("datetime"), order)
            ?? WrittenDate.First(element.GetAttribute("content"), order)
            ?? WrittenDate.First(element.GetAttribute("title"), order);
        if (stamp is not { } said)
            return text?.Day;
        return said.IsUtc ? Beside(said.Day, [text?.Day]) ?? said.Day : said.Day;
    }

    /// <summary>True for the date of a change, unless its words give that of publication before it.</summary>
    private static bool IsOfAnUpdate(IElement element) =>
        element.GetAttribute("itemprop")?.Contains("modified", StringComparison.OrdinalIgnoreCase) == true
        || element.ClassList.Any(name => UpdatedName().IsMatch(name));

    private static DateOnly? OfAddress(Uri? url) =>
        url is not null && InAddress().Match(url.AbsolutePath) is { Success: true } match
            ? WrittenDate.First($"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}", DayOrder.Unknown)?.Day
            : null;

    // The line under the headline often holds the date and nothing that marks it as one; what stands above is of something else.
    private static DateOnly? OfHeading(IHtmlDocument document, DayOrder order)
    {
        if (document.QuerySelector("h1") is not { ParentElement.ParentElement.TextContent: { } text } title)
            return null;
        var below = text[Math.Max(0, text.IndexOf(title.TextContent, StringComparison.Ordinal))..];
        return WrittenDate.Published(below[..Math.Min(below.Length, LongestHeading)], order)?.Day;
    }

    // Of a line of its own: a date in the story's first sentence is that of what happened.
    private static DateOnly? OfHeadingLine(IHtmlDocument document, DayOrder order) =>
        document
            .QuerySelector("h1")
            ?.ParentElement?.ParentElement?.QuerySelectorAll("p, div, span, time, li")
            .Take(MostShown)
            .Where(line => line.TextContent.Length <= LongestLine)
            .Select(line => WrittenDate.Published(line.TextContent, order)?.Day)
            .FirstOrDefault(day => day is not null);

    /// <summary>Where a page says only when it was changed.</summary>
    private static DateOnly? Updated(IHtmlDocument document, JsonLd described, MetaTags metas, DayOrder order)
    {
        var title = document.QuerySelector("h1");
        return (WrittenDate.First(described.Modified, order) ?? FirstOf(Updates, metas, order))?.Day
            ?? document
                .QuerySelectorAll("time[datetime], [itemprop=dateModified]")
                .Take(MostShown)
                .Where(element => !IsElsewhere(element, title))
                .Select(element =>
                    WrittenDate.First(element.GetAttribute("datetime") ?? element.GetAttribute("content"), order)?.Day
                )
                .FirstOrDefault(day => day is not null);
    }

    /// <summary>
    /// How the page writes day and month between slashes, where its language, its address or another date of it tells.
    /// </summary>
    private static DayOrder Order(IHtmlDocument document, JsonLd described, MetaTags metas, Uri? url)
    {
        var language = document.DocumentElement.GetAttribute("lang") ?? metas["og:locale"] ?? described.Language;
        if (language is not null && Region().Match(language.Replace('_', '-')) is { Success: true } region)
        {
            return region.Groups[1].Value.Equals("us", StringComparison.OrdinalIgnoreCase)
                ? DayOrder.MonthFirst
                : DayOrder.DayFirst;
        }

        var known = OfAddress(url) ?? WrittenDate.First(described.Modified, DayOrder.Unknown)?.Day;
        if (known is not { } day)
            return DayOrder.Unknown;
        var text = document.Body?.TextContent ?? "";
        var written = Slashes().Match(text[..Math.Min(text.Length, MostText)]);
        return !written.Success ? DayOrder.Unknown
            : WrittenDate.First(written.Value, DayOrder.DayFirst)?.Day == day ? DayOrder.DayFirst
            : WrittenDate.First(written.Value, DayOrder.MonthFirst)?.Day == day ? DayOrder.MonthFirst
            : DayOrder.Unknown;
    }

    [GeneratedRegex(@"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex InAddress();

    [GeneratedRegex(@"^en-(us|gb|ie|au|nz|in|za)\b", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Region();

    [GeneratedRegex(@"(?<![\d/])\d{1,2}/\d{1,2}/(?:19|20)\d\d(?![\d/])", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"updated|modified", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex UpdatedName();
}
