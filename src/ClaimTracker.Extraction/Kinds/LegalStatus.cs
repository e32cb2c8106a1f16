using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Warrants, charges, sanctions, convictions, laws and treaties in force.</summary>
internal sealed class LegalStatus : IClaimKind
{
    public string Id => "legal-status";

    public int Rank => 30;

    public MustName MustName => MustName.Nothing;

    public string Because(ReadOnlySpan<char> words) => $"a legal status or act: {words}";

    // What states sign, join and leave.
    private static readonly WordSet Treaties = new("treaty convention pact protocol accord statute covenant");

    // Words that may stand between the act and the treaty: "has never signed the 1998 Lowen".
    private const int LongestAct = 8;

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (!sentence.Tokens[i].Is(WordClass.Legal) || sentence.IsAttribution(i) || !IsStatus(sentence, i))
                continue;
            into.Add(new KindReading(this, i, i + 1));
            return;
        }

        for (var i = 1; i < sentence.Tokens.Count; i++)
        {
            if (!IsActOnTreaty(sentence, i) || sentence.IsAttribution(i))
                continue;
            into.Add(new KindReading(this, i, i + 1));
            return;
        }
    }

    /// <summary>"Norland is not party to the treaty", "has never signed the convention": a state and what binds it.</summary>
    private static bool IsActOnTreaty(SentenceView sentence, int word)
    {
        var bound =
            ((sentence.WordIs(word, "party") || sentence.WordIs(word, "signatory")) && sentence.WordIs(word + 1, "to"))
            || ((sentence.WordIs(word, "signed") || sentence.WordIs(word, "ratified")) && IsDone(sentence, word));
        if (!bound)
            return false;
        for (var i = word + 1; i < Math.Min(sentence.Tokens.Count, word + LongestAct); i++)
        {
            if (Treaties.Has(sentence.Text.AsSpan(sentence.Tokens[i].Start, sentence.Tokens[i].End - sentence.Tokens[i].Start)))
                return true;
        }

        return false;
    }

    /// <summary>"has signed", "has not yet signed"; "is to be signed" and "will have signed" bind nobody yet.</summary>
    private static bool IsDone(SentenceView sentence, int verb)
    {
        var helper = verb - 1;
        while (helper > 0 && verb - helper < 4 && sentence.Tokens[helper].Is(WordClass.Adverb | WordClass.Negation))
        {
            helper--;
        }

        return (sentence.WordIs(helper, "has") || sentence.WordIs(helper, "have"))
            && !(helper > 0 && sentence.Tokens[helper - 1].Is(WordClass.Modal | WordClass.Future));
    }

    /// <summary>A legal word alone may be talk; with a court, a law, a charge or a second legal word it is a status.</summary>
    private static bool IsStatus(SentenceView sentence, int word)
    {
        ref readonly var token = ref sentence.Tokens[word];
        if (IsVerbOfMerit(sentence, word) || IsRule(sentence, word))
            return false;
        if (IsPlainVerb(sentence, word))
            return true;
        var from = Math.Max(0, word - 15);
        var to = Math.Min(sentence.Tokens.Count, word + 16);
        return sentence.Any(from, word, WordClass.LegalContext | WordClass.Legal)
            || sentence.Any(word + 1, to, WordClass.LegalContext | WordClass.Legal)
            || (token.Is(WordClass.EndsInEd) && sentence.Any(from, word, WordClass.Auxiliary));
    }

    /// <summary>"the figures do not warrant a cut": no paper of a court.</summary>
    private static bool IsVerbOfMerit(SentenceView sentence, int word) =>
        sentence.WordIs(word, "warrant")
        && word > 0
        && (sentence.Tokens[word - 1].Is(WordClass.Auxiliary | WordClass.Negation) || sentence.WordIs(word - 1, "to"));

    /// <summary>
    /// "can be jailed for ten years", "anyone convicted of it faces …": what the law holds for all, and nobody's status.
    /// </summary>
    private static bool IsRule(SentenceView sentence, int word)
    {
        var modal = word - 1;
        while (modal > 0 && word - modal < 4 && (sentence.WordIs(modal, "be") || sentence.Tokens[modal].Is(WordClass.Adverb)))
            modal--;
        if (
            sentence.Tokens[word].Is(WordClass.EndsInEd)
            && modal >= 0
            && modal < word - 1
            && sentence.Tokens[modal].Is(WordClass.Modal)
        )
        {
            return true;
        }

        var end = sentence.ClauseEnd(word);
        for (var i = word + 1; i < end; i++)
        {
            if (
                sentence.Tokens[i].Is(WordClass.Modal)
                && sentence.WordIs(i + 1, "be")
                && i + 2 < end
                && sentence.Tokens[i + 2].Is(WordClass.Legal)
            )
            {
                return true;
            }
        }

        for (var i = sentence.ClauseStart(word); i < word; i++)
        {
            if (
                sentence.WordIs(i, "anyone")
                || sentence.WordIs(i, "anybody")
                || sentence.WordIs(i, "whoever")
                || sentence.WordIs(i, "offenders")
                || (sentence.WordIs(i, "those") && sentence.WordIs(i + 1, "who"))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"was arrested", "is currently illegal", "imposed new sanctions": an act with legal effect.</summary>
    private static bool IsPlainVerb(SentenceView sentence, int word)
    {
        var before = word - 1;
        while (before > 0 && word - before < 3 && !sentence.Tokens[before].Is(WordClass.Auxiliary) && !Imposes(sentence, before))
            before--;
        return before >= 0
            && (
                Imposes(sentence, before)
                || (
                    sentence.Tokens[before].Is(WordClass.Auxiliary)
                    && !sentence.Tokens[before].Is(WordClass.Modal | WordClass.Future)
                )
            );
    }

    private static bool Imposes(SentenceView sentence, int index) =>
        sentence.WordIs(index, "imposed")
        || sentence.WordIs(index, "lifted")
        || sentence.WordIs(index, "levied")
        || sentence.WordIs(index, "issued")
        || sentence.WordIs(index, "under")
        || sentence.WordIs(index, "extended");
}
