using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>What the page's own people write among what readers write: it is the page that speaks, beside its text.</summary>
internal static partial class StaffComments
{
    private const int LongestName = 60;

    /// <summary>The blocks of a page, those comments moved beside the text.</summary>
    public static IReadOnlyList<PageBlock> Shown(IReadOnlyList<PageBlock> blocks)
    {
        if (!blocks.Any(block => block.Zone == PageZone.Comment))
            return blocks;
        var shown = new List<PageBlock>(blocks.Count);
        var follows = false;
        foreach (var block in blocks)
        {
            var isName = block.Zone == PageZone.Comment && block.Text.Length <= LongestName && Named().IsMatch(block.Text);
            var isTheirs = block.Zone == PageZone.Comment && (isName || follows || Opening().IsMatch(block.Text));
            shown.Add(isTheirs ? block with { Zone = PageZone.Aside } : block);
            follows = isName;
        }

        return shown;
    }

    // "Jo Ray (staff)", "Editor": the line that names who writes.
    [GeneratedRegex(
        @"\b(?:staff|author|editor|moderator|reporter|writer|newsroom|team|desk)\b\W*$|^\W*(?:staff|author|editor|moderator|newsroom)\b",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        @"^\W*(?:(?:pinned|posted|added|reply|replied|answer|note|update)\s+(?:by|from)\s+(?:the\s+|our\s+)?|(?:the\s+)?)(?:author|editors?|staff|moderators?|newsroom|reporter|writer)(?:['’]s)?\s*(?:\b(?:here|reply|replies|response|note|comment|update)\b|[:,–—-])",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Opening();
}
