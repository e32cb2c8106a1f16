namespace ClaimTracker.Extraction.Lexicons;

/// <summary>Moneys, named by their ISO 4217 code.</summary>
internal static class CurrencyLexicon
{
    private static readonly NamedValues Marks = new(exact: true, "mark");
    private static readonly NamedValues Names = new(exact: false, "money");
    private static readonly HashSet<string> Units = [.. Names.Values];

    /// <summary>What stands before a number: "$", "US$", "Rs", "EUR".</summary>
    public static bool TryFindPrefix(ReadOnlySpan<char> mark, out string? code) => Marks.TryFind(mark, out code);

    /// <summary>What stands behind a number: "dollars", "Canadian dollars", "EUR".</summary>
    public static bool TryFindName(ReadOnlySpan<char> name, out string? code) => Names.TryFind(name, out code);

    /// <summary>True for a unit that is a money or a part of one: "USD", "cent".</summary>
    public static bool IsMoney(string? unit) => unit is not null && Units.Contains(unit);

    public static bool IsSymbol(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol;
}
