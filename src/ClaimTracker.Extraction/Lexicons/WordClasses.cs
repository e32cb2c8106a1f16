namespace ClaimTracker.Extraction.Lexicons;

/// <summary>The classes of words that an enumeration of flags names; of "CountsSubject" the files say "counts-subject".</summary>
internal sealed class WordClasses
{
    private readonly WordTable _table;
    private readonly ulong[] _flags;

    /// <summary>Collects the words of all classes of an enumeration whose underlying type is <c>ulong</c>.</summary>
    public WordClasses(Type enumeration)
    {
        var flags = new Dictionary<string, ulong>();
        var (names, values) = (Enum.GetNames(enumeration), (ulong[])Enum.GetValuesAsUnderlyingType(enumeration));
        var classes = new Dictionary<string, ulong>();
        for (var i = 0; i < names.Length; i++)
            classes[WordFiles.Hyphened(names[i])] = values[i];
        foreach (var use in WordFiles.Uses)
        {
            if (use.Value.Length == 0 && classes.TryGetValue(use.Class, out var flag))
                flags[use.Word] = flags.GetValueOrDefault(use.Word) | flag;
        }

        _table = new WordTable([.. flags.Keys]);
        _flags = [.. flags.Values];
    }

    /// <summary>All flags of a word; 0 where it has none.</summary>
    public ulong Of(ReadOnlySpan<char> word) => _table.Find(word) is >= 0 and var place ? _flags[place] : 0;
}
