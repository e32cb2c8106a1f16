using System.Text.RegularExpressions;

namespace ClaimTracker.Extraction.Text;

/// <summary>
/// Marks that lead to a note and say nothing themselves: [12], [a], [edit], †, a star behind a word, a small figure behind a
/// word.
/// </summary>
internal static partial class NoteMarks
{
    /// <summary>How many characters the mark at a position has; 0 where none begins there.</summary>
    public static int At(string text, int at)
    {
        var c = text[at];
        if (c is '†' or '‡' or '※')
            return 1;
        if (c == '*')
            return Run(text, at, '*');
        if (c is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹'))
            return IsPower(text, at) ? 0 : 1;
        return c == '[' && Bracketed().Match(text, at) is { Success: true } mark && mark.Index == at ? mark.Length : 0;
    }

    // "km²" is an area.
    private static bool IsPower(string text, int at)
    {
        var start = at;
        while (start > 0 && char.IsLetterOrDigit(text[start - 1]))
            start--;
        return at - start is > 0 and <= 2;
    }

    private static int Run(string text, int at, char c)
    {
        var end = at;
        while (end < text.Length && text[end] == c)
            end++;
        return end - at;
    }

    [GeneratedRegex(
        @"\G\[(?:\d{1,3}|[a-z]{1,2}|n(?:ote|b) ?\d{1,3}|citation needed|edit|\*{1,3})\]",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Bracketed();
}
