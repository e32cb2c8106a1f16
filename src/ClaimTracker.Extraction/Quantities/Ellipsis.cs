using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Gives a bare number what its neighbours say: "three, five and nine people", "310 shells and 45 rockets, of which 290 and 40
/// were stopped".
/// </summary>
internal static class Ellipsis
{
    private const int WidestGap = 48;
    private const int LongestPart = 32;
    private const int FarthestCounted = 3;

    private static readonly string[] Comparisons =
    [
        " up from ",
        " down from ",
        " compared with ",
        " compared to ",
        " against ",
        " versus ",
        " instead of ",
        " rather than ",
    ];
    private static readonly string[] Prepositions = ["in", "on", "at", "for", "from", "to", "by", "under", "against"];

    /// <summary>
    /// Fills in what the readings from <paramref name="first"/> on leave out: from behind first, as lists do, then from before.
    /// </summary>
    public static void Fill(Passage p, List<Quantity> found, int first)
    {
        for (var i = found.Count - 2; i >= first; i--)
        {
            if (IsBare(found[i]) && !IsBare(found[i + 1]) && TakesFromNext(p, found, first, i))
                found[i] = With(found[i], found[i + 1]);
        }

        for (var i = first + 1; i < found.Count; i++)
        {
            if (!IsBare(found[i]))
                continue;
            if (p.Is(p.WordAfter(found[i].Span.End), "more"))
                TakeCounted(found, first, i);
            else if (TakesFromPrevious(p, found[i - 1], found[i], Gap(p, found, i - 1)))
                found[i] = With(found[i], found[i - 1]);
            else if (OpensAClause(p, Gap(p, found, i - 1), found[i].Span.Start))
                Distribute(p, found, first, i);
        }
    }

    /// <summary>"75 jets valued at $9bn, with options for 25 more": what was counted last.</summary>
    [Example("They ordered 75 jets worth $9bn, with options for 25 more.", "75 jets", "$9bn", "25")]
    private static void TakeCounted(List<Quantity> found, int first, int at)
    {
        for (var i = at - 1; i >= Math.Max(first, at - FarthestCounted); i--)
        {
            if (found[i] is not { Counted: not null, Unit: null })
                continue;
            found[at] = With(found[at], found[i]);
            return;
        }
    }

    /// <summary>
    /// Hands the nouns of a list to the numbers of the list that refers back to it, in order; to all of them where it has but
    /// one.
    /// </summary>
    private static void Distribute(Passage p, List<Quantity> found, int first, int from)
    {
        var to = from + 1;
        while (to < found.Count && IsBare(found[to]) && IsList(Gap(p, found, to - 1)))
            to++;
        var source = from - 1;
        while (source > first && IsList(Gap(p, found, source - 1)) && from - source < to - from)
            source--;
        for (var i = from; i < to; i++)
            found[i] = With(found[i], found[Math.Min(source + i - from, from - 1)]);
    }

    private static bool TakesFromNext(Passage p, List<Quantity> found, int first, int at)
    {
        var gap = Gap(p, found, at);
        // ", and" closes a list of three or more, and else opens another clause.
        if (gap is ", and " or ", or ")
            return at > first && Gap(p, found, at - 1) is ", ";
        // "from 90,000 to 127,000 troops", but not "by a third to £3.6m"
        if (gap is " to ")
        {
            return (found[at + 1].Unit is null or "%" && found[at].Value >= 1)
                || p.Is(p.WordBefore(found[at].Span.Start), "from");
        }

        if (
            found[at + 1].Unit is null
            && gap.StartsWith(" and ", StringComparison.Ordinal)
            && p.Is(p.WordBefore(found[at + 1].Span.Start), FigureWord.Harm)
            && p.Is(p.WordBefore(found[at].Span.Start), FigureWord.Harm)
        )
        {
            return true;
        }
        // "two-, four- and six-year-old"
        if (IsList(gap) || (gap is ['-', ..] && IsList(gap[1..])) || gap is " by " or " x " or " × ")
            return true;
        return (found[at + 1].Unit is null && JoinsAdjectives(gap)) || (found[at + 1].Unit is not "year" && JoinsAPart(gap));
    }

    /// <summary>"17 of the country's 31 provinces", "nine out of the past 11 sessions".</summary>
    private static bool JoinsAPart(ReadOnlySpan<char> gap) =>
        gap.Length < LongestPart
        && gap.EndsWith(" ", StringComparison.Ordinal)
        && (gap.StartsWith(" of ", StringComparison.Ordinal) || gap.StartsWith(" out of ", StringComparison.Ordinal))
        && IsWording(gap)
        && !gap.StartsWith(" of them", StringComparison.Ordinal)
        && !gap.StartsWith(" of us", StringComparison.Ordinal);

    /// <summary>"11 Syrian and five Iraqi fighters", "30 film and 50 television roles".</summary>
    private static bool JoinsAdjectives(ReadOnlySpan<char> gap)
    {
        if (gap.Length < 7 || gap[0] != ' ' || !gap.EndsWith(" and ", StringComparison.Ordinal))
            return false;
        var word = gap[1..^5];
        return word.Length > 2
            && !word.Contains(' ')
            && IsWording(word)
            && !NounLexicon.IsStop(word)
            && !NounLexicon.IsFate(word);
    }

    private static bool IsWording(ReadOnlySpan<char> gap)
    {
        foreach (var c in gap)
        {
            if (!char.IsLetter(c) && c is not (' ' or '-' or '\'' or '’'))
                return false;
        }

        return true;
    }

