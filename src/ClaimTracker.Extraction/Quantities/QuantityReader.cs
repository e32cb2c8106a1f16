using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads one figure whole, from the comparator before it to the noun behind it.</summary>
internal static class QuantityReader
{
    /// <summary>
    /// Reads at a number's first character, adds what it finds, and returns the position to go on at, which always lies behind
    /// <paramref name="at"/>.
    /// </summary>
    public static int Read(Passage p, int at, int floor, List<Quantity> into)
    {
        if (!Amount.TryRead(p, at, out var amount))
            return SkipNumber(p, at);
        // "$4.99 a dozen": what the price is for.
        if (
            amount.Figure is { Kind: FigureKind.Words, Scaled: true }
            && p[amount.Start] == 'a'
            && char.IsAsciiDigit(p[amount.Start - 2])
        )
        {
            return amount.End;
        }

        if (ShareReader.TryReadAround(p, amount, floor, into, out var behind) || AgeGroup.TryRead(p, amount, into, out behind))
            return behind;
        if (CalendarNumbers.IsTime(p, amount, out var resume) || Labels.IsLabel(p, amount, out resume))
            return Math.Max(resume, at + 1);
        var range = RangeReader.Read(p, ref amount, out var second);
        if (range != RangeReading.Range && amount.Figure is { Kind: FigureKind.Words, Scaled: false } && IsIdiom(p, amount))
            return amount.End;
        if (range == RangeReading.Score)
            return NumeralReader.EndOfToken(p, second.End);
        var (last, start) = (range == RangeReading.Range ? second : amount, amount.Start);
        var comparator = range == RangeReading.Range ? ReadRange(p, ref start) : ReadComparator(p, amount, ref start);
        var end = last.End;
        if (
            range == RangeReading.None
            && ComparatorReader.ReadAfter(p, ref end) is { } after
            && comparator is Comparator.Eq or Comparator.Approx
        )
        {
            comparator = after;
        }

        var unit =
            last.Unit
            ?? (end > last.End ? UnitReader.ReadAfter(p, ref end, last.Figure) : null)
            ?? ImpliedUnit.Read(p, amount, comparator, ref start, end);
        var counted = ReadCounted(p, last, unit, ref end);
        if (
            range == RangeReading.None
            && end > last.End
            && ComparatorReader.ReadAfter(p, ref end) is { } late
            && comparator == Comparator.Eq
        )
        {
            comparator = late;
        }

        if (unit is null && PollPoints.Are(p, counted))
            (unit, counted) = ("percentage-point", default);
        if (counted.Length == 0 && unit is null && last.Figure.Kind != FigureKind.Fraction)
            SubjectReader.TryRead(p, start, out counted);
        var per = RateReader.OfUnit(ref unit) ?? RateReader.Read(p, unit, counted.Length > 0, ref end);
        if (range == RangeReading.None && amount.Tolerance == 0)
            amount.Tolerance = Tolerance.ReadBehind(p, ref end);
        start = Math.Max(start, floor);
        var made = Make(
            new TextSpan(start, end),
            amount,
            second,
            comparator,
            unit,
            counted.Length > 0 ? p[counted].ToString() : null
        );
        into.Add(made with { Per = per });
        return end;
    }

    private static Quantity Make(
        TextSpan span,
        in Amount first,
        in Amount second,
        Comparator comparator,
        string? unit,
        string? counted
    )
    {
        var value = first.Value;
        if (first.Tolerance > 0)
            return new Quantity(span, value, value - first.Tolerance, value + first.Tolerance, Comparator.Range, unit, counted);
        return comparator switch
        {
            Comparator.Range => new Quantity(
                span,
                (value + second.Value) / 2,
                Math.Min(value, second.Value),
                Math.Max(value, second.Value),
                comparator,
                unit,
                counted
            ),
            Comparator.Gt or Comparator.Gte => new Quantity(span, value, value, null, comparator, unit, counted),
            Comparator.Lt or Comparator.Lte => new Quantity(span, value, null, value, comparator, unit, counted),
            _ => new Quantity(span, value, null, null, comparator, unit, counted),
        };
    }

    private static Comparator ReadRange(Passage p, ref int start)
    {
        RangeReader.IsOpened(p, ref start);
        ComparatorReader.ReadBefore(p, ref start);
        return Comparator.Range;
    }

    private static Comparator ReadComparator(Passage p, in Amount amount, ref int start)
    {
        var bare = start;
        var comparator = ComparatorReader.ReadBefore(p, ref start);
        // "over three days" tells how long it took, not that it took longer.
        if (
            comparator == Comparator.Gt
            && amount.Unit is { } unit
            && UnitLexicon.IsTime(unit)
            && p.Is(p.WordBefore(bare), "over")
            && !TakesTime(p, start, amount.End)
        )
        {
            (comparator, start) = (Comparator.Eq, bare);
        }
        // "They handed over 1,000 bodies" tells what was done, not how many there were at least.
        if (
            comparator == Comparator.Gt
            && p.Is(p.WordBefore(bare), "over")
            && p.WordBefore(start) is var verb
            && IsVerbWithOver(p, verb, amount)
        )
        {
            (comparator, start) = (Comparator.Eq, bare);
        }

        if (amount.Figure.Kind == FigureKind.Couple && comparator == Comparator.Eq)
            return Comparator.Approx;
        return amount.Figure.Kind == FigureKind.Indefinite && comparator is Comparator.Eq or Comparator.Approx
            ? Comparator.Gt
            : comparator;
    }

