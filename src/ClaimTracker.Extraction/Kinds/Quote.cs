using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Someone is quoted with a statement of fact: that it was said, and whether it holds, can both be checked.</summary>
internal sealed class Quote : IClaimKind
{
    private const int ShortestStatement = 5;
    private const WordClass NoFact =
        WordClass.Modal
        | WordClass.Future
        | WordClass.Intention
        | WordClass.Opinion
        | WordClass.Conditional
        | WordClass.Hedge
        | WordClass.Question;

    public string Id => "quote";

    public int Rank => 90;

    public MustName MustName => MustName.Nothing;

    public string Because(ReadOnlySpan<char> words) => "quotes someone with a statement of fact";

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        if (sentence.Cue.Weight == 0)
            return;
        int first = -1,
            last = -1,
            words = 0;
        bool states = false,
            concrete = false;
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            ref readonly var token = ref sentence.Tokens[i];
            if (!token.InQuote || token.Shape == TokenShape.Quote)
                continue;
            if (token.Is(NoFact))
                return;
            first = first < 0 ? i : first;
            last = i;
            words += token.IsWord ? 1 : 0;
            states |= token.Is(WordClass.PastVerb | WordClass.Event | WordClass.Trend) || token.Shape == TokenShape.Number;
            concrete |= token.Shape == TokenShape.Number || (token.IsName && i > first && !token.Is(WordClass.FirstPerson));
        }

        if (words >= ShortestStatement && states && concrete)
            into.Add(new KindReading(this, first, last + 1));
    }
}
