using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Marks that stand within a name: the stop of a title, an apostrophe, "&amp;", brackets.</summary>
internal static class NameMarks
{
    /// <summary>"Zimmer &amp; Halle" is one firm.</summary>
    public static bool IsAmpersand(ReadOnlySpan<char> text, TokenBuffer tokens, int index) =>
        index > 0
        && index + 1 < tokens.Count
        && tokens.MarkAt(text, index) == '&'
        && tokens[index - 1].IsName
        && tokens[index + 1].IsName;

    public static bool IsPossessiveMark(ReadOnlySpan<char> text, TokenBuffer tokens, int index) =>
        index > 0
        && tokens.MarkAt(text, index) is '\'' or '’'
        && tokens[index].Shape == TokenShape.Mark
        && tokens[index - 1].End == tokens[index].Start;

    /// <summary>The full stop in "Dr. Ana Lopes".</summary>
    public static bool IsTitleDot(ReadOnlySpan<char> text, TokenBuffer tokens, int index) =>
        index > 0
        && tokens.MarkAt(text, index) == '.'
        && tokens[index - 1].End == tokens[index].Start
        && tokens[index - 1].Is(WordClass.Title)
        && tokens[index - 1].IsName
        && tokens[index].Start - tokens[index - 1].Start < 5
        && index + 1 < tokens.Count
        && tokens[index + 1].IsName;

    /// <summary>Where "(IRGC)", "(Western Division)" begins that ends just before a token; -1 where none does.</summary>
    public static int BracketStart(ReadOnlySpan<char> text, TokenBuffer tokens, int end)
    {
        if (end < 3 || tokens.MarkAt(text, end - 1) != ')')
            return -1;
        for (var i = end - 2; i > Math.Max(0, end - 7) && (tokens[i].IsName || tokens.MarkAt(text, i) == '('); i--)
        {
            if (tokens.MarkAt(text, i) == '(')
                return i;
        }

        return -1;
    }
}
