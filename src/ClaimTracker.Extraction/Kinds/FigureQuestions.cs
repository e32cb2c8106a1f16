using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>Questions that several kinds ask of a figure.</summary>
internal static class FigureQuestions
{
    /// <summary>True for "three days", "80 years": a length of time or an age counts nothing.</summary>
    public static bool IsTime(SentenceView sentence, Quantity quantity)
    {
        var (first, end) = sentence.TokensOf(quantity.Span);
        // Of "1,150 euros a month" the month is what it is a rate of.
        if (sentence.Any(first, quantity.Per is null ? end : end - 1, WordClass.TimeWord))
            return true;
        if (end < sentence.Tokens.Count && sentence.Tokens[end].Is(WordClass.TimeWord) && quantity.Counted is null)
            return true;
        foreach (var time in sentence.Times)
        {
            if (time.Span.Overlaps(quantity.Span))
                return true;
        }

        return false;
    }

    /// <summary>True for "the two leaders", "both sides": the number names who is meant, it is no reading.</summary>
    public static bool IsNaming(SentenceView sentence, Quantity quantity, int first) =>
        quantity.Value is <= 10
        && sentence.Tokens[first].Shape != TokenShape.Number
        && (
            (first > 0 && sentence.Tokens[first - 1].Is(WordClass.Determiner)) || sentence.Tokens[first].Is(WordClass.Determiner)
        );

    /// <summary>Where a word of a class stands near a figure in the same clause; -1 where none does.</summary>
    public static int Near(SentenceView sentence, int first, int end, int left, int right, WordClass any)
    {
        for (var i = first; i < Math.Min(sentence.Tokens.Count, end + right); i++)
        {
            if (i >= end && sentence.Tokens.MarkAt(sentence.Text, i) is ';' or '.')
                break;
            if (sentence.Tokens[i].Is(any) && !sentence.IsAttribution(i))
                return i;
        }

        for (var i = first - 1; i >= Math.Max(0, first - left); i--)
        {
            if (sentence.Tokens.MarkAt(sentence.Text, i) is ';' or '.')
                break;
            if (sentence.Tokens[i].Is(any) && !sentence.IsAttribution(i))
                return i;
        }

        return -1;
    }
}
