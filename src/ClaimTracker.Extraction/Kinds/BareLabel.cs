using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Tells a sentence from a label, a caption or an exclamation: "More than 300 people."</summary>
internal static class BareLabel
{
    /// <summary>In words: what runs on for longer has a verb, known to us or not.</summary>
    private const int LongestLabel = 8;

    private const WordClass Verbs =
        WordClass.Auxiliary
        | WordClass.PastVerb
        | WordClass.EndsInEd
        | WordClass.Modal
        | WordClass.Future
        | WordClass.Say
        | WordClass.WeakSay
        | WordClass.Trend
        | WordClass.Event
        | WordClass.Attack
        | WordClass.Casualty
        | WordClass.Legal
        | WordClass.Superlative;

    /// <summary>True where few words hold nothing that could be a verb or stand for one, as "12 dead" does.</summary>
    public static bool Is(SentenceView sentence)
    {
        var words = 0;
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (!token.IsWord)
                continue;
            if (++words > LongestLabel || token.Is(Verbs) || MayBeVerb(sentence, i))
                return false;
        }

        return words > 0;
    }

    /// <summary>"It costs", "up 12%": a word in -s that no figure counts, and a word that moves.</summary>
    private static bool MayBeVerb(SentenceView sentence, int index)
    {
        ref readonly var token = ref sentence.Tokens[index];
        if (sentence.WordIs(index, "up") || sentence.WordIs(index, "down"))
            return true;
        if (token.Shape != TokenShape.Word || sentence.Text[token.End - 1] != 's')
            return token.Shape == TokenShape.Word && index > 0 && sentence.Tokens[index - 1].Is(WordClass.Pronoun);
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Span.Start <= token.Start && token.End <= quantity.Span.End)
                return false;
        }

        return true;
    }
}
