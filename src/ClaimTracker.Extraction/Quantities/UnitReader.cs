using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads the measure around a number: the money mark before it, the unit behind it.</summary>
internal static class UnitReader
{
    private const int LongestName = 4;

    /// <summary>From here on "pounds" that nothing explains are money.</summary>
    private const double MuchWeight = 10_000;

    /// <summary>Reads "$", "US$", "Rs" or "EUR" before a number, and moves <paramref name="start"/> to where it begins.</summary>
    public static string? ReadCurrencyBefore(Passage p, ref int start)
    {
        var end =
            p[start - 1] is ' ' or '\u00A0'
            && (char.IsLetter(p[start - 2]) || p[start - 2] == '.' || CurrencyLexicon.IsSymbol(p[start - 2]))
                ? start - 1
                : start;
        if (
            end > start - 1
            && !CurrencyLexicon.IsSymbol(p[end - 1])
            && !char.IsLetter(p[end - 1])
            && !(p[end - 1] == '.' && p[end - 2] == 's')
            && !(p[end - 1] == '=' && p[end - 2] == 'Y')
        )
        {
            return null;
        }

        if (p[end - 1] == '.' && p[end - 2] == 's')
            end--;
        for (var length = 4; length > 0; length--)
        {
            var from = end - length;
            if (
                from < p.Start
                || (char.IsLetter(p[from]) && char.IsLetter(p[from - 1]))
                || !CurrencyLexicon.TryFindPrefix(p.Text[from..end], out var code)
            )
            {
                continue;
            }

            if (
                (length == 1 && end < start && !CurrencyLexicon.IsSymbol(p[from]))
                || (code == "GBP" && length == 2 && end < start)
            )
            {
                return null;
            }

            start = from;
            return code;
        }

        return null;
    }

    /// <summary>
    /// Reads the unit behind a number, and moves <paramref name="end"/> behind it; null where none stands there.
    /// </summary>
    public static string? ReadAfter(Passage p, ref int end, in Figure figure)
    {
        var numeral = char.IsAsciiDigit(p[figure.Start]) || p[figure.Start] == '.';
        if (numeral && (GluedUnit.Read(p, figure, ref end) ?? FeetAndInches.Read(p, figure, ref end)) is { } glued)
            return glued;
        if (numeral && GluedUnit.ReadLetter(p, figure, ref end) is { } letter)
            return letter;
        var joined = Passage.IsHyphen(p[end]);
        var at = joined ? end + 1 : p.SkipBlanks(end);
        if (p[at] == '%')
        {
            end = at + 1;
            return "%";
        }

        if (
            FactorReader.TryReadTimes(p, at, figure, ref end)
            || (end == figure.End && p.Is(new TextSpan(figure.Start, end), "twice"))
        )
        {
            return "times";
        }

        if (
            CurrencyLexicon.IsSymbol(p[at])
            && !char.IsAsciiDigit(p[at + 1])
            && CurrencyLexicon.TryFindPrefix(p.Text.Slice(at, 1), out var mark)
        )
        {
            end = at + 1;
            return mark;
        }

        if (figure.Kind is FigureKind.Indefinite or FigureKind.Couple && p.Is(p.WordAt(at), "of"))
            at = p.SkipBlanks(at + 2);
        if (figure.Kind == FigureKind.Fraction)
            at = SkipOfA(p, at);
        if (figure.Kind == FigureKind.Fraction && p.Is(p.WordAt(at), "point"))
        {
            end = at + "point".Length;
            return "percentage-point";
        }

        if (!char.IsLetter(p[at]) && p[at] is not ('°' or 'º' or '²'))
            return null;
        if (
            !TryReadName(p, at, out var unit, out var behind)
            && (
                joined
                || !p.Is(p.WordAt(at), FigureWord.BeforeUnit)
                || !TryReadName(p, p.SkipBlanks(p.WordAt(at).End), out unit, out behind)
            )
        )
        {
            return null;
        }

        if (
            (unit == "second" && p[behind - 1] is not 's' && figure.Value != 1 && !joined && figure.Kind != FigureKind.Fraction)
            || (unit == "magnitude" && figure.Value > 10)
        )
        {
            return null;
        }

        if (unit == "GBP" && behind - at <= "pounds".Length && IsWeight(p, figure, behind))
            unit = "lb";
        if (unit == "MW" && p[behind - 1] == 'w' && figure.Value < 10)
            unit = "magnitude";
        if (unit == "KRW" && !figure.Scaled && figure.Value < 1000)
            return null;
        end = behind;
        if (unit == "year")
            TakeOld(p, ref end);
        return unit;
    }

