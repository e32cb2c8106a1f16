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
    private const int ShortestWord = 3;

    private static readonly List<NumberWord> Numbers = [];
    private static readonly WordTable Words = ReadNumbers();
    private static readonly WordTable Ordinals = new([.. WordFiles.Of("ordinal").Select(use => use.Word)]);
    private static readonly double[] Places = [.. WordFiles.Of("ordinal").Select(use => use.Number)];
    private static readonly WordTable Suffixes = new([.. WordFiles.Of("suffix").Select(use => use.Word)], exact: true);
    private static readonly double[] Factors = [.. WordFiles.Of("suffix").Select(use => use.Number)];

    public static bool TryFind(ReadOnlySpan<char> word, out NumberWord found)
    {
        var place = word.Length >= ShortestWord ? Words.Find(word) : -1;
        found = place < 0 ? default : Numbers[place];
        return place >= 0;
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
    public static bool TryFindOrdinal(ReadOnlySpan<char> word, out double place) => TryFind(Ordinals, Places, word, out place);

    /// <summary>"bn" after a numeral; case matters, as in "5m" and "5M".</summary>
    public static bool TryFindSuffix(ReadOnlySpan<char> letters, out double factor) =>
        TryFind(Suffixes, Factors, letters, out factor);

    private static bool TryFind(WordTable table, double[] values, ReadOnlySpan<char> word, out double value)
    {
        var place = table.Find(word);
        value = place < 0 ? 0 : values[place];
        return place >= 0;
    }

    private static WordTable ReadNumbers()
    {
        var words = new List<string>();
        for (var kind = NumberWordKind.Digit; kind <= NumberWordKind.Couple; kind++)
        {
            foreach (var use in WordFiles.Of(kind.ToString().ToLowerInvariant()))
            {
                words.Add(use.Word);
                Numbers.Add(new NumberWord(kind, use.Number));
            }
        }

        return new WordTable(words);
    }
}
