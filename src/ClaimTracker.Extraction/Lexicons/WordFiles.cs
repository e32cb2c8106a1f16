namespace ClaimTracker.Extraction.Lexicons;

/// <summary>
/// The words as data: <c>Lexicons/*.txt</c>, a line <c>word⇥class class=value # why</c>. A word has one line over all files, so
/// that all that is known of it stands in one place. A spelling with capitals means what its own line says; without a line of its
/// own it means what the small letters mean.
/// </summary>
internal static class WordFiles
{
    private const string Folder = "Lexicons/";

    private static readonly Dictionary<string, List<WordUse>> ByClass = [];

    /// <summary>All that the files say, in their order.</summary>
    public static IReadOnlyList<WordUse> Uses { get; } = Read();

    /// <summary>The spellings with capitals that have a line of their own.</summary>
    public static IReadOnlyList<string> Capitals { get; } =
    [.. Uses.Select(use => use.Word).Where(word => word.Any(char.IsUpper)).Distinct()];

    /// <summary>The words of a class.</summary>
    /// <exception cref="InvalidOperationException">No word has this class.</exception>
    public static IReadOnlyList<WordUse> Of(string wordClass) =>
        ByClass.TryGetValue(wordClass, out var uses)
            ? uses
            : throw new InvalidOperationException($"No word of Lexicons/*.txt has the class {wordClass}.");

    /// <summary>"CountsSubject" as the files write it: "counts-subject".</summary>
    public static string Hyphened(string name)
    {
        Span<char> hyphened = stackalloc char[2 * name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsUpper(c) && length > 0)
                hyphened[length++] = '-';
            hyphened[length++] = char.ToLowerInvariant(c);
        }

        return hyphened[..length].ToString();
    }

    private static List<WordUse> Read()
    {
        var uses = new List<WordUse>();
        var assembly = typeof(WordFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            for (var number = 1; reader.ReadLine() is { } line; number++)
                Take(line, $"{name}, line {number}", uses);
        }

        return uses;
    }

    private static void Take(string line, string place, List<WordUse> into)
    {
        if (line.Length == 0 || line[0] == '#')
            return;
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 1)
            throw new InvalidOperationException($"{place}: write a word, a tab and its classes; \"{line}\" has no tab.");
        var (word, why) = (line[..tab], line.IndexOf(" #", tab, StringComparison.Ordinal));
        foreach (var use in line[(tab + 1)..(why < 0 ? line.Length : why)].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = use.IndexOf('=', StringComparison.Ordinal);
            var read = new WordUse(word, equals < 0 ? use : use[..equals], equals < 0 ? "" : use[(equals + 1)..], place);
            into.Add(read);
            if (!ByClass.TryGetValue(read.Class, out var uses))
                ByClass[read.Class] = uses = [];
            uses.Add(read);
        }
    }
}