    /// <summary>"handed over", "carried over"; "took over 12 firms", but "took over three hours" and "over 40 %".</summary>
    [Example("They handed over 40 rifles.", "40 rifles")]
    private static bool IsVerbWithOver(Passage p, TextSpan verb, in Amount amount) =>
        p.Is(verb, FigureWord.WithOver)
        || (amount.Unit is null && p.IsAny(verb, ["took", "taken", "take", "takes", "taking", "flew", "fly", "flying"]));

    /// <summary>"It lasted over three days" bounds the time, "he did it over three days" does not.</summary>
    [Example("It lasted over three days.", "over three days")]
    public static bool TakesTime(Passage p, int over, int end) =>
        p.IsAny(p.WordAfter(end), ["ago", "old"]) || p.Is(p.WordBefore(over), FigureWord.TakesTime);

    private static TextSpan ReadCounted(Passage p, in Amount amount, string? unit, ref int end)
    {
        var counted = default(TextSpan);
        if (unit is null && IsFamily(p, amount.Start))
            return counted;
        if (unit is null)
        {
            var part = amount.Figure.Kind == FigureKind.Fraction;
            if (!part || !CountedNoun.TryReadWhole(p, SkipOf(p, end), out counted))
                CountedNoun.TryRead(p, end, part || amount.Figure.Value == 1, out counted);
        }
        else if (
            unit is "%"
            || (
                !UnitLexicon.IsTime(unit)
                && !CurrencyLexicon.IsMoney(unit)
                && unit is not "km" and not "mile" and not "m" and not "magnitude" and not "percentage-point"
            )
        )
        {
            var of = p.WordAfter(end);
            if (p.Is(of, "of"))
                CountedNoun.TryReadWhole(p, of.End, out counted);
        }

        // Of "two 12-roll packs" the packs are counted; the rolls are a figure of their own, which is read next.
        if (counted.Length > 0 && !CountedNoun.SkipsAFigure(p, end, counted.Start))
            end = counted.End;
        return counted;
    }

    /// <summary>"A mother of two earns" little: the children are not named.</summary>
    private static bool IsFamily(Passage p, int start) =>
        p.WordBefore(start) is var of
        && p.Is(of, "of")
        && p.IsAny(p.WordBefore(of.Start), ["mother", "father", "grandmother", "grandfather", "mum", "mom", "dad"]);

    private static int SkipOf(Passage p, int at) => p.Is(p.WordAfter(at), "of") ? p.WordAfter(at).End : at;

    private static bool IsIdiom(Passage p, in Amount amount)
    {
        // "net-zero", "all-four": the end of another word.
        if (Passage.IsHyphen(p[amount.Start - 1]) && char.IsLetter(p[amount.Start - 2]))
            return !p.Is(p.WordBefore(amount.Start - 1), FigureWord.GluedPrefix);
        // "a pound or two"
        if (
            p.Is(p.WordBefore(amount.Start), "or")
            && p.WordBefore(p.WordBefore(amount.Start).Start) is { Length: > 0 } noun
            && p.IsAny(p.WordBefore(noun.Start), ["a", "an"])
        )
        {
            return true;
        }

        if (amount.Figure.Value == 1 && !amount.Negative && p.Is(p.WordAt(amount.Figure.Start), "one"))
            return !OneReader.Counts(p, amount);
        if (amount.Figure.Value != 0)
            return false;
        return p.IsAny(p.WordBefore(amount.Start), ["net", "ground", "patient", "absolute", "sub", "near", "below", "above"])
            || Passage.IsHyphen(p[amount.End])
            || p.IsAny(p.WordAfter(amount.End), ["tolerance", "emissions", "emission", "carbon"])
            || p.Is(p.WordAfter(amount.End), "in");
    }

    private static int SkipNumber(Passage p, int at) =>
        char.IsLetter(p[at]) ? SkipWords(p, at) : Math.Max(NumeralReader.EndOfToken(p, at), at + 1);

    /// <summary>An ordinal, "twenty-first", is stepped over whole.</summary>
    private static int SkipWords(Passage p, int at)
    {
        var word = p.WordAt(at);
        while (
            Passage.IsHyphen(p[word.End])
            && p.WordAt(word.End + 1) is { Length: > 0 } next
            && NumberLexicon.TryFind(p[next], out _)
        )
        {
            word = next;
        }

        return Math.Max(word.End, at + 1);
    }
}
