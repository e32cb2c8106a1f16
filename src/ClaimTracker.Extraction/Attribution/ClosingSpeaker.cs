using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// "…, a think tank says.": what closes a sentence behind its last comma is no more than who says it and the verb, so that any
/// verb of saying will do.
/// </summary>
internal static class ClosingSpeaker
{
    private const int Longest = 9;

    private static readonly WordSet Verbs = new(
        "say says said warn warns warned believe believes believed argue argues argued claim claims claimed "
            + "insist insists insisted predict predicts predicted estimate estimates estimated report reports "
            + "reported admit admits admitted add adds added complain complains complained calculate calculates "
            + "calculated suggest suggests suggested allege alleges alleged announce announces announced reckon "
            + "reckons reckoned conclude concludes concluded"
    );

    private const WordClass Broken =
        WordClass.Auxiliary
        | WordClass.Subordinator
        | WordClass.Relative
        | WordClass.Modal
        | WordClass.FirstPerson
        | WordClass.Pronoun;

    public static Cue At(ReadOnlySpan<char> text, TokenBuffer tokens, int verb)
    {
        if (
            verb < 4
            || tokens[verb].IsName
            || !Verbs.Has(text[tokens[verb].Start..tokens[verb].End])
            || !Closes(tokens, verb + 1)
        )
        {
            return default;
        }

        var start = verb;
        while (
            start > 0
            && verb - start < Longest
            && tokens[start - 1].IsWord
            && !(tokens[start - 1].Is(Broken) && !tokens[start - 1].IsName)
        )
        {
            start--;
        }

        if (
            start == verb
            || !Apposition.IsComma(text, tokens, start - 1)
            || tokens[start].Is(WordClass.Conjunction | WordClass.Adverb | WordClass.Preposition)
            || !HoldsVerb(tokens, start - 1)
        )
        {
            return default;
        }

        return new Cue(verb, verb + 1, start, verb, 2);
    }

    // Nothing behind it but a day.
    private static bool Closes(TokenBuffer tokens, int from)
    {
        for (var i = from; i < tokens.Count; i++)
        {
            if (tokens[i].IsWord && !tokens[i].Is(WordClass.TimeWord) && !(i == from && tokens[i].Is(WordClass.Preposition)))
                return false;
        }

        return true;
    }

    private static bool HoldsVerb(TokenBuffer tokens, int end)
    {
        for (var i = 1; i < end; i++)
        {
            if (
                tokens[i]
                    .Is(
                        WordClass.Auxiliary
                            | WordClass.PastVerb
                            | WordClass.Modal
                            | WordClass.EndsInEd
                            | WordClass.Trend
                            | WordClass.Event
                    ) && !tokens[i].IsName
            )
            {
                return true;
            }
        }

        return false;
    }
}
