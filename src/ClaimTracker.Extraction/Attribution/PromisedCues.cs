using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// "The minister promised that": verbs that only with "that" behind them say what somebody says.
/// </summary>
internal static class PromisedCues
{
    private static readonly WordSet WithThat = new(
        "promised promises complained complains predicted predicts pledged vowed believes believe boasted "
            + "feared fears joked lamented swore guaranteed hoped insist calculated calculates cautioned cautions "
            + "contended contends"
    );

    public static Cue At(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        if (
            verb == 0
            || tokens[verb].IsName
            || !tokens.WordIs(text, verb + 1, "that")
            || !WithThat.Has(text[tokens[verb].Start..tokens[verb].End])
        )
        {
            return default;
        }

        var end = verb;
        while (end > 0 && tokens[end - 1].Is(WordClass.Auxiliary | WordClass.Adverb))
            end--;
        var start = NounPhrase.StartOf(text, tokens, end);
        return start < end && IsSpeaker(tokens, start, end) ? new Cue(verb, verb + 2, start, end, 2) : default;
    }

    private static bool IsSpeaker(TokenBuffer tokens, int start, int end)
    {
        if (tokens[start].Is(WordClass.FirstPerson | WordClass.SecondPerson | WordClass.Question) && !tokens[start].IsAcronym)
            return false;
        for (var i = start; i < end; i++)
        {
            if (
                (tokens[i].IsName && (i > 0 || !tokens[i].Is(WordClass.Determiner)))
                || tokens[i].Is(WordClass.Agent | WordClass.Title | WordClass.Person | WordClass.Pronoun)
            )
            {
                return true;
            }
        }

        return false;
    }
}
