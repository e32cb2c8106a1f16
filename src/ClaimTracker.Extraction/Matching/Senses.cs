namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// What a word stands for: one key for the forms of a word and for what is said for the same thing. Stricter than
/// <see cref="Variants"/>, of which it takes the groups that are not marked as loose.
/// </summary>
internal static class Senses
{
    private static readonly Dictionary<string, string> Exact = [];
    private static readonly Dictionary<string, string> Stems = [];

    static Senses()
    {
        var strict = Lines("variants.txt").Where(line => line[0] != '~');
        foreach (var group in Lines("senses.txt").Concat(strict))
            Add(group.Split(' '));
    }

    /// <summary>The key of a word.</summary>
    /// <param name="plain">In lower case, without accents.</param>
    /// <param name="name">True where it is written as a name, which has no endings to cut.</param>
    public static string Of(string plain, bool name)
    {
        if (Exact.TryGetValue(plain, out var key))
            return key;
        var stem = Spelling.Stem(plain);
        return Stems.TryGetValue(stem, out key) ? key
            : name ? Spelling.OfName(plain)
            : stem;
    }

    /// <summary>The lines of a word list that are no comments.</summary>
    public static IEnumerable<string> Lines(string resource)
    {
        using var stream = typeof(Senses).Assembly.GetManifestResourceStream(resource)!;
        return
        [
            .. new StreamReader(stream)
                .ReadToEnd()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Where(line => line[0] != '#'),
        ];
    }

    // A group that shares a word with one before it joins that group; what is listed first stands.
    private static void Add(string[] words)
    {
        var known = words.Select(Known).FirstOrDefault(key => key is not null) ?? words[0].TrimStart('=');
        foreach (var word in words)
        {
            if (word[0] == '=')
                Exact.TryAdd(word[1..], known);
            else
                Stems.TryAdd(Spelling.Stem(word), known);
        }
    }

    private static string? Known(string word) =>
        word[0] == '=' ? Exact.GetValueOrDefault(word[1..]) : Stems.GetValueOrDefault(Spelling.Stem(word));
}
