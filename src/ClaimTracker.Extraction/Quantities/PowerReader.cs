using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Reads powers of ten behind digits: "10^6", "10⁶", "3.4 × 10^5", "2x10-3".</summary>
internal static class PowerReader
{
    private const int Highest = 30;
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Multiplies a figure by the power behind it; false where none stands there.</summary>
    [Example("It holds 3.4 × 10^5 litres.", "3.4 × 10^5 litres")]
    public static bool Read(Passage p, ref Figure figure)
    {
        if (figure is { Mantissa: 10, Decimals: 0 } && TryReadExponent(p, figure.End, out var alone, out var end))
        {
            figure = new Figure(figure.Start, end, FigureKind.Numeral, 1) { Factor = Math.Pow(10, alone) };
            return true;
        }

        var at = p.SkipBlanks(figure.End);
        if (p[at] is not ('×' or 'x' or '*' or '·'))
            return false;
        at = p.SkipBlanks(at + 1);
        if (p[at] != '1' || p[at + 1] != '0' || !TryReadExponent(p, at + 2, out var exponent, out end))
            return false;
        figure.Factor *= Math.Pow(10, exponent);
        (figure.Kind, figure.End) = (FigureKind.Numeral, end);
        return true;
    }

    private static bool TryReadExponent(Passage p, int at, out int exponent, out int end)
    {
        (exponent, end) = (0, at);
        var marked = p[at] == '^';
        if (marked)
            at++;
        var negative = p[at] is '-' or '−' or '⁻';
        if (negative && (marked || p[at] == '⁻'))
            at++;
        else if (negative)
            return false;
        end = at;
        for (var digit = Digit(p[end], marked); digit >= 0 && exponent < Highest; digit = Digit(p[++end], marked))
            exponent = exponent * 10 + digit;
        if (negative)
            exponent = -exponent;
        return end > at && Math.Abs(exponent) <= Highest;
    }

    private static int Digit(char c, bool marked) =>
        marked && char.IsAsciiDigit(c) ? c - '0' : Raised.IndexOf(c, StringComparison.Ordinal);
}
