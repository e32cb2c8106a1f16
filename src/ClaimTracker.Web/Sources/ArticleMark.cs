using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// The elements that a page itself marks as its article. Readability guesses by paragraphs, and a page of short ones,
/// or of lists, or of bare line breaks gives it too little to guess by.
/// </summary>
/// <param name="Lines">For each line of the page whether it stands inside.</param>
/// <param name="IsBody">True where the text alone is marked, false for a frame around it and what surrounds it.</param>
internal sealed partial record ArticleMark(bool[] Lines, bool IsBody)
{
    // Less than this many characters are a teaser or an empty frame.
    private const int Least = 250;

    /// <summary>The best mark of a page; null where nothing is marked.</summary>
    public static ArticleMark? Find(IHtmlDocument document, List<PageLine> lines)
    {
        if (Inside(document.All.Where(MarksBody).ToList(), lines) is { } body)
            return new ArticleMark(body, true);
        var frame =
            Inside(document.QuerySelectorAll("article").ToList(), lines)
            ?? Inside(document.QuerySelectorAll("main, [role=main]").ToList(), lines)
            ?? Inside(document.QuerySelectorAll("#content, .content, #main, #main-content").ToList(), lines);
        return frame is null ? null : new ArticleMark(frame, false);
    }

    private static bool MarksBody(IElement element) =>
        element.GetAttribute("itemprop") is { } property
            ? property.Contains("articleBody", StringComparison.OrdinalIgnoreCase)
            : element.LocalName is "div" or "section" or "article" or "td" or "span"
                && $"{element.ClassName} {element.Id}" is { Length: > 1 } names
                && BodyName().IsMatch(names);

    // The mark that holds most of what reads like an article, and its like beside it where a page cuts its article in pieces.
    private static bool[]? Inside(List<IElement> marks, List<PageLine> lines)
    {
        if (marks.Count == 0)
            return null;
        var candidates = marks.ToHashSet();
        var holder = new Dictionary<IElement, IElement?>();
        var prose = new Dictionary<IElement, int>();
        var longest = new Dictionary<IElement, int>();
        foreach (var line in lines)
        {
            if (Holder(line.Block, candidates, holder) is not { } mark)
                continue;
            if (line.IsProse)
                prose[mark] = prose.GetValueOrDefault(mark) + line.Text.Length;
            if (!line.IsLinks)
                longest[mark] = longest.GetValueOrDefault(mark) + line.Text.Length;
        }

        if (longest.Count == 0)
            return null;
        var best = longest.MaxBy(mark => prose.GetValueOrDefault(mark.Key) * 2 + mark.Value).Key;
        var pieces = longest
            .Keys.Where(mark => mark == best || (mark.ClassName == best.ClassName && mark.ParentElement == best.ParentElement))
            .ToHashSet();
        if (pieces.Sum(piece => longest[piece]) < Least)
            return null;
        return [.. lines.Select(line => Holder(line.Block, candidates, holder) is { } mark && pieces.Contains(mark))];
    }

    // The outermost candidate around a block: a mark inside a mark is a part of it.
    private static IElement? Holder(IElement block, HashSet<IElement> candidates, Dictionary<IElement, IElement?> known)
    {
        if (known.TryGetValue(block, out var found))
            return found;
        var outer = block.ParentElement is { } parent ? Holder(parent, candidates, known) : null;
        return known[block] = outer ?? (candidates.Contains(block) ? block : null);
    }

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:(?:article|story|post|entry|news|blog|single|node)[_-]{0,2}(?:body|content|contents|text|copy|entry)|(?:content|body)[_-]{0,2}(?:body|article|text|copy|main)|td-post-content|field--name-body)(?:$|[\s_-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex BodyName();
}
