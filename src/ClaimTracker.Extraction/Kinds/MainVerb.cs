using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Finds the first verb in the past outside quotation and attribution: what a sentence says that happened.</summary>
internal static class MainVerb
{
    private const WordClass Past = WordClass.PastVerb | WordClass.EndsInEd | WordClass.Event | WordClass.Attack;
    private const WordClass Soft = WordClass.Talk | WordClass.Say | WordClass.WeakSay | WordClass.Intention | WordClass.Opinion;

    /// <summary>The verb's token; -1 where there is none or where it is one of talking, wishing or judging.</summary>
    public static int Find(SentenceView sentence)
    {
        for (var i = 1; i < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (token.Shape != TokenShape.Word || token.InQuote || sentence.IsAttribution(i) || !token.Is(Past | Soft))
                continue;
            if (IsPlainAuxiliary(sentence, i) || IsAttributive(sentence, i))
                continue;
            return token.Is(Soft) && !token.Is(WordClass.Event) ? -1 : i;
        }

        return -1;
    }

    private static bool IsPlainAuxiliary(SentenceView sentence, int index) => sentence.Tokens[index].Is(WordClass.Auxiliary);

    /// <summary>"the united front", "a group backed by", "the attack": no finite verb.</summary>
    private static bool IsAttributive(SentenceView sentence, int index)
    {
        ref readonly var before = ref sentence.Tokens[index - 1];
        if (
            before.Is(WordClass.Determiner | WordClass.Preposition | WordClass.NumberWord)
            || before.IsPossessive
            || before.Shape == TokenShape.Number
        )
        {
            return true;
        }

        if (before.Shape >= TokenShape.Quote && !sentence.Tokens[index].Is(WordClass.PastVerb | WordClass.Event))
            return true;
        return sentence.WordIs(index + 1, "by") && !before.Is(WordClass.Auxiliary | WordClass.Adverb);
    }
}
