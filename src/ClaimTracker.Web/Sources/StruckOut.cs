using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// What a page shows struck out, which it no longer says: by element, by style, or by a class of its own style sheet.
/// </summary>
internal static class StruckOut
{
    private const string Struck = "del, s, strike, [style*='line-through' i], .line-through, .strikethrough, .strike-through";
    private const string Line = "line-through";

    // So much of a page's style sheets is looked through.
    private const int MostRules = 20;
    private const int LongestRule = 2_000;
    private const int LongestSelector = 200;

    /// <summary>Changes the document in place; call it while the page's styles are still there.</summary>
    public static void Empty(IHtmlDocument document)
    {
        foreach (var element in In(document))
            element.TextContent = "";
    }

    /// <summary>The elements that are struck out; ask while the page's styles are still there.</summary>
    public static List<IElement> In(IHtmlDocument document)
    {
        var selectors = document
            .QuerySelectorAll("style")
            .SelectMany(style => Selectors(style.TextContent))
            .Distinct()
            .Take(MostRules)
            .ToList();
        return [.. document.QuerySelectorAll(Struck), .. selectors.SelectMany(selector => Select(document, selector))];
    }

    // Enough of CSS for ".old { text-decoration: line-through }"; what depends on the pointer is left alone.
    private static IEnumerable<string> Selectors(string css)
    {
        for (var at = Next(0); at >= 0; at = Next(at + 1))
        {
            var open = css.LastIndexOf('{', at, Math.Min(at + 1, LongestRule));
            if (open <= 0)
                continue;
            var from = Math.Max(0, open - LongestSelector);
            var selector = css[(from + css.AsSpan(from, open - from).LastIndexOfAny("{};/") + 1)..open].Trim();
            if (selector.Length > 0 && !selector.Contains(':') && !selector.Contains('@'))
                yield return selector;
        }

        int Next(int start) => css.IndexOf(Line, start, StringComparison.OrdinalIgnoreCase);
    }

    private static List<IElement> Select(IHtmlDocument document, string selector)
    {
        try
        {
            return
            [
                .. document.QuerySelectorAll(selector).Where(element => element is not (IHtmlHtmlElement or IHtmlBodyElement)),
            ];
        }
        catch (DomException)
        {
            return [];
        }
    }
}
