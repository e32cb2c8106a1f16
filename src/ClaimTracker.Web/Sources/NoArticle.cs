using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Tells a list of stories, a table and an empty shell from an article: of the first two each story or row has its own day, and
/// of the last nothing can be claimed.
/// </summary>
internal static partial class NoArticle
{
    /// <summary>What is said of a page without text.</summary>
    public const string Empty =
        "No article text was found on that page; it may be built by scripts or stand behind a wall. Paste the text instead.";

    private const int FewestStories = 4;
    private const int FewestDays = 3;
    private const int MostHeadings = 200;
    private const int FewestRows = 5;
    private const int LongestCell = 120;
    private const int LongestShell = 400;

    // A paragraph or two may introduce a list; more of them are an article with a list below.
    private const int LongestIntroduction = 600;

    // Of what is listed there is so much more than of what is told.
    private const int Outweighs = 2;

    /// <summary>Why the page is no article, and what to do about it; null where it may be one.</summary>
    /// <param name="document">The page without what is never article.</param>
    /// <param name="lines">Its lines.</param>
    public static string? Why(IHtmlDocument document, List<PageLine> lines)
    {
        var prose = lines.Where(line => line.IsProse).ToList();
        var stories = Stories(document);
        if (
            stories.Count >= FewestStories
            && (
                stories.Count(story => story.Linked) >= FewestStories
                || stories.Select(story => story.Day).Distinct().Count() >= FewestDays
            )
        )
        {
            var blocks = stories.Select(story => story.Block).ToHashSet();
            var told = prose
                .Where(line => !line.Block.GetAncestors().Append(line.Block).Any(blocks.Contains))
                .Sum(line => line.Text.Length);
            if (told <= LongestIntroduction && Outweighs * told <= stories.Sum(story => story.Block.TextContent.Length))
                return $"This page lists {stories.Count} stories and is no article. Take the page of one story, or paste its words.";
        }

        var rows = lines
            .Where(line => line.Block.LocalName is "td" or "th" && !(line.IsProse && line.Text.Length > LongestCell))
            .ToList();
        if (
            rows.Count >= FewestRows
            && prose.Except(rows).Sum(line => line.Text.Length) * Outweighs <= rows.Sum(row => row.Text.Length)
        )
        {
            return "This page is a table and no article. Take the page that reports on it, or paste the sentences that you want.";
        }

        return IsShell(lines) ? Empty : null;
    }

    /// <summary>The blocks that hold one heading each, which is a link or has a date beside it.</summary>
    private static List<(IElement Block, bool Linked, DateOnly? Day)> Stories(IHtmlDocument document)
    {
        var stories = new List<(IElement, bool, DateOnly?)>();
        foreach (var heading in document.QuerySelectorAll("h2, h3, h4").Take(MostHeadings))
        {
            if (
                heading.Closest("article, li, section, div, td") is not { } block
                || block.QuerySelectorAll("h1, h2, h3, h4").Length > 1
            )
            {
                continue;
            }

            var linked = heading.QuerySelector("a[href]") is not null || heading.Closest("a[href]") is not null;
            var day = DayOf(block);
            if (linked || day is not null)
                stories.Add((block, linked, day));
        }

        return stories;
    }

    private static DateOnly? DayOf(IElement block) =>
        PageDate.Parse(block.QuerySelector("time")?.GetAttribute("datetime"))
        ?? block
            .QuerySelectorAll("time, p, span, small, div")
            .Where(line => line.TextContent.Length <= LongestCell)
            .Select(line => PageDate.Parse(line.TextContent))
            .FirstOrDefault(day => day is not null);

    private static bool IsShell(List<PageLine> lines) =>
        lines.Count == 0
        || (lines.Sum(line => line.Text.Length) <= LongestShell && lines.Exists(line => Shell().IsMatch(line.Text)));

    [GeneratedRegex(
        @"\b(?:(?:enable|turn on|requires?|needs?|without)\s+(?:java\s?script|cookies)|javascript (?:is|has been) (?:disabled|required|off)|checking your browser|verify (?:that )?you are (?:a )?human|access denied|(?:subscribe|sign in|log in) to (?:continue|read)|page not found)\b",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Shell();
}
