namespace ClaimTracker.Extraction.Lexicons;

/// <summary>Looks up what a word tells of the figure near it.</summary>
internal static class FigureWords
{
    private static readonly WordTable<FigureWord> Words = new(Read());

    public static FigureWord Of(ReadOnlySpan<char> word) => Words.TryFind(word, out var classes) ? classes : FigureWord.None;

    /// <summary>True where the word is in any of some classes.</summary>
    public static bool Has(ReadOnlySpan<char> word, FigureWord any) => (Of(word) & any) != 0;

    private static Dictionary<string, FigureWord> Read()
    {
        var names = Enum.GetValues<FigureWord>().ToDictionary(one => Hyphened(one.ToString()));
        var words = new Dictionary<string, FigureWord>();
        foreach (var use in WordFiles.Uses)
        {
            if (use.Value.Length > 0 || use.Class == "-")
                continue;
            if (!names.TryGetValue(use.Class, out var found))
                throw new InvalidOperationException($"{use.Line}: no reader knows the class \"{use.Class}\" of \"{use.Word}\".");
            words[use.Word] = words.GetValueOrDefault(use.Word) | found;
        }

        return words;
    }

    /// <summary>"CountsSubject" as the files write it: "counts-subject".</summary>
    private static string Hyphened(string name) =>
        string.Concat(
            name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}")
        );
}
