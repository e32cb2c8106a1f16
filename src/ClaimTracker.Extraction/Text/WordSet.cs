using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Text;

/// <summary>A fixed set of words, looked up by span without allocating.</summary>
internal sealed class WordSet
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;
    private readonly int _longest;

    /// <summary>Takes the words of <paramref name="list"/>, separated by spaces; case counts.</summary>
    public WordSet(string list)
    {
        var split = list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _words = split.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = split.Max(word => word.Length);
    }

    public bool Has(ReadOnlySpan<char> word) => word.Length <= _longest && !word.IsEmpty && _words.Contains(word);

    /// <summary>True where <paramref name="word"/> is one of the capitalised words, written in capitals: "SEN", "CORP".</summary>
    public bool HasInCapitals(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || word.Length > _longest || word.ContainsAnyExceptInRange('A', 'Z'))
        {
            return false;
        }

        Span<char> name = stackalloc char[word.Length];
        word.ToLowerInvariant(name);
        name[0] = word[0];
        return _words.Contains(name);
    }
}
