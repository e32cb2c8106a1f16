namespace ClaimTracker.Extraction.Matching;

/// <summary>Words → counted features, each a 32-bit hash: collisions are rarer than misspellings.</summary>
internal static class Features
{
    private const uint Seed = 2166136261;

    /// <summary>Stems of the words that say something.</summary>
    public static Dictionary<uint, int> Stems(IReadOnlyList<MatchWord> words)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var word in words)
        {
            if (!word.Stop)
                Count(counts, Hash(word.Stem, Seed));
        }

        return counts;
    }

    /// <summary>
    /// Runs of three to five characters within each word and its bounds: they meet where spelling or ending differ.
    /// </summary>
    public static Dictionary<uint, int> Characters(IReadOnlyList<MatchWord> words)
    {
        var counts = new Dictionary<uint, int>();
        Span<char> padded = stackalloc char[66];
        foreach (var word in words)
        {
            if (word.Stop)
                continue;
            padded[0] = ' ';
            word.Plain.CopyTo(padded[1..]);
            padded[word.Plain.Length + 1] = ' ';
            var text = padded[..(word.Plain.Length + 2)];
            for (var size = 3; size <= 5; size++)
            {
                for (var at = 0; at + size <= text.Length; at++)
                    Count(counts, Hash(text.Slice(at, size), Seed + (uint)size));
            }
        }

        return counts;
    }

    /// <summary>FNV-1a over the characters.</summary>
    public static uint Hash(ReadOnlySpan<char> text, uint seed)
    {
        foreach (var c in text)
            seed = (seed ^ c) * 16777619;
        return seed;
    }

    private static void Count(Dictionary<uint, int> counts, uint feature) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
}
