namespace ClaimTracker.Extraction.Quantities;

/// <summary>Gives a bare number what its neighbours say: "three, five and nine people", "310 shells and 45 rockets, of which 290 and 40 were stopped".</summary>
internal static class Ellipsis
{
    private const int WidestGap = 48;

    /// <summary>Fills in what the findings from <paramref name="first"/> on leave out: from behind first, as lists do, then from before.</summary>
    public static void Fill(Passage p, List<Quantity> found, int first)
    {
        for (var i = found.Count - 2; i >= first; i--)
        {
            if (IsBare(found[i]) && !IsBare(found[i + 1]) && TakesFromNext(p, found, first, i)) found[i] = With(found[i], found[i + 1]);
        }

        for (var i = first + 1; i < found.Count; i++)
        {
            if (!IsBare(found[i])) continue;
            if (TakesFromPrevious(p, found[i - 1], found[i], Gap(p, found, i - 1))) found[i] = With(found[i], found[i - 1]);
            else if (OpensAClause(p, Gap(p, found, i - 1), found[i].Span.Start)) Distribute(p, found, first, i);
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

    private static bool TakesFromNext(Passage p, List<Quantity> found, int first, int at)
    {
        var gap = Gap(p, found, at);
        // ", and" closes a list of three or more, and else opens another clause.
        if (gap is ", and " or ", or ") return at > first && Gap(p, found, at - 1) is ", ";
        // "from 90,000 to 127,000 troops", but not "by a third to £3.6m"
        if (gap is " to ") return found[at + 1].Unit is null or "%" && found[at].Value >= 1;
        return IsList(gap) || gap is " of " or " of the " or " of its " or " of those " or " of these " or " of their " or " of its last " or " of their last " or " of the last " or " out of " or " out of the ";
    }

    private static bool TakesFromPrevious(Passage p, Quantity before, Quantity bare, ReadOnlySpan<char> gap)
    {
        // "to 5.2% from 4.8"
        if (gap is " from " or ", from " or ", up from " or ", down from " or " up from " or " down from ") return before.Unit == "%";
        // "aged 24 and 31"
        if (before.Unit is "magnitude" or "year" && before.Counted is null && !char.IsDigit(p[before.Span.Start]) && IsList(gap)) return true;
        return RefersBack(p, bare.Span.End) || SpeaksOfAll(p, before) || gap.Length > 0 && p.Is(p.WordAfter(bare.Span.End), "more");
    }

    /// <summary>"84 of them", "three of whom".</summary>
    private static bool RefersBack(Passage p, int at)
    {
        var of = p.WordAfter(at);
        return p.Is(of, "of") && p.IsAny(p.WordAfter(of.End), ["them", "whom", "which"]);
    }

    /// <summary>"Of the 62 people on board, 48 were rescued".</summary>
    private static bool SpeaksOfAll(Passage p, Quantity all)
    {
        var the = p.WordBefore(all.Span.Start);
        var of = p.WordBefore(the.Start);
        return p.IsAny(the, ["the", "those", "these"]) && p.Is(of, "of") && char.IsUpper(p[of.Start]);
    }

    /// <summary>", of which 290", ", of whom 12"; but not "124 of them under 18".</summary>
    private static bool OpensAClause(Passage p, ReadOnlySpan<char> gap, int start)
    {
        var pronoun = p.WordBefore(start);
        return gap.Contains(',') && p.IsAny(pronoun, ["which", "whom", "them", "these"]) && p.Is(p.WordBefore(pronoun.Start), "of");
    }

    private static bool IsList(ReadOnlySpan<char> gap) => gap is ", " or " and " or " or " or ", and " or ", or " or " and then ";

    private static ReadOnlySpan<char> Gap(Passage p, List<Quantity> found, int before)
    {
        var (start, end) = (found[before].Span.End, found[before + 1].Span.Start);
        return end - start is > 0 and <= WidestGap ? p.Text[start..end] : [];
    }

    private static bool IsBare(Quantity quantity) => quantity.Unit is null && quantity.Counted is null;

    private static Quantity With(Quantity bare, Quantity full) => bare with { Unit = full.Unit, Counted = full.Counted };
}
