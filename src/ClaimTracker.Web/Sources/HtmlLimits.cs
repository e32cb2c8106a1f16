using System.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Keeps a page within what a parser and a tree walk can stand: nesting, open formatting, attributes of a tag and tags
/// in all. A hundred thousand open tags make a parser quadratic and every recursion overflow. What people write stays
/// far below each limit and comes back untouched.
/// </summary>
internal static class HtmlLimits
{
    private const int Deepest = 400;
    private const int DeepestFormatting = 6;
    private const int MostAttributes = 200;
    private const int MostTags = 300_000;

    // These have no content, or are closed by the next of their kind, so that they do not nest when left open.
    private static readonly HashSet<string> NeverNest = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rp", "rt",
        "html", "head", "body",
    };

    // A parser opens these again in each later paragraph for as long as they are not closed.
    private static readonly HashSet<string> Formatting = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
    };

    /// <summary>The page itself, or the page without the tags that go beyond a limit.</summary>
    public static string Apply(string html)
    {
        StringBuilder? kept = null;
        int depth = 0, formatting = 0, tags = 0, copied = 0;
        for (var at = html.IndexOf('<'); at >= 0; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            var tag = HtmlTag.At(html, at);
            at = tag.End;
            if (tag.Name.IsEmpty) continue;
            var step = tag.Closing ? -1 : 1;
            var nests = !Contains(NeverNest, tag.Name);
            var formats = nests && Contains(Formatting, tag.Name);
            if (nests) depth = Math.Max(0, depth + step);
            if (formats) formatting = Math.Max(0, formatting + step);
            var within = ++tags <= MostTags && tag.Attributes <= MostAttributes
                && (!nests || depth < Deepest) && (!formats || formatting < DeepestFormatting);
            if (within) continue;
            kept ??= new StringBuilder(html.Length);
            kept.Append(html, copied, tag.Start - copied).Append(' ');
            copied = tag.End;
        }

        return kept is null ? html : kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static bool Contains(HashSet<string> names, ReadOnlySpan<char> name) =>
        names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);
}
