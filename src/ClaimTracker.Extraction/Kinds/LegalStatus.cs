using ClaimTracker.Extraction.Tokens;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Warrants, charges, sanctions, convictions, laws and treaties in force.</summary>
internal sealed class LegalStatus : IClaimKind
{
    public string Id => "legal-status";

    public void Find(SentenceView sentence, List<Finding> into)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (!sentence.Tokens[i].Is(WordClass.Legal) || sentence.IsAttribution(i) || !IsStatus(sentence, i))
                continue;
            into.Add(new Finding(this, i, i + 1));
            return;
        }
    }

    /// <summary>A legal word alone may be talk; with a court, a law, a charge or a second legal word it is a status.</summary>
    private static bool IsStatus(SentenceView sentence, int word)
    {
        ref readonly var token = ref sentence.Tokens[word];
        if (IsPlainVerb(sentence, word))
            return true;
        var from = Math.Max(0, word - 15);
        var to = Math.Min(sentence.Tokens.Count, word + 16);
        return sentence.Any(from, word, WordClass.LegalContext | WordClass.Legal)
            || sentence.Any(word + 1, to, WordClass.LegalContext | WordClass.Legal)
            || (token.Is(WordClass.EndsInEd) && sentence.Any(from, word, WordClass.Auxiliary));
    }

    /// <summary>"was arrested", "imposed sanctions", "has been banned": an act with legal effect.</summary>
    private static bool IsPlainVerb(SentenceView sentence, int word) =>
        word > 0 && (sentence.Tokens[word - 1].Is(WordClass.Auxiliary)
            || sentence.WordIs(word - 1, "imposed") || sentence.WordIs(word - 1, "lifted") || sentence.WordIs(word - 1, "under"));
}
