using System.Collections.Frozen;
using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Reads what a figure is a rate of: "$70 per barrel", "£30 a month", "12 hours each week", "$5/month", "500-a-day".
/// </summary>
internal static class RateReader
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Periods = Split(
        "second minute hour day night week weekend fortnight month quarter year decade century season shift"
    );

    /// <summary>Rounds of a sport and heads, by which anything is counted: "27 points a game", "40 litres a head".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Rounds = Split(
        "game match head person set round lap innings pop piece"
    );

    /// <summary>What a price is for: "$70 a barrel", "60 cents a kilowatt-hour".</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Wares = Split(
        """
        share barrel ton tonne ounce pound kilo kilogram kilogramme gram gramme litre liter gallon pint bushel unit vote room
        bottle glass book copy
        passenger seat pack packet dose shot pill cup household family student pupil child vehicle word mile kilometre kilometer
        acre hectare metre meter yard foot
        kilowatt megawatt gigawatt gigabyte megabyte visit trip journey ticket bag box can jar crate case carton item bed episode
        song call plate dish meal
        carat dozen dollar euro therm watt bale tree cow sheep pig chicken animal worker employee customer voter resident
        household capita
        """
    );

    private static readonly string[] NoRate =
    [
        "ago",
        "after",
        "before",
        "earlier",
        "later",
        "from",
        "since",
        "long",
        "longer",
        "off",
        "away",
        "late",
        "early",
        "following",
    ];

    private const int LongestName = 24;

    /// <summary>Reads the rate that begins at <paramref name="end"/>, and moves it behind; null where none does.</summary>
    /// <param name="p">The passage.</param>
    /// <param name="unit">The unit of the figure; <see cref="OfUnit"/> says what a unit holds by itself.</param>
    /// <param name="counted">True where a noun says what is counted.</param>
    /// <param name="end">Where the figure, its unit and its noun end.</param>
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
        && (Periods.Contains(p[noun]) || !NounLexicon.IsStop(p[noun]));

    private static bool MayStandBehindAn(Passage p, TextSpan noun, string? unit, bool counted, bool each)
    {
        if (Passage.IsHyphen(p[noun.End]) || p[noun.End] is '\'' or '’')
            return false;
        if (Periods.Contains(p[noun]))
            return !p.IsAny(p.WordAfter(noun.End), NoRate);
        if (each)
            return false;
        return (Rounds.Contains(p[noun]) && (counted || unit is not null))
            || (Wares.Contains(p[noun]) && unit is not null && !UnitLexicon.IsTime(unit));
    }

    private static string? ReadSlash(Passage p, string? unit, ref int end)
    {
        var noun = p.WordAt(end + 1);
        if (
            unit is null
            || noun.Length < 2
            || (!Periods.Contains(p[noun]) && !Wares.Contains(p[noun]) && !UnitLexicon.TryFind(p[noun], out _))
        )
        {
            return null;
        }

        end = noun.End;
        return p[noun].ToString();
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Split(string words) =>
        words
            .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
}
