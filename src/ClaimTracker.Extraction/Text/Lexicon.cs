using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Text;

/// <summary>
/// The word lists of <c>lexicon.txt</c>: a line <c>Class: word word …</c>; a word may stand in several classes.
/// </summary>
internal static class Lexicon
{
    private static readonly FrozenDictionary<string, WordClass> Words = Read();

    private static readonly FrozenDictionary<string, WordClass>.AlternateLookup<ReadOnlySpan<char>> BySpan =
        Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Longest = Words.Keys.Max(word => word.Length);

    public static WordClass ClassOf(ReadOnlySpan<char> word) =>
        word.Length <= Longest && BySpan.TryGetValue(word, out var classes) ? classes : WordClass.None;

    private static FrozenDictionary<string, WordClass> Read()
    {
        var words = new Dictionary<string, WordClass>(StringComparer.OrdinalIgnoreCase);
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream("lexicon.txt")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var wordClass = Enum.Parse<WordClass>(line.AsSpan(0, colon));
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                words[word] = words.GetValueOrDefault(word) | wordClass;
        }

        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
