using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>The name behind a dash that signs a quotation: "“…” — Lena Ortiz, commissioner".</summary>
internal static class SignatureLine
{
    private const int LongestOffice = 16;

    /// <summary>The signature that ends a sentence, or that is all of it; a weight of 0 where there is none.</summary>
    public static Cue Find(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        for (var i = Math.Max(0, tokens.Count - LongestOffice); i + 1 < tokens.Count; i++)
        {
            if (tokens.MarkAt(text, i) is not ('—' or '–' or '-' or '―') || !(i == 0 || tokens[i - 1].Shape == TokenShape.Quote))
                continue;
            var end = NameEnd(text, tokens, i + 1);
            if (end > i + 1)
                return new Cue(i, i + 1, i + 1, end, 5) { IsLabel = true };
        }

        return default;
    }

    /// <summary>
    /// Behind a name of capital words, to whose comma or end the line must lead; no verb stands in what follows.
    /// </summary>
    private static int NameEnd(ReadOnlySpan<char> text, TokenBuffer tokens, int first)
    {
        var end = first;
        while (
            end < tokens.Count
            && (tokens[end].IsName || (end > first && tokens.MarkAt(text, end) == '.' && end + 1 < tokens.Count))
        )
        {
            end++;
        }

        if (end == first || (end < tokens.Count && tokens.MarkAt(text, end) is not (',' or '(' or '.')))
            return first;
        for (var i = end; i < tokens.Count; i++)
        {
            if (tokens[i].InQuote || (tokens[i].Is(WordClass.Auxiliary | WordClass.PastVerb) && !tokens[i].IsName))
                return first;
        }

        return end;
    }
}
