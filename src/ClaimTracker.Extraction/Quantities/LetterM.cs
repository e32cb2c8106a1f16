using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>Whether "m" behind a number is metres; else it is millions.</summary>
internal static class LetterM
{
    /// <summary>True where "m" behind a number is more likely metres: "a 100m race", "2m apart".</summary>
    public static bool SaysLength(Passage p, int start, int end) =>
        p.Is(p.WordAfterJoin(end), FigureWord.BehindLength)
        || IsLengthInBrackets(p, end)
        || p.AnyBefore(start, 4, FigureWord.BeforeLength)
        || IsRace(p, start, end);

    /// <summary>"20m (66ft)": the same length in another measure.</summary>
    [Example("It is 20m (66ft) wide.", "20m", "66ft")]
    private static bool IsLengthInBrackets(Passage p, int end)
    {
        if (p[end] != ' ' || p[end + 1] != '(' || !FigureReader.TryReadNumber(p, end + 2, out var figure))
            return false;
        return p.IsAny(p.WordAfterJoin(figure.End), ["ft", "feet", "foot", "in", "inches", "yards", "yd", "miles", "mile", "mi"]);
    }

    /// <summary>"in the 400m", "the women's 100m".</summary>
    [Example("She won the women's 100m.", "100m")]
    private static bool IsRace(Passage p, int start, int end) =>
        p.Text[start..(end - 1)]
            is "60"
                or "100"
                or "110"
                or "200"
                or "400"
                or "800"
                or "1,500"
                or "1500"
                or "3,000"
                or "5,000"
                or "10,000"
        && p.WordBefore(start) is var before
        && (
            p.IsAny(before, ["men's", "women's", "men’s", "women’s"])
            || (p.Is(before, "the") && p.IsAny(p.WordBefore(before.Start), ["in", "over", "won", "ran", "run", "and"]))
        );
}
