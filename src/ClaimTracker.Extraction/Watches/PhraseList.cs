namespace ClaimTracker.Extraction.Watches;

/// <summary>Phrases by class, read from a word list; found in the words of a statement.</summary>
internal sealed class PhraseList
{
    private const int WidestGap = 4;

    private readonly Dictionary<string, List<(string Class, string[] Words)>> _byFirst = [];
    private readonly List<(string Class, string[] Words)> _byStart = [];

    /// <summary>The list of an embedded file.</summary>
    public PhraseList(string resource)
    {
        using var reader = new StreamReader(typeof(PhraseList).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (
                var phrase in line[(colon + 1)..]
                    .Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            )
            {
                Add(line[..colon], phrase.Split(' '));
            }
        }
    }

    /// <summary>What is found in a statement: class, and the range of its words.</summary>
    public List<FoundPhrase> Find(IReadOnlyList<PlainWord> words)
    {
        List<FoundPhrase> found = [];
        for (var at = 0; at < words.Count; at++)
        {
            if (_byFirst.TryGetValue(words[at].Form, out var phrases))
                Match(phrases, words, at, found);
            foreach (var phrase in _byStart)
            {
                if (IsWord(phrase.Words[0], words[at].Form))
                    Match([phrase], words, at, found);
            }
        }

        return found;
    }

    private void Add(string name, string[] words)
    {
        if (words[0].EndsWith('*'))
            _byStart.Add((name, words));
        else if (_byFirst.TryGetValue(words[0], out var list))
            list.Add((name, words));
        else
            _byFirst[words[0]] = [(name, words)];
    }

    private static void Match(
        List<(string Class, string[] Words)> phrases,
        IReadOnlyList<PlainWord> words,
        int at,
        List<FoundPhrase> found
    )
    {
        foreach (var (name, phrase) in phrases)
        {
            if (EndOf(phrase, words, at) is var end and >= 0)
                found.Add(new FoundPhrase(name, at, end));
        }
    }

    private static int EndOf(string[] phrase, IReadOnlyList<PlainWord> words, int at)
    {
        var gap = 0;
        for (var i = 0; i < phrase.Length; i++)
        {
            if (phrase[i] == "..")
            {
                gap = WidestGap;
                continue;
            }

            var next = at;
            while (next < words.Count && next <= at + gap && !IsWord(phrase[i], words[next].Form))
                next++;
            if (next >= words.Count || next > at + gap)
                return -1;
            (at, gap) = (next + 1, 0);
        }

        return at;
    }

    private static bool IsWord(string pattern, string form)
    {
        var word = char.IsAsciiDigit(pattern[0]) && form[0] == '#' ? form.AsSpan(1) : form.AsSpan();
        return pattern[^1] == '*'
            ? word.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
            : word.SequenceEqual(pattern);
    }

    /// <summary>A phrase in a statement.</summary>
    /// <param name="Class">Its class.</param>
    /// <param name="Start">Its first word.</param>
    /// <param name="End">Behind its last word.</param>
    internal readonly record struct FoundPhrase(string Class, int Start, int End);
}
