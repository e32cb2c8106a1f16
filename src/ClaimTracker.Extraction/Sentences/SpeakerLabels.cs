using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>
/// Labels in capitals that stand in the middle of a line: "… 19 percent GABBARD: I will not". A new speaker begins a sentence.
/// </summary>
internal static class SpeakerLabels
{
    private const int Longest = 40;

    /// <summary>In letters. Shorter ones are as often an agency that a sentence speaks of.</summary>
    private const int Shortest = 4;

    /// <summary>
    /// Where the label begins that the colon at <paramref name="colon"/> closes; 0 where there is none, and in a line that does
    /// not open with a label itself.
    /// </summary>
    public static int Start(string text, TextSpan block, int colon)
    {
        if (colon + 1 >= block.End || !char.IsWhiteSpace(text[colon + 1]))
            return 0;
        var start = FirstCapital(text, block.Start, colon);
        return colon - start >= Shortest && start > block.Start + 1 && text[start - 1] == ' ' && OpensWithLabel(text, block)
            ? start
            : 0;
    }

    private static int FirstCapital(string text, int least, int colon)
    {
        var start = colon;
        for (var i = colon - 1; i >= Math.Max(least, colon - Longest); i--)
        {
            if (char.IsUpper(text[i]))
                start = i;
            else if (text[i] is not (' ' or '.' or ',' or '\'' or '-') && !char.IsAsciiDigit(text[i]))
                break;
        }

        // The last letter of a word that goes on to the left, as in "McCOY", is no beginning.
        return start > least && char.IsLetterOrDigit(text[start - 1]) ? colon : start;
    }

    private static bool OpensWithLabel(string text, TextSpan block)
    {
        var i = block.Start;
        while (i < block.End && i - block.Start < Longest && (char.IsUpper(text[i]) || text[i] is ' ' or '.' or ',' or '\''))
            i++;
        return i < block.End && text[i] == ':' && i - block.Start >= Shortest;
    }
}
