namespace ClaimTracker.Extraction.Lexicons;

/// <summary>What stands behind "=" in the lines of some classes, by word: "km" of "kilometres".</summary>
internal sealed class NamedValues
{
    private readonly WordTable _table;
    private readonly string[] _values;

    /// <summary>Takes the words of the classes.</summary>
    /// <param name="exact">True where each is found only as it is spelled.</param>
    /// <param name="classes">The classes.</param>
    public NamedValues(bool exact, params string[] classes)
    {
        var uses = classes.SelectMany(WordFiles.Of).ToList();
        // Names of several words are written with hyphens too: "nautical-mile".
        var hyphened = uses.Where(use => use.Word.Contains(' ')).ToList();
        _table = new WordTable([.. uses.Select(use => use.Word), .. hyphened.Select(use => use.Word.Replace(' ', '-'))], exact);
        _values = [.. uses.Select(use => use.Value), .. hyphened.Select(use => use.Value)];
    }

    /// <summary>All values.</summary>
    public IReadOnlyList<string> Values => _values;

    /// <summary>False where the word, or this spelling of it, has no value.</summary>
    public bool TryFind(ReadOnlySpan<char> word, out string? value)
    {
        var place = _table.Find(word);
        value = place < 0 ? null : _values[place];
        return place >= 0;
    }
}
