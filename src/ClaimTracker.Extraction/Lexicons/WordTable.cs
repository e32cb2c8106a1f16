using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>
/// What words mean to one reader, looked up by span whatever their capitals, unless a spelling has a line of its own.
/// </summary>
internal sealed class WordTable<T>
{
    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly FrozenDictionary<string, (bool Known, T Meaning)>.AlternateLookup<ReadOnlySpan<char>> _capitals;
    private readonly int _longest;
    private readonly int _longestWithCapitals;

    public WordTable(IReadOnlyDictionary<string, T> meanings)
    {
        var words = meanings.Where(one => !WordFiles.HasCapital(one.Key)).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        var capitals = meanings
            .Where(one => WordFiles.HasCapital(one.Key))
            .ToDictionary(one => one.Key, one => (true, one.Value));
        foreach (var spelling in WordFiles.Capitals.Where(words.ContainsKey))
            capitals.TryAdd(spelling, default);
        _words = words.GetAlternateLookup<ReadOnlySpan<char>>();
        _capitals = capitals.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = words.Keys.Max(word => word.Length);
        _longestWithCapitals = capitals.Keys.Append("").Max(word => word.Length);
    }

    /// <summary>False where the word, or this spelling of it, means nothing here.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out T meaning)
    {
        if (
            word.Length <= _longestWithCapitals
            && word.ContainsAnyInRange('A', 'Z')
            && _capitals.TryGetValue(word, out var spelled)
        )
        {
            meaning = spelled.Meaning;
            return spelled.Known;
        }

        meaning = default!;
        return word.Length <= _longest && _words.TryGetValue(word, out meaning!);
    }
}