    private static bool TakesFromPrevious(Passage p, Quantity before, Quantity bare, ReadOnlySpan<char> gap)
    {
        // "won by 29 points to 10"
        // "from 50 cents to 40"
        if (gap is " to ")
        {
            return (before.Counted is not null && before.Unit is null)
                || (before.Unit is not null && IsFrom(p, before.Span.Start));
        }
        // "to 5.2% from 4.8", "to 150 yen from 145"
        if (before.Unit is not null && EndsWithAny(gap, [" from "]) && IsWording(gap.TrimStart(',')))
            return !UnitLexicon.IsTime(before.Unit);
        // "$12, 15 and 18 a head"
        if (before.Unit is not null && CurrencyLexicon.IsMoney(before.Unit) && IsList(gap))
            return true;
        // "six points, within an error of plus or minus four"
        if (before.Unit is not null && EndsWithAny(gap, [" plus or minus "]))
            return true;
        // "20 kilos of tea in the boat and another 35 in a shed"
        if (p.Is(p.WordBefore(bare.Span.Start), "another") && EndsWithAny(gap, [" and another ", ", another "]))
            return true;
        if (EndsWithAny(gap, Comparisons))
            return true;
        // "aged 24 and 31"
        if (before.Unit is "magnitude" or "year" && before.Counted is null && !char.IsDigit(p[before.Span.Start]) && IsList(gap))
            return true;
        return RefersBack(p, bare.Span.End) || SpeaksOfAll(p, before) || Parallels(p, before, bare, gap);
    }

    /// <summary>
    /// "74,000 jobs in May and 85,000 in June", "killed 12 people and injured 30", "won 12 seats, and Labour won 30".
    /// </summary>
    private static bool Parallels(Passage p, Quantity before, Quantity bare, ReadOnlySpan<char> gap)
    {
        if (gap.Length == 0)
            return false;
        // "The Greens are on 31%, Labour on 29 and the Liberals on 14"
        if (before.Unit == "%" && p.IsAny(p.WordBefore(bare.Span.Start), ["on", "at", "with", "by"]))
            return p[p.WordBefore(bare.Span.Start)].SequenceEqual(p[p.WordBefore(before.Span.Start)]);
        if (before.Unit is { } unit)
            return !UnitLexicon.IsTime(unit) && StandsAlike(p, before, bare, gap);
        if (before.Counted is null)
            return false;
        var (verb, first) = (p.WordBefore(bare.Span.Start), p.WordBefore(before.Span.Start));
        if (
            (p.Is(verb, FigureWord.Harm) && p.Is(first, FigureWord.Harm))
            || (
                p[verb].SequenceEqual(p[first])
                && (p[verb].EndsWith("ed", StringComparison.Ordinal) || p.Is(verb, FigureWord.Gain))
            )
        )
        {
            return true;
        }

        return StandsAlike(p, before, bare, gap);
    }

    /// <summary>"61% in 2019 and 55 in 2023": the same preposition behind both.</summary>
    [Example("Turnout was 61% in May and 55 in June.", "61%", "55")]
    private static bool StandsAlike(Passage p, Quantity before, Quantity bare, ReadOnlySpan<char> gap)
    {
        var preposition = p.WordAfter(bare.Span.End);
        return p.IsAny(preposition, Prepositions)
            && p[preposition].SequenceEqual(p[p.WordAfter(before.Span.End)])
            && EndsWithAny(gap, [", ", " and ", ", with ", " but "]);
    }

    private static bool EndsWithAny(ReadOnlySpan<char> gap, ReadOnlySpan<string> ends)
    {
        foreach (var end in ends)
        {
            if (gap.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>"84 of them", "three of whom".</summary>
    [Example("Of 120 hens 84 of them died.", "120 hens", "84")]
    private static bool RefersBack(Passage p, int at)
    {
        var of = p.WordAfter(at);
        return p.Is(of, "of") && p.IsAny(p.WordAfter(of.End), ["them", "whom", "which"]);
    }

    /// <summary>"Of the 62 people on board, 48 were rescued", "Of the state's 41 delegates he won 12".</summary>
    private static bool SpeaksOfAll(Passage p, Quantity all)
    {
        var word = p.WordBefore(all.Span.Start);
        for (var words = 0; words < 4 && word.Length > 0; words++, word = p.WordBefore(word.Start))
        {
            if (p.Is(word, "of") || p.Is(word, "among"))
                return p.Opens(word.Start) || p.Is(p.WordBefore(word.Start), "out");
        }

        return false;
    }

    /// <summary>", of which 290", ", of whom 12"; but not "124 of them under 18".</summary>
    private static bool OpensAClause(Passage p, ReadOnlySpan<char> gap, int start)
    {
        var pronoun = p.WordBefore(start);
        return gap.Contains(',')
            && p.IsAny(pronoun, ["which", "whom", "them", "these"])
            && p.Is(p.WordBefore(pronoun.Start), "of");
    }

    private static bool IsList(ReadOnlySpan<char> gap) =>
        gap
            is ", "
                or " and "
                or " or "
                or ", and "
                or ", or "
                or " and then "
                or " or even "
                or ", then "
                or " or perhaps "
                or " and perhaps "
                or " or maybe "
                or " and even ";

    private static ReadOnlySpan<char> Gap(Passage p, List<Quantity> found, int before)
    {
        var (start, end) = (found[before].Span.End, found[before + 1].Span.Start);
        return end - start is > 0 and <= WidestGap ? p.Text[start..end] : [];
    }

    private static bool IsBare(Quantity quantity) => quantity.Unit is null && quantity.Counted is null;

    private static bool IsFrom(Passage p, int start) => p.Is(p.WordBefore(start), "from") || p.Is(p.WordAt(start), "from");

    private static Quantity With(Quantity bare, Quantity full) =>
        bare with
        {
            Unit = full.Unit,
            Counted = full.Counted,
            Per = bare.Per ?? (full.Unit is null ? null : full.Per),
        };
}
