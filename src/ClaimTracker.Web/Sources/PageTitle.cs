using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>The headline, as readers see it and without the name of the site.</summary>
internal static partial class PageTitle
{
    // Longer is no headline; and each heading of the page is looked for in the title.
    private const int Longest = 1_000;
    private const int MostHeadings = 100;

    /// <summary>The headline; null where the page has none.</summary>
    public static string? Find(IHtmlDocument document, JsonLd described, MetaTags metas, string? site)
    {
        var inHead = OneLine(document.Title);
        // A heading that the page's title repeats is the headline; others may be the name of the site or of a section.
        var heading = document
            .QuerySelectorAll("h1")
            .Take(MostHeadings)
            .Select(h => OneLine(h.TextContent))
            .FirstOrDefault(text =>
                text.Length > 8 && !Alike(text, site) && inHead.Contains(text, StringComparison.OrdinalIgnoreCase)
            );
        var title =
            heading
            ?? NotEmpty(OneLine(metas.First("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")))
            ?? NotEmpty(OneLine(described.Title))
            ?? NotEmpty(inHead)
            ?? NotEmpty(OneLine(document.QuerySelector("h1, h2")?.TextContent));
        return title is null || title == heading ? title : WithoutSite(title, site);
    }

    private static string WithoutSite(string title, string? site)
    {
        var kept = title;
        foreach (Match separator in Separator().Matches(title).Reverse())
        {
            var (before, after) = (
                kept[..separator.Index].Trim(),
                kept[Math.Min(kept.Length, separator.Index + separator.Length)..].Trim()
            );
            if (Alike(after, site) || (separator.Value.Contains('|') && before.Length > 2 * after.Length))
                kept = before;
            else if (Alike(before, site))
                return after;
        }

        return kept;
    }

    private static bool Alike(string part, string? site) =>
        site is not null
        && part.Length > 0
        && (
            part.Contains(site, StringComparison.OrdinalIgnoreCase)
                ? part.Length < 2 * site.Length
                : site.Contains(part, StringComparison.OrdinalIgnoreCase) && part.Length * 2 > site.Length
        );

    private static string OneLine(string? text) =>
        text is null ? "" : Whitespace().Replace(text.Length > Longest ? text[..Longest] : text, " ").Trim();

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"\s+[|\-–—»·:]+\s+|\s*\|\s*", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Whitespace();
}
