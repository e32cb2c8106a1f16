namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads numbers that are written in digits: "2,415,300", "3 000 000", "1.200.000", "12,34,567", "2 1/2", "4-1/2", "0.25", "3,5
/// million", "10^6".
/// </summary>
internal static class NumeralReader
{
    /// <summary>A double holds 15 digits exactly; a longer row is an account number, not a figure.</summary>
    private const int MostDigits = 15;

    /// <summary>Enough to see that a row is too long, and few enough that a row is not walked over again and again.</summary>
    private const int MostGroups = 6;

    /// <summary>The denominators that a slash is followed by in a fraction; "9/11" and "24/7" are none.</summary>
    private static ReadOnlySpan<double> Denominators => [2, 3, 4, 5, 8, 10, 16];

    /// <summary>
    /// Reads the digits at a position. False where the token is something else: a version, an address, a date, a row too long.
    /// </summary>
    public static bool TryRead(Passage p, int at, out Figure figure)
    {
        figure = new Figure(at, at, FigureKind.Plain, 0);
        if (Vulgar(p[at]) is > 0 and var alone)
        {
            figure = new Figure(at, at + 1, FigureKind.Fraction, 1) { Factor = alone };
            return true;
        }

        var digits = Digits(p, at, ref figure.Mantissa);
        var end = Groups(p, at, at + digits, ref figure.Mantissa, ref digits);
        if (end > at + digits)
            figure.Kind = FigureKind.Numeral;
        if (digits > MostDigits)
            return false;

        if ((p[end] is '.' or '·' && char.IsAsciiDigit(p[end + 1])) || DecimalComma.Stands(p, at, end))
        {
            figure.Decimals = Digits(p, end + 1, ref figure.Mantissa);
            if (digits + figure.Decimals > MostDigits)
                return false;
            end += 1 + figure.Decimals;
            figure.Kind = FigureKind.Numeral;
            if (p[end] == '.' && char.IsAsciiDigit(p[end + 1]))
                return false;
        }
        else if (p[at - 1] == '.' && !char.IsLetterOrDigit(p[at - 2]) && p[at - 2] != '.' && digits == end - at)
        {
            (figure.Decimals, figure.Kind, figure.Start) = (digits, FigureKind.Numeral, at - 1);
        }

        figure.End = end;
        return PowerReader.Read(p, ref figure) || ReadFraction(p, ref figure);
    }

    /// <summary>The position behind a token that is no number: digits and whatever is glued to them.</summary>
    public static int EndOfToken(Passage p, int at)
    {
        while (char.IsLetterOrDigit(p[at]) || (p[at] != '\0' && IsGlue(p[at]) && char.IsLetterOrDigit(p[at + 1])))
            at++;
        return at;

        static bool IsGlue(char c) => c is '.' or ',' or ':' or '/' or '_' || Passage.IsDash(c);
    }

    private static bool ReadFraction(Passage p, ref Figure figure)
    {
        var at = p[figure.End] == ' ' ? figure.End + 1 : figure.End;
        if (Vulgar(p[at]) is > 0 and var vulgar)
        {
            if (figure.Decimals > 0)
                return true;
            figure = new Figure(figure.Start, at + 1, FigureKind.Numeral, 1) { Factor = figure.Mantissa + vulgar };
            return true;
        }

        if (IsSlash(p[figure.End]) && char.IsAsciiDigit(p[figure.End + 1]))
            return TryDivide(p, ref figure, figure.Start, 0);
        if (Passage.IsHyphen(p[at]))
            at++;
        if (figure.IsPlain && at > figure.End && char.IsAsciiDigit(p[at]) && IsSlash(p[at + 1]))
        {
            var part = new Figure(at, at + 1, FigureKind.Plain, p[at] - '0');
            if (TryDivide(p, ref part, figure.Start, figure.Mantissa))
                (part.Kind, figure) = (FigureKind.Numeral, part);
        }

        return true;
    }

    private static bool TryDivide(Passage p, ref Figure figure, int start, double whole)
    {
        double below = 0;
        var digits = Digits(p, figure.End + 1, ref below);
        var end = figure.End + 1 + digits;
        if (digits > 2 || IsSlash(p[end]) || !Denominators.Contains(below) || figure.Mantissa >= below || figure.Mantissa == 0)
            return false;
        figure = new Figure(start, end, FigureKind.Fraction, 1) { Factor = whole + figure.Mantissa / below };
        return true;
    }

    /// <summary>A slash, or the stroke that fractions are set with.</summary>
    private static bool IsSlash(char c) => c is '/' or '\u2044';

    private static int Digits(Passage p, int at, ref double value)
    {
        var end = at;
        for (; char.IsAsciiDigit(p[end]); end++)
            value = value * 10 + (p[end] - '0');
        return end - at;
    }

    /// <summary>Reads groups of three behind the first one to three digits, or two and then three as in India.</summary>
    private static int Groups(Passage p, int start, int end, ref double value, ref int digits)
    {
        if (digits > 3 || p[start] == '0' || !IsSeparator(p[end]))
            return end;
        var separator = p[end];
        var (at, last, groups, sum, count) = (end, 0, 0, value, digits);
        while (groups < MostGroups && p[at] == separator && char.IsAsciiDigit(p[at + 1]))
        {
            var next = sum;
            last = Digits(p, at + 1, ref next);
            if (last != 3 && (last != 2 || separator != ','))
                break;
            (sum, at, groups, count) = (next, at + 1 + last, groups + 1, count + last);
        }

        var comma = p[at] == ',' && DecimalComma.Stands(p, start, at);
        var whole = last == 3 && groups > 0 && (separator != '.' || groups > 1 || comma);
        if (separator == ' ' && (Passage.IsDash(p[at]) || (p[at] is '/' or ':' or '.' && char.IsAsciiDigit(p[at + 1]))))
            whole = false;
        if (!whole)
            return end;
        (value, digits) = (sum, count);
        return at;
    }

    private static bool IsSeparator(char c) =>
        c is ',' or '.' or ' ' or '\'' or '’' or '\u00A0' or '\u2009' or '\u202F' or '\u2007';

    /// <summary>The value of a fraction that is one character; 0 of all else.</summary>
    public static double Vulgar(char c) =>
        c switch
        {
            '¼' => 0.25,
            '½' => 0.5,
            '¾' => 0.75,
            '⅓' => 1 / 3d,
            '⅔' => 2 / 3d,
            '⅕' => 0.2,
            '⅖' => 0.4,
            '⅗' => 0.6,
            '⅘' => 0.8,
            '⅙' => 1 / 6d,
            '⅚' => 5 / 6d,
            '⅐' => 1 / 7d,
            '⅑' => 1 / 9d,
            '⅒' => 0.1,
            '⅛' => 0.125,
            '⅜' => 0.375,
            '⅝' => 0.625,
            '⅞' => 0.875,
            _ => 0,
        };
}
