using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Tells an article that stands for one, "more than a week", "nearly an hour", from all the others.</summary>
internal static class ArticleOne
{
    /// <summary>True where "a" or "an" is the figure of a measure that a comparator bounds.</summary>
    public static bool Counts(Passage p, int start, int end)
    {
        if (p[start] is not ('a' or 'A') || (end - start == 2 && p[start + 1] is not ('n' or 'N')))
            return false;
        var measure = p.WordAt(p.SkipBlanks(end));
        if (measure.Length < 3 || measure.Start == end || Passage.IsHyphen(p[measure.End]) || !IsMeasure(p[measure]))
            return false;
        var next = p.WordAfter(measure.End);
        return (next.Length == 0 || NounLexicon.IsStop(p[next]) || p[next].EndsWith("ed", StringComparison.Ordinal))
            && IsBounded(p, start, next);
    }

    private static bool IsMeasure(ReadOnlySpan<char> word) =>
        UnitLexicon.TryFind(word, out var unit)
            ? unit is not ("times" or "%" or "magnitude" or "degree")
            : CurrencyLexicon.TryFindName(word, out _);

    /// <summary>
    /// "Within a year" and "only a day" set no figure; "12 cents more than a year ago" compares with another time.
    /// </summary>
    private static bool IsBounded(Passage p, int start, TextSpan next)
    {
        var begin = start;
        if (
            ComparatorReader.ReadBefore(p, ref begin) is Comparator.Eq
            || p.Is(p.WordBefore(start), "within")
            || p.IsAny(next, ["earlier", "before", "later"])
        )
        {
            return false;
        }

        if (p.Is(p.WordBefore(start), "over") && !QuantityReader.TakesTime(p, begin, next.Start))
            return false;
        return !p.Is(next, "ago")
            || !p.Is(p.WordBefore(start), "than")
            || (p[begin - 2] != '%' && !IsMeasure(p[p.WordBefore(begin)]));
    }
}
