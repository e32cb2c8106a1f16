using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Drones, missiles, shells, strikes and attacks, with a figure, launched, stopped or suffered.</summary>
internal sealed class AttackCount : IClaimKind
{
    public string Id => "attack-count";

    public int Rank => 20;

    public MustName MustName => MustName.PlaceAndTime;

    public string Because(ReadOnlySpan<char> words) => "counts weapons or attacks";

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Unit is not null || FigureQuestions.IsTime(sentence, quantity))
                continue;
            var (first, end) = sentence.TokensOf(quantity.Span);
            var weapon = FigureQuestions.Near(sentence, first, end, 0, 3, WordClass.Weapon);
            if (weapon < 0 || FigureQuestions.IsNaming(sentence, quantity, first))
                continue;
            if (HasAttack(sentence, first, end))
                into.Add(new KindReading(this, first, Math.Max(end, weapon + 1)));
        }
    }

    private static bool HasAttack(SentenceView sentence, int first, int end)
    {
        for (var i = Math.Max(0, first - 25); i < Math.Min(sentence.Tokens.Count, end + 25); i++)
        {
            if (sentence.Tokens[i].Is(WordClass.Attack) && !sentence.IsAttribution(i))
                return true;
        }

        return false;
    }
}
