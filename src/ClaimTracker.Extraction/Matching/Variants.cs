namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Stems that stand for one thing, brought to one of them: "pics" and "photographs", "Russians" and "Russia", "bought" and "buy".
/// </summary>
internal static class Variants
{
    private static readonly Dictionary<string, string[]> Groups = Read();

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Stems = Groups
        .SelectMany(group => group.Value.Select(word => (Stem: Stem(word), First: group.Key)))
        .DistinctBy(pair => pair.Stem)
        .ToDictionary(pair => pair.Stem, pair => pair.First)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stem that stands for this one, or null where it stands for itself.</summary>
    public static string? Of(ReadOnlySpan<char> stem) => Stems.TryGetValue(stem, out var first) ? first : null;

    /// <summary>The words that a stem stands for, as <see cref="Of"/> gives it; none where it stands for itself.</summary>
    public static IReadOnlyList<string> Group(string stem) => Groups.TryGetValue(stem, out var words) ? words : [];

    // A group is known by the stem of its first word.
    private static Dictionary<string, string[]> Read()
    {
        using var stream = typeof(Variants).Assembly.GetManifestResourceStream("variants.txt")!;
        return new StreamReader(stream)
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.TrimStart('~', ' ').Split(' '))
            .ToDictionary(group => Stem(group[0]));
    }

    private static string Stem(string word)
    {
        var stem = word.ToCharArray();
        return new string(stem, 0, Stemmer.Stem(stem));
    }
}
