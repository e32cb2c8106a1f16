namespace ClaimTracker.Extraction.Lexicons;

/// <summary>Tells a noun phrase from what follows it, by closed lists in place of a part-of-speech tagger.</summary>
internal static class NounLexicon
{
    public static bool IsStop(ReadOnlySpan<char> word) => FigureWords.Has(word, FigureWord.Stop) && !IsAcronym(word);

    /// <summary>True for a verb that may stand before a noun as an adjective does.</summary>
    public static bool MayDescribe(ReadOnlySpan<char> word) => FigureWords.Has(word, FigureWord.Describing);

    public static bool IsFate(ReadOnlySpan<char> word) => FigureWords.Has(word, FigureWord.Fate);

    /// <summary>True for a noun that may end a phrase counting more than one.</summary>
    public static bool IsPlural(ReadOnlySpan<char> word)
    {
        if (FigureWords.Has(word, FigureWord.Plural))
            return true;
        if (word.Length < 3)
            return false;
        if (
            (EndsWith(word, "men") && word.Length < 16 && !EndsWith(word, "imen") && !EndsWith(word, "omen"))
            || EndsWith(word, "women")
            || EndsWith(word, "people")
            || EndsWith(word, "children")
        )
        {
            return true;
        }

        if (word[^1] is not ('s' or 'S'))
            return false;
        if (
            EndsWith(word, "'s")
            || EndsWith(word, "’s")
            || EndsWith(word, "ss")
            || EndsWith(word, "us")
            || EndsWith(word, "sis")
            || EndsWith(word, "itis")
        )
        {
            return false;
        }

        return !FigureWords.Has(word, FigureWord.Singular);
    }

    /// <summary>True for a plural that the noun phrase may go on behind.</summary>
    public static bool MayModify(ReadOnlySpan<char> word) => FigureWords.Has(word, FigureWord.Modifier);

    /// <summary>"US", "WHO" and "IT" are no pronouns.</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word) => word.Length > 1 && char.IsUpper(word[1]);

    private static bool EndsWith(ReadOnlySpan<char> word, string end) => word.EndsWith(end, StringComparison.OrdinalIgnoreCase);
}
