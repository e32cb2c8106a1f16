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
    private static readonly FrozenDictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> Words = Build()
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, double>.AlternateLookup<ReadOnlySpan<char>> Suffixes = new Dictionary<
        string,
        double
    >
    {
        ["k"] = 1e3,
        ["K"] = 1e3,
        ["m"] = 1e6,
        ["M"] = 1e6,
        ["mn"] = 1e6,
        ["mln"] = 1e6,
        ["mil"] = 1e6,
        ["MM"] = 1e6,
        ["b"] = 1e9,
        ["B"] = 1e9,
        ["bn"] = 1e9,
        ["Bn"] = 1e9,
        ["BN"] = 1e9,
        ["bln"] = 1e9,
        ["tn"] = 1e12,
        ["trn"] = 1e12,
        ["tln"] = 1e12,
        ["T"] = 1e12,
        ["cr"] = 1e7,
    }
        .ToFrozenDictionary()
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

    /// <summary>"bn" after a numeral; case matters, as in "5m" and "5M".</summary>
    public static bool TryFindSuffix(ReadOnlySpan<char> letters, out double factor) => Suffixes.TryGetValue(letters, out factor);

    private static Dictionary<string, NumberWord> Build()
    {
        var words = new Dictionary<string, NumberWord>();
        AddRow(NumberWordKind.Digit, 0, 1, "zero one two three four five six seven eight nine");
        AddRow(NumberWordKind.Teen, 10, 1, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        AddRow(NumberWordKind.Ten, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
        AddRow(NumberWordKind.Part, 3, 1, "third quarter fifth sixth seventh eighth ninth tenth");
        AddRow(NumberWordKind.Part, 3, 1, "thirds quarters fifths sixths sevenths eighths ninths tenths");
        words["fourth"] = words["fourths"] = new NumberWord(NumberWordKind.Part, 4);
        words["half"] = words["halves"] = new NumberWord(NumberWordKind.Part, 2);
        words["twelfth"] = words["twelfths"] = new NumberWord(NumberWordKind.Part, 12);
        words["twentieth"] = new NumberWord(NumberWordKind.Part, 20);
        words["hundredth"] = words["hundredths"] = new NumberWord(NumberWordKind.Part, 100);
        words["thousandth"] = words["thousandths"] = new NumberWord(NumberWordKind.Part, 1000);
        words["couple"] = new NumberWord(NumberWordKind.Couple, 2);
        words["hundred"] = new NumberWord(NumberWordKind.Hundred, 100);
        foreach (
            var (word, value) in new[]
            {
                ("thousand", 1e3),
                ("million", 1e6),
                ("billion", 1e9),
                ("trillion", 1e12),
                ("quadrillion", 1e15),
                ("lakh", 1e5),
                ("crore", 1e7),
            }
        )
        {
            words[word] = new NumberWord(NumberWordKind.Scale, value);
            words[word + "s"] = new NumberWord(NumberWordKind.Many, value);
        }

        words["dozen"] = new NumberWord(NumberWordKind.Scale, 12);
        foreach (var (word, value) in new[] { ("tens", 10d), ("dozens", 12d), ("scores", 20d), ("hundreds", 100d) })
            words[word] = new NumberWord(NumberWordKind.Many, value);
        return words;

        void AddRow(NumberWordKind kind, int first, int step, string row)
        {
            foreach (var word in row.Split(' '))
                (words[word], first) = (new NumberWord(kind, first), first + step);
        }
    }
}
