using System.Text.RegularExpressions;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>
/// What a page hides, by element, attribute, inline style, a class that says so, or a plain rule of its own style sheet, or
/// strikes out.
/// </summary>
internal sealed partial class Unseen
{
    private const int MostRules = 50;

    private readonly List<string> _rules = [];
    private readonly HashSet<IElement> _hidden;
    private readonly HashSet<IElement> _struck;

    /// <summary>Reads the rules of the page's own style sheets.</summary>
    public Unseen(IHtmlDocument document, PageBudget budget)
    {
        _struck = [.. StruckOut.In(document)];
        foreach (
            var style in document
                .QuerySelectorAll("style")
                .Where(style => style.GetAttribute("media") is null or "" or "all" or "screen")
        )
        {
            ReadRules(style.TextContent);
        }

        _hidden = Hidden(document, budget);
    }

    /// <summary>Hidden or struck; null for what is shown.</summary>
    public PageZone? Of(IElement element)
    {
        // A page that fades in is a page.
        if (element.LocalName is "html" or "body" or "main")
            return null;
        if (_struck.Contains(element))
            return PageZone.Struck;
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true")
            return PageZone.Hidden;
        if (element.LocalName == "dialog" && !element.HasAttribute("open"))
            return PageZone.Hidden;
        var hidden =
            (element.GetAttribute("style") is { Length: > 0 } style && HiddenStyle().IsMatch(style))
            || (element.ClassName is { Length: > 0 } names && HiddenName().IsMatch(names) && !ShownName().IsMatch(names))
            || _hidden.Contains(element);
        return hidden ? PageZone.Hidden : null;
    }

    // Rules inside @media and its like hold for other screens.
    private void ReadRules(string css)
    {
        css = Comment().Replace(css, " ");
        for (int at = 0, open; (open = css.IndexOf('{', at)) >= 0 && _rules.Count < MostRules; )
        {
            var selector = css[at..open].Trim();
            var close = selector.StartsWith('@') ? EndOfBlock(css, open) : css.IndexOf('}', open);
            if (close < 0)
                return;
            if (!selector.StartsWith('@') && HiddenStyle().IsMatch(css[(open + 1)..close]))
            {
                foreach (var one in selector.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (IsPlain(one) && !_rules.Contains(one))
                        _rules.Add(one);
                }
            }

            at = close + 1;
        }
    }

    // What depends on the pointer or on scripts is left alone, and so are siblings, which cost the square of a page.
    private static bool IsPlain(string selector) =>
        selector.AsSpan().IndexOfAny(':', '~', '+') < 0 && !selector.Contains("js", StringComparison.OrdinalIgnoreCase);

    private static int EndOfBlock(string css, int open)
    {
        var depth = 0;
        for (var i = open; i < css.Length; i++)
        {
            if (css[i] == '{')
                depth++;
            else if (css[i] == '}' && --depth == 0)
                return i;
        }

        return -1;
    }

    // One walk for all rules: a page that is read once for each of them is out of the processor's memory each time. A selector of
    // a kind that the parser does not know hides nothing that we could tell.
    private HashSet<IElement> Hidden(IHtmlDocument document, PageBudget budget)
    {
        var parser = document.Context.GetService<ICssSelectorParser>()!;
        var selectors = _rules.Select(parser.ParseSelector).OfType<ISelector>().ToList();
        HashSet<IElement> hidden = [];
        if (selectors.Count == 0)
            return hidden;
        foreach (var element in document.All)
        {
            budget.CheckTime();
            if (selectors.Exists(selector => selector.Match(element, null)))
                hidden.Add(element);
        }

        return hidden;
    }

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, RegexLimit.Milliseconds)]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?\s*(?:;|!|$)|font-size\s*:\s*0(?:px|em|rem|%)?\s*(?:;|!|$)|text-indent\s*:\s*-\d{3,}|(?:left|top|right)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*[01](?:px)?|clip-path\s*:\s*inset\((?:50|100)%|transform\s*:\s*scale\(0\)|(?:max-)?height\s*:\s*0(?:px)?\s*;.*overflow\s*:\s*hidden|overflow\s*:\s*hidden\s*;.*(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|!|$)|content-visibility\s*:\s*hidden)",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(
        @"(?:^|\s)(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?|u-hidden|is-hidden|hidden|hide|d-none|display-none|invisible|a11y-hidden|assistive-text|element-invisible|offscreen)(?:$|\s)",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex HiddenName();

    // Hidden on small screens alone.
    [GeneratedRegex(
        @"(?:^|\s)(?:sm|md|lg|xl|2xl):(?:block|flex|inline|inline-block|inline-flex|grid|table|contents)",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex ShownName();
}
