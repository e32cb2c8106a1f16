namespace ClaimTracker.Extraction.Quantities;

/// <summary>How a number is written, which decides what it may be taken for.</summary>
internal enum FigureKind
{
    /// <summary>Digits alone: may be a year, a day or a label.</summary>
    Plain,

    /// <summary>Digits with separators, a decimal point or a scale: "2,415,300", "3.6m".</summary>
    Numeral,

    /// <summary>In words: "thirty-one".</summary>
    Words,

    /// <summary>A part of something: "two-thirds", "half".</summary>
    Fraction,

    /// <summary>An open number: "dozens", "hundreds of thousands", "several hundred".</summary>
    Indefinite,

    /// <summary>"a couple of": about two.</summary>
    Couple,
}

/// <summary>
/// A number as it stands in the text, before anything is made of it. Kept as an integer and a power of ten so that 1.1m is
/// 1,100,000 to the last digit.
/// </summary>
internal struct Figure
{
    public int Start;
    public int End;
    public FigureKind Kind;
    public double Mantissa;
    public int Decimals;
    public double Factor;
    public bool Scaled;

    public Figure(int start, int end, FigureKind kind, double mantissa, int decimals = 0)
    {
        (Start, End, Kind, Mantissa, Decimals, Factor) = (start, end, kind, mantissa, decimals, 1);
    }

    public readonly double Value
    {
        get
        {
            var divisor = Math.Pow(10, Decimals);
            return Factor >= divisor ? Mantissa * (Factor / divisor) : Mantissa * Factor / divisor;
        }
    }

    public readonly bool IsPlain => Kind == FigureKind.Plain;

    public readonly bool IsInteger => Decimals == 0 && Factor >= 1 && Kind is not FigureKind.Fraction;

    public void ScaleBy(double factor, int end)
    {
        (Factor, Scaled, End) = (Factor * factor, true, end);
        if (Kind == FigureKind.Plain)
            Kind = FigureKind.Numeral;
    }
}
