namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Cuts endings off English words so that "attacked", "attacks" and "attacking" meet. The steps are Porter's (1980)
/// without his last two, which serve dictionaries more than claims.
/// </summary>
internal static class Stemmer
{
    private static readonly (string Ending, string Instead)[] Long =
    [
        ("ational", "ate"),
        ("ization", "ize"),
        ("isation", "ize"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("iveness", "ive"),
        ("tional", "tion"),
        ("ation", "ate"),
        ("alism", "al"),
        ("aliti", "al"),
        ("iviti", "ive"),
        ("biliti", "ble"),
        ("ement", ""),
        ("ment", ""),
        ("ness", ""),
        ("ically", "ic"),
        ("ally", "al"),
        ("ely", "e"),
        ("ly", ""),
        ("ise", "ize"),
        ("our", "or"),
    ];

    /// <summary>The stem of a lower-case word, written into <paramref name="word"/>; its length is returned.</summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length < 4 || word.ContainsAnyInRange('0', '9'))
            return word.Length;
        var length = Plural(word);
        length = Past(word, length);
        if (length > 3 && word[length - 1] == 'y' && !IsVowel(word, length - 2))
            word[length - 1] = 'i';
        return Suffix(word, length);
    }

    private static int Plural(Span<char> word)
    {
        if (word.EndsWith("sses") || word.EndsWith("ies"))
            return word.Length - 2;
        return word.EndsWith("s") && !word.EndsWith("ss") && !word.EndsWith("us") && !word.EndsWith("is")
            ? word.Length - 1
            : word.Length;
    }

    private static int Past(Span<char> word, int length)
    {
        var stem = word[..length];
        if (stem.EndsWith("eed"))
            return HasVowelBefore(stem, 3) && length > 4 ? length - 1 : length;
        var ending =
            stem.EndsWith("ing") ? 3
            : stem.EndsWith("ed") ? 2
            : 0;
        if (ending == 0 || length - ending < 3 || !HasVowelBefore(stem, ending))
            return length;
        length -= ending;
        stem = word[..length];
        if (stem.EndsWith("at") || stem.EndsWith("bl") || stem.EndsWith("iz"))
        {
            word[length] = 'e';
            return length + 1;
        }

        var doubled = stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') && !IsVowel(stem, length - 1);
        return doubled ? length - 1 : length;
    }

    private static int Suffix(Span<char> word, int length)
    {
        foreach (var (ending, instead) in Long)
        {
            if (!word[..length].EndsWith(ending) || length - ending.Length < 3)
                continue;
            instead.CopyTo(word[(length - ending.Length)..]);
            length += instead.Length - ending.Length;
            break;
        }

        // "violence" and "violent", "reported" and "reporter" part here; a silent e does not.
        return length > 4 && word[length - 1] == 'e' ? length - 1 : length;
    }

    private static bool HasVowelBefore(ReadOnlySpan<char> word, int ending)
    {
        for (var i = 0; i < word.Length - ending; i++)
        {
            if (IsVowel(word, i))
                return true;
        }

        return false;
    }

    private static bool IsVowel(ReadOnlySpan<char> word, int at) =>
        word[at] is 'a' or 'e' or 'i' or 'o' or 'u' || (word[at] == 'y' && at > 0);
}
