using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// "The union put the toll at 40", "Judge Prieto ruled that": a verb that frames a figure or a reading has the one who gives it
/// for its subject.
/// </summary>
internal static class FigureCues
{
    private const int LongestObject = 8;

    public static Cue At(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        if (verb == 0)
            return default;
        var ruled = tokens.WordIs(text, verb, "ruled") && tokens.WordIs(text, verb + 1, "that");
        var put = tokens.WordIs(text, verb, "put") || tokens.WordIs(text, verb, "puts");
        if (!ruled && !(put && LeadsToFigure(text, tokens, verb + 1)))
            return default;
        var start = NounPhrase.StartOf(text, tokens, verb);
        return start < verb && !tokens[start].Is(WordClass.FirstPerson | WordClass.SecondPerson)
            ? new Cue(verb, ruled ? verb + 2 : verb + 1, start, verb, 2)
            : default;
    }

    private static bool LeadsToFigure(ReadOnlySpan<char> text, TokenBuffer tokens, int first)
    {
        for (var i = first; i + 1 < Math.Min(tokens.Count, first + LongestObject); i++)
        {
            if (!tokens[i].IsWord)
                return false;
            if (tokens.WordIs(text, i, "at") && i > first)
            {
                return tokens[i + 1].Shape == TokenShape.Number
                    || tokens[i + 1].Is(WordClass.NumberWord | WordClass.Adverb)
                    || !tokens[i + 1].IsName;
            }
        }

        return false;
    }
}
