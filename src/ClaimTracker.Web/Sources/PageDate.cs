using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>The day of publication: what the page says to programs, then what it shows, then what its address holds.</summary>
internal static partial class PageDate
{
    private const int LongestWritten = 1_000;

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
        "lastmod",
    ];

    private const string Shown =
        "[itemprop=datePublished], time[pubdate], article time[datetime], header time[datetime], time.published, time.entry-date, time[datetime],"
        + "abbr.published, .published, .entry-date, .post-date, .posted-on, .publish-date, .article-date, .article__date, .byline-date, .dateline, .date";

    /// <summary>The day; null where the page does not say.</summary>
    public static DateOnly? Find(IHtmlDocument document, JsonLd described, MetaTags metas, Uri? url) =>
        Parse(described.Published)
        ?? Metas.Select(name => Parse(metas[name])).FirstOrDefault(day => day is not null)
        ?? document.QuerySelectorAll(Shown).Take(20).Select(OfElement).FirstOrDefault(day => day is not null)
        ?? OfAddress(url)
        ?? OfHeading(document);

    /// <summary>A date in one of the ways that programs and English pages write it; null for anything else.</summary>
    public static DateOnly? Parse(string? written)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > LongestWritten)
            return null;
        if (Iso().Match(written) is { Success: true } iso)
            return Day(iso.Groups["y"].Value, iso.Groups["m"].Value, iso.Groups["d"].Value);
        if (Dotted().Match(written) is { Success: true } dotted)
            return Day(dotted.Groups["y"].Value, dotted.Groups["m"].Value, dotted.Groups["d"].Value);
        if (DayMonth().Match(written) is { Success: true } british)
            return InWords(british);
        if (MonthDay().Match(written) is { Success: true } american)
            return InWords(american);
        return null;
    }

    private static DateOnly? OfElement(IElement element) =>
        Parse(element.GetAttribute("datetime"))
        ?? Parse(element.GetAttribute("content"))
        ?? Parse(element.GetAttribute("title"))
        ?? (element.TextContent is { Length: < 200 } text ? Parse(text) : null);

    private static DateOnly? OfAddress(Uri? url) =>
        url is not null && InAddress().Match(url.AbsolutePath) is { Success: true } match
            ? Day(match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value)
            : null;

    // The line under the headline often holds the date and nothing that marks it as one.
    private static DateOnly? OfHeading(IHtmlDocument document) =>
        document.QuerySelector("h1")?.ParentElement?.ParentElement?.TextContent is { } text
            ? Parse(text[..Math.Min(text.Length, 600)])
            : null;

    private static DateOnly? InWords(Match match) =>
        Day(
            match.Groups["y"].Value,
            Month(match.Groups["m"].Value).ToString(CultureInfo.InvariantCulture),
            match.Groups["d"].Value
        );

    private static int Month(string name) =>
        Array.IndexOf(
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
            name[..3].ToLowerInvariant()
        ) + 1;

    private static DateOnly? Day(string year, string month, string day)
    {
        var (y, m, d) = (Number(year), Number(month), Number(day));
        return y is >= 1990 and <= 2100 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? new DateOnly(y, m, d)
            : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<!\d)(?<y>(?:19|20)\d\d)(?:[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|(?<m>\d\d)(?<d>\d\d))(?!\d)",
        RegexOptions.ExplicitCapture,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Iso();

    // With dots the day stands first everywhere; with slashes nobody can tell.
    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>(?:19|20)\d\d)(?!\d)",
        RegexOptions.None,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Dotted();

    [GeneratedRegex(
        @"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(?<y>(?:19|20)\d\d)(?!\d)",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        @"\b(?<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)(?!\d)",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex InAddress();
}
