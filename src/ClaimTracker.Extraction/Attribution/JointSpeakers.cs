using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>Several who say one thing: "the bank, the treasury and the regulator said".</summary>
internal static class JointSpeakers
{
    private const int Most = 5;

    /// <summary>
    /// Where the list of speakers begins whose last two stand from <paramref name="start"/> to before <paramref name="end"/>;
    /// <paramref name="start"/> where they are no list.
    /// </summary>
    public static int StartOf(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        if (!HoldsAnd(text, tokens, start, end))
            return start;
        for (var others = 0; others < Most && start > 1 && tokens.MarkAt(text, start - 1) == ','; others++)
        {
            var first = NounPhrase.StartOf(text, tokens, start - 1);
            if (!IsSpeaker(tokens, first, start - 1) || (first > 0 && tokens.MarkAt(text, first - 1) != ','))
                break;
            start = first;
        }

        return start;
    }

    private static bool HoldsAnd(ReadOnlySpan<char> text, TokenBuffer tokens, int start, int end)
    {
        for (var i = start + 1; i < end - 1; i++)
        {
            if (tokens.WordIs(text, i, "and"))
                return true;
        }

        return false;
    }

    /// <summary>A name or an office, and no time: "On Monday, Smith and Brown said" names two.</summary>
    private static bool IsSpeaker(TokenBuffer tokens, int first, int end)
    {
        var named = false;
        for (var i = first; i < end; i++)
        {
            if (
                (tokens[i].Is(WordClass.TimeWord | WordClass.PastVerb | WordClass.Subordinator) && !tokens[i].IsName)
                || tokens[i].Shape >= TokenShape.Number
            )
            {
                return false;
            }

            named |= tokens[i].IsName || tokens[i].Is(WordClass.Agent | WordClass.Title);
        }

        return named;
    }
}
