namespace ClaimTracker.Extraction.Quantities;

/// <summary>Gives a bare number what its neighbours say: "three, five and nine people", "310 shells and 45 rockets, of which 290 and 40 were stopped".</summary>
internal static class Ellipsis
{
    private const int WidestGap = 24;

    /// <summary>Fills in what the findings from <paramref name="first"/> on leave out.</summary>
    public static void Fill(Passage p, List<Quantity> found, int first)
    {
        for (var i = found.Count - 2; i >= first; i--)
        {
            if (IsBare(found[i]) && !IsBare(found[i + 1]) && TakesFromNext(Gap(p, found, i))) found[i] = With(found[i], found[i + 1]);
        }

        for (var i = first + 1; i < found.Count; i++)
        {
            if (!IsBare(found[i])) continue;
            var gap = Gap(p, found, i - 1);
            if (gap is " from " or ", from " or ", up from " or ", down from " or " up from " or " down from " && found[i - 1].Unit == "%") found[i] = With(found[i], found[i - 1]);
            else if (gap.Length > 0 && p.Is(p.WordAfter(found[i].Span.End), "more")) found[i] = With(found[i], found[i - 1]);
            else if (gap.EndsWith("of which ", StringComparison.Ordinal) || gap.EndsWith("of whom ", StringComparison.Ordinal) || gap.EndsWith("of them ", StringComparison.Ordinal)) Distribute(p, found, first, i);
        }
    }

    /// <summary>Hands the nouns of a list to the numbers of the list that refers back to it, in order; to all of them where it has but one.</summary>
    private static void Distribute(Passage p, List<Quantity> found, int first, int from)
    {
        var to = from + 1;
        while (to < found.Count && IsBare(found[to]) && IsList(Gap(p, found, to - 1))) to++;
        var source = from - 1;
        while (source > first && IsList(Gap(p, found, source - 1)) && from - source < to - from) source--;
        for (var i = from; i < to; i++) found[i] = With(found[i], found[Math.Min(source + i - from, from - 1)]);
    }

    private static bool TakesFromNext(ReadOnlySpan<char> gap) => IsList(gap) || gap is " of the " or " of its " or " of those " or " of these " or " of their " or " out of " or " to " or " out of the ";

    private static bool IsList(ReadOnlySpan<char> gap) => gap is ", " or " and " or " or " or ", and " or ", or " or " and then ";

    private static ReadOnlySpan<char> Gap(Passage p, List<Quantity> found, int before)
    {
        var (start, end) = (found[before].Span.End, found[before + 1].Span.Start);
        return end - start is > 0 and <= WidestGap ? p.Text[start..end] : [];
    }

    private static bool IsBare(Quantity quantity) => quantity.Unit is null && quantity.Counted is null;

    private static Quantity With(Quantity bare, Quantity full) => bare with { Unit = full.Unit, Counted = full.Counted };
}
