using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>The headline, as readers see it and without the name of the site.</summary>
internal static partial class PageTitle
{
    /// <summary>The headline; null where the page has none.</summary>
    public static string? Find(IHtmlDocument document, JsonLd described, MetaTags metas, string? site)
    {
        var inHead = OneLine(document.Title);
        // A heading that the page's title repeats is the headline; others may be the name of the site or of a section.
        var heading = document.QuerySelectorAll("h1").Select(h => OneLine(h.TextContent))
            .FirstOrDefault(text => text.Length > 8 && !Alike(text, site) && inHead.Contains(text, StringComparison.OrdinalIgnoreCase));
        var title = heading
            ?? NotEmpty(OneLine(metas.First("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title")))
            ?? NotEmpty(OneLine(described.Title))
            ?? NotEmpty(inHead)
            ?? NotEmpty(OneLine(document.QuerySelector("h1, h2")?.TextContent));
        return title is null || title == heading ? title : WithoutSite(title, site);
    }

    private static string WithoutSite(string title, string? site)
    {
        foreach (Match separator in Separator().Matches(title).Reverse())
        {
            var (before, after) = (title[..separator.Index].Trim(), title[(separator.Index + separator.Length)..].Trim());
            if (Alike(after, site) || (separator.Value.Contains('|') && before.Length > 2 * after.Length)) return WithoutSite(before, site);
            if (Alike(before, site)) return after;
        }

        return title;
    }

    private static bool Alike(string part, string? site) =>
        site is not null && part.Length > 0
        && (part.Contains(site, StringComparison.OrdinalIgnoreCase) ? part.Length < 2 * site.Length : site.Contains(part, StringComparison.OrdinalIgnoreCase) && part.Length * 2 > site.Length);

    private static string OneLine(string? text) => text is null ? "" : Whitespace().Replace(text, " ").Trim();

    private static string? NotEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"\s+[|\-–—»·:]+\s+|\s*\|\s*")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
