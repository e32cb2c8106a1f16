using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>People killed, wounded, injured or missing, with a figure.</summary>
internal sealed class CasualtyFigure : IClaimKind
{
    public string Id => "casualty-figure";

    public int Rank => 10;

    public MustName MustName => MustName.PlaceAndTime;

    public string Because(ReadOnlySpan<char> words) => "counts people killed, hurt or missing";

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        foreach (var quantity in sentence.Quantities)
        {
            if (quantity.Unit is not (null or "%") || FigureQuestions.IsTime(sentence, quantity))
                continue;
            var (first, end) = sentence.TokensOf(quantity.Span);
            if (sentence.Any(first, end, WordClass.Weapon))
                continue;
            var word = FigureQuestions.Near(
                sentence,
                first,
                end,
                6,
                CountsThings(sentence, quantity, first, end) ? 0 : 7,
                WordClass.Casualty
            );
            if (word < 0)
                word = ClaimedLives(sentence, first, end);
            if (word < 0)
                word = TollBefore(sentence, first);
            if (word < 0)
                word = LostLives(sentence, first, end);
            if (word >= 0)
                into.Add(new KindReading(this, Math.Min(first, word), Math.Max(end, word + 1)));
        }
    }

    /// <summary>"who wrote 300 papers, died": what is counted stands before the comma, and whoever died behind it.</summary>
    private static bool CountsThings(SentenceView sentence, Quantity quantity, int first, int end) =>
        quantity.Counted is not null
        && sentence.Tokens.MarkAt(sentence.Text, end) == ','
        && !sentence.Any(first, end, WordClass.Person | WordClass.Casualty | WordClass.Agent)
        && !(sentence.Tokens[end - 1].IsName);

    /// <summary>"the death toll from the landslide has risen to 118": the word may stand far before its figure.</summary>
    private static int TollBefore(SentenceView sentence, int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 16); i--)
        {
            if (sentence.WordIs(i, "toll"))
                return i;
        }

        return -1;
    }

    /// <summary>"400 sailors have lost their lives", "12 climbers remain unaccounted for".</summary>
    private static int LostLives(SentenceView sentence, int first, int end)
    {
        for (var i = end; i < Math.Min(sentence.Tokens.Count, end + 6); i++)
        {
            var lost =
                (sentence.WordIs(i, "lost") || sentence.WordIs(i, "lose"))
                && sentence.WordIs(i + 1, "their")
                && sentence.WordIs(i + 2, "lives");
            var missing =
                sentence.WordIs(i, "unaccounted")
                && sentence.WordIs(i + 1, "for")
                && sentence.Any(first, end, WordClass.Person | WordClass.Agent);
            if (lost || missing)
                return lost ? i + 2 : i;
        }

        return -1;
    }

    private static int ClaimedLives(SentenceView sentence, int first, int end)
    {
        var lives = sentence.WordIs(end - 1, "lives") || sentence.WordIs(end, "lives");
        var taken =
            first > 0
            && (
                sentence.WordIs(first - 1, "claimed")
                || sentence.WordIs(first - 1, "cost")
                || sentence.WordIs(first - 1, "claiming")
                || sentence.WordIs(first - 1, "took")
                || sentence.WordIs(first - 1, "costing")
            );
        return lives && taken ? first : -1;
    }
}
