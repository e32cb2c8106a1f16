using System.Text.RegularExpressions;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Tells a passage that a page states from one that it takes back: a correction repeats the words that were wrong, and finding them
/// there must not count as finding them confirmed.
/// </summary>
internal static partial class TakenBack
{
    private const int Reach = 400;

    /// <summary>True where the paragraph around the range is a correction of it.</summary>
    public static bool At(string page, int start, int end)
    {
        var from = Math.Max(start == 0 ? 0 : page.LastIndexOf('\n', start - 1) + 1, start - Reach);
        var stop = page.IndexOf('\n', end);
        var to = Math.Min(stop < 0 ? page.Length : stop, end + Reach);
        return Correction().IsMatch(page.AsSpan(from, start - from)) || Corrected().IsMatch(page.AsSpan(end, to - end));
    }

    /// <summary>The line by which a page withdraws all that it says; null where it has none.</summary>
    public static string? Withdrawal(string page) => Withdrawn().Match(page) is { Success: true } line ? line.Value.Trim() : null;

    [GeneratedRegex(
        @"\b(?:(?:an?|the|our)\s+(?:earlier|previous|original|first|initial)\s+(?:version|article|story|report|headline|edition|figure|count|toll)\b|(?:article|story|report|headline|page|piece|post)\b[^.\n]{0,40}\b(?:was|were|been|is)\s+(?:amended|corrected|updated|changed)\b|corrections?\s*(?:[:\-–—(]|$)|clarification\s*[:\-–—]|previously\s+(?:said|stated|reported|claimed|read|gave)|(?:incorrectly|wrongly|mistakenly|erroneously|falsely)\s+(?:said|stated|reported|claimed|gave|put)|we\s+(?:wrongly|incorrectly|mistakenly)\b|instead\s+of\s*[“""'‘]?\s*$|(?:and|,)\s+not\s*[“""'‘]?\s*$|rather\s+than\s*[“""'‘]?\s*$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Correction();

    [GeneratedRegex(
        @"^[^.\n]{0,80}\b(?:(?:is|was|were|are)\s+(?:wrong|incorrect|false|untrue|an?\s+error)|(?:has|have)\s+(?:since\s+)?been\s+(?:corrected|retracted|withdrawn|revised|changed)|turned\s+out\s+to\s+be\s+(?:false|wrong)|in\s+an\s+earlier\s+version)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Corrected();

    [GeneratedRegex(
        @"^[^\S\n]*(?:(?:retracted|withdrawn|retraction)(?:\s*[:\-–—.(][^\n]*)?|(?:editor['’]?s\s+note\s*:\s*)?this\s+(?:article|story|report|page|paper|study|statement|press\s+release|data\s?set)\s+(?:has\s+been|was|is)\s+(?:retracted|withdrawn)[^\n]*)$",
        RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Withdrawn();
}
