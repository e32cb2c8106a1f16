using ClaimTracker.Extraction.Attribution;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>", which has a population of 900": what it says, it says of the words right before its comma.</summary>
internal static class RelativeClause
{
    private const WordClass Verbs =
        WordClass.Auxiliary | WordClass.PastVerb | WordClass.EndsInEd | WordClass.Event | WordClass.Trend;

    /// <summary>"which employs 900 people".</summary>
    private static bool IsPresent(SentenceView sentence, int index)
    {
        ref readonly var token = ref sentence.Tokens[index];
        return token.Shape == TokenShape.Word
            && token.End - token.Start > 3
            && sentence.Text[token.End - 1] == 's'
            && !token.Is(WordClass.Preposition | WordClass.Determiner | WordClass.Pronoun | WordClass.Adverb);
    }

    /// <summary>
    /// The words that it speaks of; an end of 0 where none opens at a token, or where more than one thing could be meant.
    /// </summary>
    public static (int First, int End) Head(SentenceView sentence, int first)
    {
        var person = sentence.WordIs(first, "who");
        if (
            first < 2
            || !(person || sentence.WordIs(first, "which"))
            || first + 1 >= sentence.Tokens.Count
            || !(sentence.Tokens[first + 1].Is(Verbs) || IsPresent(sentence, first + 1))
        )
        {
            return default;
        }

        var comma = first - 1;
        if (sentence.Tokens.MarkAt(sentence.Text, comma) != ',' || !sentence.Tokens[comma - 1].IsName)
            return default;
        var start = NounPhrase.StartOf(sentence.Text, sentence.Tokens, comma);
        for (var i = start; i < comma; i++)
        {
            // "A deal with China, which": the deal or China.
            var place = sentence.WordIs(i, "of") && i > start && sentence.Tokens[i - 1].Is(WordClass.PlaceNoun);
            if (
                !sentence.Tokens[i].IsWord
                || (sentence.Tokens[i].Is(WordClass.Preposition | WordClass.Conjunction) && !sentence.Tokens[i].IsName && !place)
            )
            {
                return default;
            }
        }

        return start < comma && (!person || comma - start > 1) ? (start, comma) : default;
    }
}
