namespace ClaimTracker.Extraction.Lexicons;

/// <summary>The measures, by every name that news gives them.</summary>
internal static class UnitLexicon
{
    private static readonly NamedValues Names = new(exact: false, "unit", "duration");
    private static readonly NamedValues Letters = new(exact: true, "glued");
    private static readonly HashSet<string> TimeUnits = [.. WordFiles.Of("duration").Select(use => use.Value)];

    /// <summary>
    /// The measure that a name stands for. The case of a short one decides: "Nm" is a newton metre and "nm" a nanometre, "EV" a
    /// car, "Mw" the size of a quake.
    /// </summary>
    public static bool TryFind(ReadOnlySpan<char> name, out string? unit) => Names.TryFind(name, out unit);

    /// <summary>Letters so short that they are a unit only right behind digits, and only in this case.</summary>
    public static bool TryFindGlued(ReadOnlySpan<char> letters, out string? unit) => Letters.TryFind(letters, out unit);

    public static bool IsTime(string unit) => TimeUnits.Contains(unit);
}
