using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>Who wrote an article.</summary>
internal static partial class PageByline
{
    // Each is looked for at the foot of the article.
    private const int MostNames = 20;
    private const int LongestWritten = 1_000;

    private const string Shown =
        "[rel=author], [itemprop=author] [itemprop=name], [itemprop=author], .byline__name, .author-name, .author__name, .byline a, .byline, .author a, .author, .c-byline";

    /// <summary>The names, separated by commas; null where the page names nobody.</summary>
    public static string? Find(IHtmlDocument document, JsonLd described, MetaTags metas)
    {
        var names = described.Authors.Take(MostNames).Select(Clean).OfType<string>().Distinct().ToList();
        if (names.Count > 0)
            return string.Join(", ", names);
        return Clean(
                metas.First(
                    "author",
                    "article:author",
                    "parsely-author",
                    "sailthru.author",
                    "byl",
                    "dc.creator",
                    "dcterms.creator",
                    "citation_author"
                )
            )
            ?? Clean(metas.First("article:author", "og:article:author", "twitter:creator:name"))
            ?? document
                .QuerySelectorAll(Shown)
                .Take(10)
                .Select(e => Clean(e.TextContent))
                .FirstOrDefault(name => name is not null);
    }

    // An address, a sentence or an empty box is no name.
    private static string? Clean(string? written)
    {
        if (written is null or { Length: > LongestWritten })
            return null;
        var name = Whitespace().Replace(written, " ").Trim(' ', ',', '|', '-', '–', '—', ':', '·');
        name = By().Replace(name, "").Trim();
        return
            name.Length is < 2 or > 120
            || name.Contains("://", StringComparison.Ordinal)
            || name.Contains('@')
            || name.All(char.IsDigit)
            || PageDate.Parse(name) is not null
            ? null
            : name;
    }

    [GeneratedRegex(
        @"^(?:(?:written |posted |reported |story |words )?by|von|par|por|author):?\s+",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex By();

    [GeneratedRegex(@"\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Whitespace();
}
