using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>Moneys, named by their ISO 4217 code.</summary>
internal static class CurrencyLexicon
{
    private const int LongestMark = 4;

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Marks = WordFiles
        .Of("mark")
        .ToFrozenDictionary(use => use.Word, use => use.Value)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly WordTable<string> Names = new(WordFiles.Of("money").ToDictionary(use => use.Word, use => use.Value));

    private static readonly FrozenSet<string> Units = WordFiles.Of("money").Select(use => use.Value).ToFrozenSet();

    /// <summary>What stands before a number: "$", "US$", "Rs", "EUR".</summary>
    public static bool TryFindPrefix(ReadOnlySpan<char> mark, out string? code)
    {
        code = null;
        return mark.Length is > 0 and <= LongestMark && Marks.TryGetValue(mark, out code);
    }

    /// <summary>What stands behind a number: "dollars", "Canadian dollars", "EUR".</summary>
    public static bool TryFindName(ReadOnlySpan<char> name, out string? code) => Names.TryFind(name, out code);

    /// <summary>True for a unit that is a money or a part of one: "USD", "cent".</summary>
    public static bool IsMoney(string? unit) => unit is not null && Units.Contains(unit);

    public static bool IsSymbol(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.CurrencySymbol;
}
