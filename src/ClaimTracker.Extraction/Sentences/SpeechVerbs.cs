using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Sentences;

/// <summary>Finds the speaker after a quotation: <c>"Is that so?" Prime Minister Smith asked.</c></summary>
internal static class SpeechVerbs
{
    private const int LongestName = 5;

    private static readonly WordSet Verbs = new(
        "said says asked asks added told tells replied shouted yelled wondered tweeted wrote writes exclaimed joked quipped"
    );

    /// <summary>True where capitalised words and then a verb of speech follow.</summary>
    public static bool Follow(string text, TextSpan block, int from)
    {
        var at = from;
        for (var words = 0; words < LongestName && at < block.End; words++)
        {
            var end = at;
            while (end < block.End && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var word = text.AsSpan(at, end - at).TrimEnd(".,:");
            if (words > 0 && Verbs.Has(word))
            {
                return true;
            }

            if (word.IsEmpty || !Characters.IsCapital(word[0]))
            {
                return false;
            }

            at = Math.Min(end + 1, block.End);
        }

        return false;
    }
}
