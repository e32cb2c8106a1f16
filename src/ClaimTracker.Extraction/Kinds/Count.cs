using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>How many of something there are, were handed over, built, seen …</summary>
internal sealed class Count : IClaimKind
{
    public string Id => "count";

    public int Rank => 70;

    public MustName MustName => MustName.PlaceAndTimeIfPast;

    public string Because(ReadOnlySpan<char> words) => "counts something";

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Unit is not null || FigureQuestions.IsTime(sentence, quantity))
                continue;
            var (first, end) = sentence.TokensOf(quantity.Span);
            // "estimated around 200 people" begins with the cue.
            if (sentence.IsAttribution(end - 1) || FigureQuestions.IsNaming(sentence, quantity, first))
                continue;
            if (quantity.Counted is null && quantity.Value is null or < 20)
                continue;
            // "Flight 370", "H.R. 932": a number that is part of a name.
            if (
                quantity.Counted is null
                && first > 0
                && sentence.Tokens[first - 1].IsName
                && !sentence.Tokens[first - 1].Is(WordClass.Say)
            )
            {
                continue;
            }

            if (quantity.Value is 1 && sentence.Tokens[first].Shape != TokenShape.Number)
                continue;
            into.Add(new KindReading(this, first, end));
        }
    }
}
