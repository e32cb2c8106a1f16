using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads the second bound behind a first: "15,000 to 20,000", "12–14 %", "between 3 and 5", "two or three".</summary>
internal static class RangeReader
{
    private const int WidestRange = 5;
    private const int FarthestVerb = 7;

    /// <summary>Reads a second amount and tells how the two belong together.</summary>
    public static RangeReading Read(Passage p, ref Amount first, out Amount second)
    {
        second = default;
        if (
            first.Figure.Kind is FigureKind.Indefinite
            || (first.Figure.Kind is FigureKind.Fraction && !p.Is(p.WordBefore(first.Start), "between"))
            || !TryFindJoin(p, first, out var at, out var dashed)
        )
        {
            return RangeReading.None;
        }

        var money = CurrencyLexicon.IsSymbol(p[at]) || (char.IsUpper(p[at]) && !NumberLexicon.TryFind(p[p.WordAt(at)], out _));
        if (money)
            at = SkipMoneyMark(p, at);
        // "between a third and a half"
        if (first.Figure.Kind is FigureKind.Fraction && p.Is(p.WordAt(at), "a"))
            at = p.SkipBlanks(at + 1);
        if (
            !Amount.TryRead(p, at, out second)
            || second.Figure.Kind is FigureKind.Indefinite
            || (second.Negative && !dashed && !first.Negative)
        )
        {
            return RangeReading.None;
        }

        if (dashed)
            second.Negative = false;
        var share =
            !first.Figure.Scaled
            && second.Figure.Scaled
            && first.Figure.Value < second.Figure.Value / second.Figure.Factor
            && first.Unit is null or { Length: 3 };
        if (share)
            first.Figure.ScaleBy(second.Figure.Factor, first.Figure.End);
        // "60-70,000"
        if (
            (dashed || Hangs(p, first))
            && first.Figure is { IsPlain: true, Mantissa: < 1000 }
            && second.Figure is { Kind: FigureKind.Numeral, Scaled: false, Decimals: 0 }
            && first.Figure.Mantissa * 1000 < second.Figure.Mantissa
        )
        {
            first.Figure.ScaleBy(1000, first.Figure.End);
        }
        // "two to three hundred"
        if (
            first.Figure is { Kind: FigureKind.Words, Mantissa: < 10 }
            && second.Figure is { Kind: FigureKind.Words, Mantissa: >= 200 and < 1000 }
            && second.Figure.Mantissa % 100 == 0
        )
        {
            first.Figure.Mantissa *= 100;
        }

        if (first.Unit is not null && second.Unit is null && first.Start < first.Figure.Start)
            second.Unit = first.Unit;
        var same = first.Unit is null || first.Unit == second.Unit;
        if (
            !dashed
            && p.IsAny(p.WordBefore(first.Start), ["of", "by"])
            && p.AnyBefore(first.Start, 3, ["vote", "votes", "score", "margin"])
        )
        {
            return RangeReading.None;
        }

        if (same && first.Negative && second.Negative && !Moved(p, first, second))
            return RangeReading.Range;
        if (same && first.Value < second.Value && (dashed || !Moved(p, first, second)))
            return RangeIsSaid(p, first, second, dashed) ? RangeReading.Range : RangeReading.Score;
        // "The ratio is three to one", "at odds of ten to one"
        return (dashed || p.AnyBefore(first.Start, 8, ["ratio", "odds"])) && first.Unit is null && second.Unit is null
            ? RangeReading.Score
            : RangeReading.None;
    }

    /// <summary>"between 3- and 4,000": the first bound waits for the second one's scale.</summary>
    [Example("Between 3- and 4,000 men came.", "Between 3- and 4,000 men")]
    private static bool Hangs(Passage p, in Amount first) =>
        Passage.IsHyphen(p[first.Figure.End]) && p[first.Figure.End + 1] == ' ';

    /// <summary>
    /// True where a range is opened before its first bound, by "from" or "between"; <paramref name="start"/> is moved there.
    /// </summary>
    public static bool IsOpened(Passage p, ref int start)
    {
        var before = p.WordBefore(start);
        var ages = p.Is(before, "of") ? p.WordBefore(before.Start) : default;
        if (p.Is(ages, "ages"))
            before = p.WordBefore(p.Is(p.WordBefore(ages.Start), "the") ? p.WordBefore(ages.Start).Start : ages.Start);
        if (!p.Is(before, "from") && !p.Is(before, "between"))
            return false;
        start = before.Start;
        return true;
    }

