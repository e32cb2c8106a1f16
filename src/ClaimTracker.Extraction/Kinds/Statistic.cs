using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>A share, a rate, an amount of money or another measured figure.</summary>
internal sealed class Statistic : IClaimKind
{
    public string Id => "statistic";

    public int Rank => 50;

    public MustName MustName => MustName.Nothing;

    public string Because(ReadOnlySpan<char> words) => "states a measured figure";

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        foreach (var quantity in sentence.Quantities)
        {
            if (FigureQuestions.IsTime(sentence, quantity))
                continue;
            var (first, end) = sentence.TokensOf(quantity.Span);
            if (IsWay(sentence, end))
                continue;
            // An age tells who somebody is; an average age is a figure.
            if (
                quantity.Unit is not (null or "year")
                || IsShare(quantity)
                || FigureQuestions.Near(sentence, first, end, 6, 2, WordClass.Rate) >= 0
            )
            {
                into.Add(new KindReading(this, first, end));
            }
        }
    }

    /// <summary>"105 km off the coast", "three miles north of": the figure only says where.</summary>
    private static bool IsWay(SentenceView sentence, int end) =>
        sentence.WordIs(end, "off")
        || sentence.WordIs(end, "from")
        || sentence.WordIs(end, "away")
        || sentence.WordIs(end, "north")
        || sentence.WordIs(end, "south")
        || sentence.WordIs(end, "east")
        || sentence.WordIs(end, "west")
        || sentence.WordIs(end, "outside");

    /// <summary>"one in six", "a third of", "half of": a part of a whole.</summary>
    private static bool IsShare(Quantity quantity) => quantity.Value is > 0 and < 1;
}
