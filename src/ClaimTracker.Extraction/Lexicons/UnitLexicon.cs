using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>The measures, by every name that news gives them.</summary>
internal static class UnitLexicon
{
    private static readonly WordTable<string> Names = new(Read());

    private static readonly FrozenSet<string> TimeUnits = WordFiles.Of("duration").Select(use => use.Value).ToFrozenSet();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Letters = WordFiles
        .Of("glued")
        .ToFrozenDictionary(use => use.Word, use => use.Value)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// The measure that a name stands for. The case of a short one decides: "Nm" is a newton metre and "nm" a nanometre, "EV" a
    /// car, "Mw" the size of a quake.
    /// </summary>
    public static bool TryFind(ReadOnlySpan<char> name, out string? unit) => Names.TryFind(name, out unit);

    /// <summary>Letters so short that they are a unit only right behind digits, and only in this case.</summary>
    public static bool TryFindGlued(ReadOnlySpan<char> letters, out string? unit) => Letters.TryGetValue(letters, out unit);

    public static bool IsTime(string unit) => TimeUnits.Contains(unit);

    /// <summary>Names of several words are written with hyphens too: "nautical-mile".</summary>
    private static Dictionary<string, string> Read()
    {
        var units = new Dictionary<string, string>();
        foreach (var use in WordFiles.Of("unit").Concat(WordFiles.Of("duration")))
            units[use.Word] = units[use.Word.Replace(' ', '-')] = use.Value;
        return units;
    }
}
