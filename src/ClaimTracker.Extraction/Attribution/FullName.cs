namespace ClaimTracker.Extraction.Attribution;

/// <summary>
/// Tells the surname of a person from a word that only looks like one: papers give a person's name in full before they shorten
/// it.
/// </summary>
internal static class FullName
{
    // In characters: further back nobody remembers it, and reading must not cost more than its length.
    private const int Reach = 4_000;

    /// <summary>
    /// True for a name of several words, and for one that a capital word stands before earlier in the text: "Ana Okoro … Okoro".
    /// </summary>
    public static bool StandsBefore(string text, int at, string name)
    {
        if (name.Contains(' ', StringComparison.Ordinal))
            return true;
        var from = Math.Max(0, at - Reach);
        var earlier = text.AsSpan(from, at - from);
        for (var place = earlier.IndexOf(name, StringComparison.Ordinal); place >= 0; place = Next(earlier, place, name))
        {
            if (place > 1 && earlier[place - 1] == ' ' && EndsInName(earlier[..(place - 1)]))
                return true;
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> text, int place, string name)
    {
        var next = text[(place + 1)..].IndexOf(name, StringComparison.Ordinal);
        return next < 0 ? -1 : place + 1 + next;
    }

    private static bool EndsInName(ReadOnlySpan<char> words)
    {
        var word = words[(words.LastIndexOfAny(' ', '\n') + 1)..];
        return word.Length > 1 && char.IsUpper(word[0]) && char.IsLower(word[^1]);
    }
}
