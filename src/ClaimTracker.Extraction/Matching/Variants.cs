namespace ClaimTracker.Extraction.Matching;

/// <summary>Stems that stand for one thing, brought to one of them: "pics" and "photographs", "Russians" and "Russia", "bought" and "buy".</summary>
internal static class Variants
{
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Stems = Read().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The stem that stands for this one, or null where it stands for itself.</summary>
    public static string? Of(ReadOnlySpan<char> stem) => Stems.TryGetValue(stem, out var first) ? first : null;

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(Variants).Assembly.GetManifestResourceStream("variants.txt")!;
        var stems = new Dictionary<string, string>();
        foreach (var line in new StreamReader(stream).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] == '#') continue;
            var group = line.Split(' ').Select(Stem).ToList();
            foreach (var stem in group) stems.TryAdd(stem, group[0]);
        }

        return stems;
    }

    private static string Stem(string word)
    {
        var stem = word.ToCharArray();
        return new string(stem, 0, Stemmer.Stem(stem));
    }
}
