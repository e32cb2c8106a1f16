using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads what a figure is a rate of: "$70 per barrel", "£30 a month", "12 hours each week", "$5/month", "500-a-day".
/// </summary>
internal static class RateReader
{
    private const int LongestName = 24;

    /// <summary>Reads the rate that begins at <paramref name="end"/>, and moves it behind; null where none does.</summary>
    /// <param name="p">The passage.</param>
    /// <param name="unit">The unit of the figure; <see cref="OfUnit"/> says what a unit holds by itself.</param>
    /// <param name="counted">True where a noun says what is counted.</param>
    /// <param name="end">Where the figure, its unit and its noun end.</param>
    [Example("Oil is at $70 a barrel.", "$70 a barrel")]
    public static string? Read(Passage p, string? unit, bool counted, ref int end)
    {
        if (p[end] == '/')
            return ReadSlash(p, unit, ref end);
        var joined = Passage.IsHyphen(p[end]);
        var word = p.WordAfterJoin(end);
        var per = p.Is(word, "per");
        var each = p.Is(word, "each") || p.Is(word, "every");
        if (!per && !each && !p.Is(word, "a") && !p.Is(word, "an"))
            return null;
        if (joined != Passage.IsHyphen(p[word.End]))
            return null;
        var noun =
            per ? Named(p, joined ? word.End + 1 : p.SkipBlanks(word.End))
            : joined ? p.WordAt(word.End + 1)
            : p.WordAfter(word.End);
        if (noun.Length == 0 || !(per ? MayStandBehindPer(p, noun) : MayStandBehindAn(p, noun, unit, counted, each)))
            return null;
        end = noun.End;
        return p[noun].ToString();
    }

    /// <summary>What a unit of its own says of a rate: "bpd" is barrels by the day.</summary>
    public static string? OfUnit(ref string? unit)
    {
        if (unit is not ("barrel/day" or "litre/day" or "tonne/year"))
            return null;
        var slash = unit.IndexOf('/', StringComparison.Ordinal);
        var per = unit[(slash + 1)..];
        unit = unit[..slash];
        return per;
    }

    /// <summary>The noun behind "per": a measure whole, "square kilometre", else one word.</summary>
    private static TextSpan Named(Passage p, int at) =>
        UnitReader.TryReadName(p, at, out _, out var behind) && behind - at <= LongestName
            ? new TextSpan(at, behind)
            : p.WordAt(at);

    private static bool MayStandBehindPer(Passage p, TextSpan noun) =>
        !p.Is(noun, "cent")
        && !p.Is(noun, "se")
        && !NumberLexicon.TryFind(p[noun], out _)
        && (p.Is(noun, FigureWord.Period) || !NounLexicon.IsStop(p[noun]));

    private static bool MayStandBehindAn(Passage p, TextSpan noun, string? unit, bool counted, bool each)
    {
        if (Passage.IsHyphen(p[noun.End]) || p[noun.End] is '\'' or '’')
            return false;
        if (p.Is(noun, FigureWord.Period))
            return !p.Is(p.WordAfter(noun.End), FigureWord.NoRate);
        if (each)
            return false;
        return p.Is(noun, "head")
            || (p.Is(noun, FigureWord.Round) && (counted || unit is not null))
            || (p.Is(noun, FigureWord.Ware) && unit is not null && !UnitLexicon.IsTime(unit));
    }

    [Example("Rent is $900/month.", "$900/month")]
    private static string? ReadSlash(Passage p, string? unit, ref int end)
    {
        var noun = p.WordAt(end + 1);
        if (
            unit is null
            || noun.Length < 2
            || (!p.Is(noun, FigureWord.Period) && !p.Is(noun, FigureWord.Ware) && !UnitLexicon.TryFind(p[noun], out _))
        )
        {
            return null;
        }

        end = noun.End;
        return p[noun].ToString();
    }
}
