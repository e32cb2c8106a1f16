using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>A number with its measure, as far as they touch: "$3bn", "12 %", "minus 5 degrees".</summary>
internal struct Amount
{
    public int Start;
    public int End;
    public Figure Figure;
    public string? Unit;
    public bool Negative;

    /// <summary>How far the figure may be off either way: 2 of "50 ± 2"; 0 where nothing is said.</summary>
    public double Tolerance;

    public readonly double Value => Negative ? -Figure.Value : Figure.Value;

    /// <summary>Reads the amount whose number begins at a position.</summary>
    public static bool TryRead(Passage p, int at, out Amount amount)
    {
        amount = new Amount { Start = at };
        var currency = UnitReader.ReadCurrencyBefore(p, ref amount.Start);
        if (!FigureReader.TryRead(p, at, currency is not null, out amount.Figure))
            return false;
        if (amount.Figure.Start < amount.Start)
            amount.Start = amount.Figure.Start;
        amount.End = amount.Figure.End;
        amount.ReadSign(p);
        amount.Tolerance = Quantities.Tolerance.Read(p, ref amount.End);
        var behind = amount.End;
        var unit = UnitReader.ReadAfter(p, ref behind, amount.Figure);
        if (currency is null || CurrencyLexicon.IsMoney(unit))
            amount.End = behind;
        amount.Unit = currency is null || (amount.End == behind && unit is not null) ? unit : currency;
        amount.ReadBelowZero(p);
        return true;
    }

    /// <summary>"12 degrees below zero", "30 below zero Fahrenheit".</summary>
    [Example("It was 30 below zero Fahrenheit.", "30 below zero Fahrenheit")]
    private void ReadBelowZero(Passage p)
    {
        var below = p.WordAfter(End);
        var zero = p.Is(below, "below") ? p.WordAfter(below.End) : default;
        if (!p.Is(zero, "zero") || Unit is not (null or "degree" or "°C" or "°F") || Negative)
            return;
        (Negative, End) = (true, zero.End);
        var scale = p.WordAfter(zero.End);
        Unit ??= "degree";
        if (p.IsAny(scale, ["celsius", "centigrade", "fahrenheit", "c", "f"]))
            (Unit, End) = (p[scale.Start] is 'f' or 'F' ? "°F" : "°C", scale.End);
    }

    private void ReadSign(Passage p)
    {
        var before = p.WordBefore(Passage.IsHyphen(p[Start - 1]) ? Start - 1 : Start);
        if (p.Is(before, "minus") && !p.Is(p.WordBefore(before.Start), "or"))
            (Negative, Start) = (true, before.Start);
        else if (p[Start - 1] is '-' or '\u2212' && !char.IsLetterOrDigit(p[Start - 2]))
            (Negative, Start) = (true, Start - 1);
        else if (p[Start - 1] == '+' && !char.IsLetterOrDigit(p[Start - 2]))
            Start--;
    }
}
