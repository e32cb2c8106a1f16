using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Something rose, fell or compares with something else, by a figure or over a time.</summary>
internal sealed class Trend : IClaimKind
{
    public string Id => "trend";

    public int Rank => 40;

    public MustName MustName => MustName.Nothing;

    public string Because(ReadOnlySpan<char> words) => $"says how something changed: {words}";

    public void Find(SentenceView sentence, List<KindReading> into)
    {
        for (var i = 0; i < sentence.Tokens.Count; i++)
        {
            if (sentence.IsAttribution(i) || !Moves(sentence, i))
                continue;
            into.Add(new KindReading(this, i, i + 1));
            return;
        }
    }

    private static bool Moves(SentenceView sentence, int word)
    {
        ref readonly var token = ref sentence.Tokens[word];
        if (token.IsName && word > 0)
            return false;
        if (token.Is(WordClass.Trend) && !IsAttributive(sentence, word))
            return HasFigure(sentence, word, 10) || StandsAlone(sentence, word);
        if (token.Is(WordClass.TrendNoun) && !IsRank(sentence, word))
            return IsFigureMore(sentence, word) || (HasFigure(sentence, word, 5) && Compares(sentence, word));
        // "up 12%", "down from 30"
        return (sentence.WordIs(word, "up") || sentence.WordIs(word, "down"))
            && word + 1 < sentence.Tokens.Count
            && (sentence.Tokens[word + 1].Shape == TokenShape.Number || sentence.WordIs(word + 1, "from"))
            && HasFigure(sentence, word, 4);
    }

    /// <summary>"the expanded access", "its reduced fares": the participle tells which one is meant.</summary>
    private static bool IsAttributive(SentenceView sentence, int word) =>
        word > 0
        && sentence.Tokens[word].Is(WordClass.EndsInEd)
        && sentence.Tokens[word - 1].Is(WordClass.Determiner)
        && word + 1 < sentence.Tokens.Count
        && sentence.Tokens[word + 1].Shape == TokenShape.Word
        && !sentence.Tokens[word + 1].Is(WordClass.Preposition);

    /// <summary>"the lower house", "a higher court": which of several, not how much.</summary>
    private static bool IsRank(SentenceView sentence, int word) =>
        (sentence.WordIs(word, "lower") || sentence.WordIs(word, "higher"))
        && (
            sentence.WordIs(word + 1, "house")
            || sentence.WordIs(word + 1, "chamber")
            || sentence.WordIs(word + 1, "legislature")
            || sentence.WordIs(word + 1, "court")
            || sentence.WordIs(word + 1, "courts")
            || sentence.WordIs(word + 1, "education")
        );

    /// <summary>"30 cents more than a year ago": a figure just before the word says by how much.</summary>
    private static bool IsFigureMore(SentenceView sentence, int word)
    {
        if (!sentence.WordIs(word + 1, "than"))
            return false;
        foreach (var quantity in sentence.Quantities)
        {
            var (first, end) = sentence.TokensOf(quantity.Span);
            if (first < word && end >= word && end <= word + 1)
                return true;
        }

        return false;
    }

    private static bool HasFigure(SentenceView sentence, int word, int reach)
    {
        foreach (var quantity in sentence.Quantities)
        {
            var (first, end) = sentence.TokensOf(quantity.Span);
            if (first <= word + reach && end >= word - 3 && !FigureQuestions.IsTime(sentence, quantity))
                return true;
        }

        return false;
    }

    /// <summary>"doubled", "fell for the fourth year in a row": no figure is needed.</summary>
    private static bool StandsAlone(SentenceView sentence, int word)
    {
        if (
            sentence.WordIs(word, "doubled")
            || sentence.WordIs(word, "tripled")
            || sentence.WordIs(word, "halved")
            || sentence.WordIs(word, "quadrupled")
        )
        {
            return true;
        }

        for (var i = word + 1; i < Math.Min(sentence.Tokens.Count, word + 8); i++)
        {
            if (sentence.WordIs(i, "consecutive") || sentence.WordIs(i, "row") || sentence.WordIs(i, "straight"))
                return true;
        }

        return false;
    }

    private static bool Compares(SentenceView sentence, int word)
    {
        for (var i = word; i < Math.Min(sentence.Tokens.Count, word + 8); i++)
        {
            if (
                sentence.WordIs(i, "than")
                || sentence.WordIs(i, "with")
                || sentence.WordIs(i, "to")
                || sentence.WordIs(i, "of")
                || sentence.WordIs(i, "on")
                || sentence.WordIs(i, "in")
                || sentence.WordIs(i, "as")
            )
            {
                return !sentence.WordIs(i - 1, "more") && !sentence.WordIs(i - 1, "less") && !sentence.WordIs(i - 1, "fewer");
            }
        }

        return false;
    }
}
