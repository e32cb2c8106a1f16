namespace ClaimTracker.Web.Sources;

/// <summary>Tells raised digits that are a power from those that are a footnote's mark.</summary>
internal static class Power
{
    private static readonly HashSet<string> Units = new(StringComparer.Ordinal)
    {
        "km",
        "cm",
        "mm",
        "dm",
        "nm",
        "µm",
        "μm",
        "ft",
        "yd",
        "hm",
    };

    // Words of their own, or letters; they are units behind a figure, a scale or a slash only.
    private static readonly HashSet<string> UnitsBehindFigures = new(StringComparer.Ordinal) { "m", "in", "mi", "s", "h" };

    private static readonly HashSet<string> Scales = new(StringComparer.OrdinalIgnoreCase)
    {
        "hundred",
        "thousand",
        "million",
        "billion",
        "trillion",
        "per",
    };

    /// <summary>True behind the figure 10, and for the 2 or 3 (or a negative power) of a unit of length or time.</summary>
    /// <param name="raised">The raised text.</param>
    /// <param name="before">The line before it.</param>
    public static bool Is(string raised, LineSoFar before)
    {
        var digits = raised.TrimStart('-', '−');
        if (digits.Length is 0 or > 3 || raised.Length > digits.Length + 1 || !digits.All(char.IsAsciiDigit))
            return false;
        var line = before.Text.TrimEnd();
        var word = LineSoFar.LastWord(line);
        if (word == "10")
            return true;
        if (line.Length < before.Text.Length || digits is not ("1" or "2" or "3") || raised == "1")
            return false;
        return Units.Contains(word) || (UnitsBehindFigures.Contains(word) && IsBehindFigure(line[..^word.Length].TrimEnd()));
    }

    private static bool IsBehindFigure(string before) =>
        before.Length > 0
        && (
            char.IsDigit(before[^1])
            || before[^1] is '/' or '·' or '⋅' or '½' or '¼'
            || Scales.Contains(LineSoFar.LastWord(before))
        );
}
