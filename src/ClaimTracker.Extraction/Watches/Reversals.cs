namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// What undoes what a passage says, by <c>reversals.txt</c>: who was arrested is released, who was alive has died.
/// </summary>
internal static class Reversals
{
    private static readonly List<(string[][] Said, string[][] Undone)> Pairs = Read();

    /// <summary>True where a statement has words that undo what the passage says, and the passage has none of them.</summary>
    /// <param name="passage">The words of the passage.</param>
    /// <param name="fresh">The words of the statement.</param>
    /// <param name="was">The words that it had before; null where it is new.</param>
    public static bool Undoes(List<PlainWord> passage, List<PlainWord> fresh, List<PlainWord>? was) =>
        Pairs.Exists(pair =>
            pair.Said.Any(phrase => Stands(phrase, passage))
            && pair.Undone.Any(phrase =>
                Stands(phrase, fresh) && !Stands(phrase, passage) && (was is null || !Stands(phrase, was))
            )
        );

    private static bool Stands(string[] phrase, List<PlainWord> words)
    {
        for (var at = 0; at + phrase.Length <= words.Count; at++)
        {
            var i = 0;
            while (i < phrase.Length && IsWord(phrase[i], words[at + i].Form))
                i++;
            if (i == phrase.Length)
                return true;
        }

        return false;
    }

    private static bool IsWord(string word, string form) =>
        word[^1] == '*' ? form.StartsWith(word.AsSpan(0, word.Length - 1), StringComparison.Ordinal) : form == word;

    private static List<(string[][], string[][])> Read()
    {
        var pairs = new List<(string[][], string[][])>();
        using var reader = new StreamReader(typeof(Reversals).Assembly.GetManifestResourceStream("reversals.txt")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var sides = line.Split('>', StringSplitOptions.TrimEntries);
            pairs.Add((Phrases(sides[0]), Phrases(sides[1])));
        }

        return pairs;
    }

    private static string[][] Phrases(string side) => [.. side.Split(' ').Select(phrase => phrase.Split('_'))];
}
