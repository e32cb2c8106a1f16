using System.Numerics;

namespace ClaimTracker.Extraction.Lexicons;

/// <summary>
/// Finds words by span, without allocating: each has the place at which it was given. Capitals do not count, unless a spelling
/// has a line of its own in the word files.
/// </summary>
internal sealed class WordTable
{
    // Half of the slots at most are taken, so that the walk from the first one is short.
    private readonly string?[] _words;
    private readonly int[] _places;
    private readonly bool[] _exact;
    private readonly uint _mask;

    // Which letters words of a length begin with, a bit each: most words of a text are none of a short list, and end here.
    private readonly uint[] _firsts;

    /// <summary>Takes the words.</summary>
    /// <param name="words">Of two that are alike the later one counts.</param>
    /// <param name="exact">True where each is found only as it is spelled.</param>
    public WordTable(IReadOnlyList<string> words, bool exact = false)
    {
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, 2 * (words.Count + WordFiles.Capitals.Count)));
        (_words, _places, _exact, _mask) = (new string[size], new int[size], new bool[size], size - 1);
        // A spelling comes before the small letters in the walk, and so is met first.
        if (!exact)
        {
            foreach (var spelling in WordFiles.Capitals)
                Put(spelling, -1, true);
        }

        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < words.Count; i++)
            {
                var spelled = exact || words[i].AsSpan().ContainsAnyInRange('A', 'Z');
                if (spelled == (pass == 0))
                    Put(words[i], i, spelled);
            }
        }

        _firsts = new uint[words.Max(word => word.Length) + 1];
        foreach (var word in words)
            _firsts[word.Length] |= FirstBit(word);
    }

    /// <summary>The place of a word; -1 where it, or this spelling of it, is not here.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        if (word.Length == 0 || word.Length >= _firsts.Length || (_firsts[word.Length] & FirstBit(word)) == 0)
            return -1;
        for (var slot = Hash(word) & _mask; _words[slot] is { } one; slot = (slot + 1) & _mask)
        {
            if (one.Length == word.Length && (_exact[slot] ? word.SequenceEqual(one) : IsFolded(word, one)))
                return _places[slot];
        }

        return -1;
    }

    private void Put(string word, int place, bool exact)
    {
        var slot = Hash(word) & _mask;
        while (_words[slot] is { } other && !(_exact[slot] == exact && other == word))
            slot = (slot + 1) & _mask;
        (_words[slot], _places[slot], _exact[slot]) = (word, place, exact);
    }

    private static bool IsFolded(ReadOnlySpan<char> word, string small)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (Fold(word[i]) != small[i])
                return false;
        }

        return true;
    }

    private static uint FirstBit(ReadOnlySpan<char> word) => 1u << (Fold(word[0]) & 31);

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ Fold(c)) * 16777619;
        return hash ^ (hash >> 15);
    }

    private static char Fold(char c) => (uint)(c - 'A') < 26 ? (char)(c | 0x20) : c;
}
