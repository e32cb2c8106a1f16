using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>Where in a sentence a time stands alone, so that a date with its preposition can take its place.</summary>
internal static class TimePlace
{
    private const WordClass NoNoun =
        WordClass.Preposition
        | WordClass.Determiner
        | WordClass.Conjunction
        | WordClass.Auxiliary
        | WordClass.Relative
        | WordClass.Subordinator
        | WordClass.Adverb
        | WordClass.PastVerb
        | WordClass.EndsInEd
        | WordClass.Say
        | WordClass.WeakSay
        | WordClass.Event
        | WordClass.Trend
        | WordClass.Attack
        | WordClass.Casualty
        | WordClass.Pronoun
        | WordClass.TimeWord
        | WordClass.Modal
        | WordClass.Future
        | WordClass.Negation;

    private static readonly string[] NamedDays =
    [
        "super",
        "black",
        "good",
        "ash",
        "palm",
        "easter",
        "shrove",
        "bloody",
        "cyber",
        "holy",
        "maundy",
    ];

    /// <summary>
    /// False for a part of a word or a name, for what describes a thing, and inside a quotation, whose "today" is the
    /// speaker's.
    /// </summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="index">The time's first token.</param>
    /// <param name="after">The token behind it.</param>
    /// <param name="end">Where the time ends in the text.</param>
    public static bool CanBeRewritten(SentenceView sentence, int index, int after, int end)
    {
        ref readonly var token = ref sentence.Tokens[index];
        if (token.InQuote || token.IsPossessive || (after > 0 && sentence.Tokens[after - 1].IsPossessive))
            return false;
        // "Halloween-themed", "this year's".
        if (
            (after < sentence.Tokens.Count && sentence.Tokens[after].Start < end)
            || (after > 0 && sentence.Tokens[after - 1].End != end)
        )
        {
            return false;
        }
        // "up 4% on a year earlier": the time is what is compared with.
        if (
            index > 0
            && sentence.Tokens[index - 1].Is(WordClass.Preposition)
            && (sentence.WordIs(after - 1, "earlier") || sentence.WordIs(after - 1, "before"))
        )
        {
            return false;
        }

        return index == 0
            || !(DescribesThing(sentence, index, after) || Array.Exists(NamedDays, word => sentence.WordIs(index - 1, word)));
    }

    /// <summary>"A week before the May 21 release": the day describes what follows it.</summary>
    private static bool HoldsThing(SentenceView sentence, int index, int after)
    {
        for (var i = index + 1; i < after; i++)
        {
            if (sentence.WordIs(i, "the"))
            {
                return after < sentence.Tokens.Count
                    && sentence.Tokens[after].Shape == TokenShape.Word
                    && !sentence.Tokens[after].Is(NoNoun);
            }
        }

        return false;
    }

    /// <summary>
    /// "Ukraine's December request", "the Tuesday raid", "a contested June ruling": the time cannot take a preposition.
    /// </summary>
    private static bool DescribesThing(SentenceView sentence, int index, int after)
    {
        ref readonly var before = ref sentence.Tokens[index - 1];
        if (before.IsPossessive || before.Is(WordClass.Determiner) || HoldsThing(sentence, index, after))
            return true;
        return after == index + 1
            && before.IsWord
            && !before.Is(WordClass.Preposition | WordClass.Say | WordClass.WeakSay)
            && after < sentence.Tokens.Count
            && sentence.Tokens[after].Shape == TokenShape.Word
            && !sentence.Tokens[after].Is(NoNoun);
    }
}