    /// <summary>True where the word behind a position measures time: "two days" of three months.</summary>
    public static bool IsTimeUnit(Passage p, int at)
    {
        var word = p.WordAfterJoin(at);
        return word.Length > 0 && UnitLexicon.TryFind(p[word], out var unit) && UnitLexicon.IsTime(unit!);
    }

    public static bool TryReadName(Passage p, int at, out string? unit, out int behind)
    {
        (unit, behind) = (null, at);
        var end = at;
        for (var words = 0; words < LongestName; words++)
        {
            while (
                end - at < 40
                && (
                    char.IsLetterOrDigit(p[end])
                    || p[end] is '/' or '°' or '²' or '³'
                    || (p[end] == '.' && char.IsLetter(p[end + 1]))
                )
            )
            {
                end++;
            }

            if (end == at)
                return false;
            if (UnitLexicon.TryFind(p.Text[at..end], out var found) || CurrencyLexicon.TryFindName(p.Text[at..end], out found))
                (unit, behind) = (found, end);
            if (
                p[end] == '^'
                && p[end + 1] is '2' or '3'
                && end - at < 8
                && GluedUnit.ReadPower(p, at, end, ref behind) is { } power
            )
            {
                unit = power;
            }
            if (p[end] is not (' ' or '-' or '.') || (!char.IsLetter(p[end + 1]) && !(p[end] == '.' && p[end + 1] == ' ')))
                break;
            end++;
        }

        return unit is not null;
    }

    /// <summary>
    /// "pounds" are money where much is meant or paid, else weight, as in American news; with "of" they are always weight.
    /// </summary>
    [Example("They caught 40 million pounds of crab.", "40 million pounds of crab")]
    private static bool IsWeight(Passage p, in Figure figure, int behind)
    {
        // "40 million pounds of cargo"; of debt or aid it is money.
        if (p.WordAfter(behind) is var of && p.Is(of, "of") && p.WordAfter(of.End) is { Length: > 0 } what)
            return !p.Is(what, FigureWord.OfMoney);
        if (p.AnyBefore(figure.Start, 8, FigureWord.Weight))
            return true;
        // "a 40-pound dog", but "a 200-pound fine"
        if (Passage.IsHyphen(p[figure.End]))
            return !p.Is(p.WordAfter(behind), FigureWord.BeforeMoney | FigureWord.OfMoney);
        if (figure.Value >= MuchWeight || p.AnyBefore(figure.Start, 5, FigureWord.BeforeMoney))
            return false;
        return !p.Is(p.WordAfter(behind), "a") && !p.Is(p.WordAfter(behind), "per");
    }

    /// <summary>"half of a point", "half an hour", "three quarters of a mile".</summary>
    private static int SkipOfA(Passage p, int at)
    {
        var word = p.WordAt(at);
        if (p.Is(word, "of"))
            word = p.WordAfter(word.End);
        var article = p.Is(word, "a") || p.Is(word, "an");
        if (!article)
            return at;
        return p.SkipBlanks(word.End);
    }

    /// <summary>"34-year-old", "34 years old".</summary>
    [Example("A 34-year-old won.", "34-year-old")]
    private static void TakeOld(Passage p, ref int end)
    {
        var word = p.WordAfterJoin(end);
        if (p.Is(word, "old") || p.Is(word, "olds"))
            end = word.End;
    }
}