    [Example("Some 12–14 boats came.", "Some 12–14 boats")]
    private static bool TryFindJoin(Passage p, in Amount first, out int at, out bool dashed)
    {
        at = first.End;
        dashed =
            (Passage.IsDash(p[at]) && p[at + 1] != ' ' && !p.Is(p.WordAfter(at + 1), "to"))
            || (p[at] == ' ' && Passage.IsDash(p[at + 1]) && p[at + 2] == ' ' && char.IsAsciiDigit(p[at + 3]));
        if (dashed)
        {
            at += p[at] == ' ' ? 3 : 1;
            return char.IsAsciiDigit(p[at])
                || CurrencyLexicon.IsSymbol(p[at])
                || (p[at - 1] == '–' && first.Figure.Kind == FigureKind.Words && NumberLexicon.TryFind(p[p.WordAt(at)], out _));
        }

        // "8- to 16-metre"
        if (Passage.IsHyphen(p[at]) && p[at + 1] == ' ')
            at++;
        var word = p.WordAfterJoin(at);
        // "18-to-24-year-olds", but a vote went "2-to-1".
        dashed = Passage.IsHyphen(p[at]) && p.Is(word, "to") && Passage.IsHyphen(p[word.End]);
        var before = first.Start;
        var joins =
            p.Is(word, "to")
            || (p.Is(word, "and") && IsOpened(p, ref before) && p.Is(p.WordAt(before), "between"))
            || (p.Is(word, "or") && first.Unit is null && first.Figure.Value < 100);
        at = Passage.IsHyphen(p[word.End]) ? word.End + 1 : p.SkipBlanks(word.End);
        if ((joins && p.Is(p.WordAt(at), "as")) || p.Is(p.WordAt(at), "about"))
            at = p.SkipBlanks(p.WordAt(at).End);
        return joins;
    }

    private static int SkipMoneyMark(Passage p, int at)
    {
        var end = at;
        while (end - at < 5 && (CurrencyLexicon.IsSymbol(p[end]) || char.IsLetter(p[end]) || p[end] == ' '))
            end++;
        return end;
    }

    /// <summary>
    /// Of two bare small numbers with a dash only what follows tells a range, "3-5 people", from a result, "won 3-5".
    /// </summary>
    private static bool RangeIsSaid(Passage p, in Amount first, in Amount second, bool dashed)
    {
        var start = first.Start;
        if (!dashed)
            return !p.Is(p.WordBefore(start), FigureWord.Contest);
        return second.Unit is not null
            || second.Figure.Scaled
            || (second.Figure.Kind == FigureKind.Numeral && second.Figure.Decimals == 0)
            || IsOpened(p, ref start)
            || p.IsAny(p.WordBefore(start), ["range", "ranges", "aged", "ages", "age"])
            || ComparatorReader.EndsAt(p, start)
            || CountedNoun.TryRead(p, second.End, false, out _);
    }

    /// <summary>
    /// "By 5 to 10 %" tells how far at the least and the most; "by 1.5 years to 77 years" how far and where to, as the bounds of
    /// a range lie near each other.
    /// </summary>
    private static bool Moved(Passage p, in Amount first, in Amount second)
    {
        var word = p.WordBefore(first.Start);
        // "from 0 to 60mph" names no place that anything was at.
        if (first.Value == 0 || (p.Is(word, "by") && second.Value < WidestRange * first.Value))
            return false;
        if (!p.IsAny(word, ["from", "by"]) && (first.Unit is null || p.IsAny(word, ["between", "of"])))
            return false;
        for (
            var (words, verb) = (0, word);
            words < FarthestVerb && verb.Length > 0;
            words++, verb = p.WordBeforeFigures(verb.Start)
        )
        {
            if (p.Is(verb, FigureWord.Rise | FigureWord.Fall | FigureWord.Shift))
                return true;
        }

        return false;
    }
}

/// <summary>What two numbers that are joined by a dash or a word make.</summary>
internal enum RangeReading
{
    /// <summary>Nothing: each is read for itself.</summary>
    None,

    /// <summary>One quantity with two bounds.</summary>
    Range,

    /// <summary>The result of a contest or a code, and no quantity.</summary>
    Score,
}
