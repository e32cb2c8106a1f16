using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Hands a bound on to the same measure in brackets: of "more than 20m (66ft)" both are more.</summary>
internal static class InheritedBound
{
    /// <summary>Fills in the bounds of the figures from <paramref name="first"/> on.</summary>
    [Example("It is more than 20m (66ft) high.", "more than 20m", "66ft")]
    public static void Fill(Passage p, List<Quantity> found, int first)
    {
        for (var i = first + 1; i < found.Count; i++)
        {
            var (outer, inner) = (found[i - 1], found[i]);
            if (
                inner.Comparator != Comparator.Eq
                || outer.Unit is null
                || inner.Unit is null
                || inner.Unit == outer.Unit
                || !InBrackets(p, outer, inner)
            )
            {
                continue;
            }

            if (inner.Unit == "%" || outer.Unit == "%")
                continue;
            found[i] = outer.Comparator switch
            {
                Comparator.Gt or Comparator.Gte => inner with { Comparator = outer.Comparator, Low = inner.Value },
                Comparator.Lt or Comparator.Lte => inner with { Comparator = outer.Comparator, High = inner.Value },
                Comparator.Approx => inner with { Comparator = Comparator.Approx },
                Comparator.Eq or Comparator.Range => inner,
                _ => throw new InvalidOperationException($"The comparator {outer.Comparator} has no rule for brackets."),
            };
        }
    }

    private static bool InBrackets(Passage p, Quantity outer, Quantity inner) =>
        p[inner.Span.Start - 1] == '('
        && p[inner.Span.End] is ')' or ',' or ';'
        && p.SkipBlanks(outer.Span.End) == inner.Span.Start - 1;
}
