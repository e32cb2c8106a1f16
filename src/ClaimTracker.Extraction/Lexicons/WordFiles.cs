using System.Globalization;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>
/// The words as data: <c>Lexicons/*.txt</c>, a line <c>word⇥class class=value # why</c>. A word has one line over all files, so
/// that all that is known of it stands in one place. A spelling with capitals means what its own line says; without a line of its
/// own it means what the small letters mean.
/// </summary>
internal static class WordFiles
{
    private const string Folder = "Lexicons/";

    /// <summary>All that the files say, in their order.</summary>
    public static IReadOnlyList<WordUse> Uses { get; } = Read();

    private static ILookup<string, WordUse> ByClass { get; } = Uses.ToLookup(use => use.Class);

    /// <summary>The spellings with capitals that have a line of their own.</summary>
    public static IEnumerable<string> Capitals => Uses.Select(use => use.Word).Where(HasCapital).Distinct();

    /// <summary>The words of a class, with what stands behind its "=".</summary>
    /// <exception cref="InvalidOperationException">No word has this class.</exception>
    public static IReadOnlyList<WordUse> Of(string wordClass)
    {
        var uses = Uses.Where(use => use.Class == wordClass).ToList();
        return uses.Count > 0
            ? uses
            : throw new InvalidOperationException($"No word of Lexicons/*.txt has the class {wordClass}.");
    }

    /// <summary>The words of a class whose value is a number.</summary>
    /// <exception cref="InvalidOperationException">A value is no number, or no word has this class.</exception>
    public static IEnumerable<(string Word, double Number)> NumbersOf(string wordClass) =>
        Of(wordClass)
            .Select(use =>
                double.TryParse(use.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? (use.Word, number)
                    : throw new InvalidOperationException(
                        $"{use.Line}: \"{use.Value}\" is no number; write {wordClass}=12 or 1e6."
                    )
            );

    public static bool HasCapital(string word) => word.Any(char.IsUpper);

    private static List<WordUse> Read()
    {
        var uses = new List<WordUse>();
        var assembly = typeof(WordFiles).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(IsWordFile).Order(StringComparer.Ordinal))
        {
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
        var (word, rest) = (line[..tab], line[(tab + 1)..]);
        var why = rest.IndexOf(" #", StringComparison.Ordinal);
        foreach (var use in (why < 0 ? rest : rest[..why]).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = use.IndexOf('=', StringComparison.Ordinal);
            into.Add(new WordUse(word, equals < 0 ? use : use[..equals], equals < 0 ? "" : use[(equals + 1)..], place));
        }
    }

    private static bool IsWordFile(string name) => name.StartsWith(Folder, StringComparison.Ordinal);
}
