using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Lexicons;

internal enum NumberWordKind
{
    Digit,
    Teen,
    Ten,
    Hundred,
    Scale,
    Many,
    Part,
    Couple,
}

/// <param name="Kind">Where the word may stand in a number.</param>
/// <param name="Value">Its value; of a <see cref="NumberWordKind.Part"/> the denominator.</param>
internal readonly record struct NumberWord(NumberWordKind Kind, double Value);

/// <summary>The words of which numbers are made.</summary>
internal static class NumberLexicon
{
    private static readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> Words =
        Enum.GetValues<NumberWordKind>()
            .SelectMany(kind =>
                WordFiles.NumbersOf(ClassOf(kind)).Select(one => (one.Word, Meaning: new NumberWord(kind, one.Number)))
            )
            .ToFrozenDictionary(one => one.Word, one => one.Meaning, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Ordinals = WordFiles
        .NumbersOf("ordinal")
        .ToFrozenDictionary(one => one.Word, one => one.Number, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Suffixes = WordFiles
        .NumbersOf("suffix")
        .ToFrozenDictionary(one => one.Word, one => one.Number)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool TryFind(ReadOnlySpan<char> word, out NumberWord found)
    {
        found = default;
        return word.Length is >= 3 and <= 12 && Words.TryGetValue(word, out found);
    }

    /// <summary>"tenfold", "hundredfold": the number before "fold", which is read as a measure behind it.</summary>
    public static bool TryFindFold(ReadOnlySpan<char> word, out NumberWord found)
    {
        found = default;
        return word.EndsWith("fold", StringComparison.OrdinalIgnoreCase)
            && TryFind(word[..^4], out found)
            && found.Kind < NumberWordKind.Scale;
    }

    /// <summary>"third": its place in the row.</summary>
    public static bool TryFindOrdinal(ReadOnlySpan<char> word, out double place) => Ordinals.TryGetValue(word, out place);

    /// <summary>"bn" after a numeral; case matters, as in "5m" and "5M".</summary>
    public static bool TryFindSuffix(ReadOnlySpan<char> letters, out double factor) => Suffixes.TryGetValue(letters, out factor);

    private static string ClassOf(NumberWordKind kind) => kind.ToString().ToLowerInvariant();
}
