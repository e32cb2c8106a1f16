using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Brings British and American spelling, and the spellings of a name in Latin letters, to one.</summary>
internal static partial class Spelling
{
    private const int LongestWord = 64;

    /// <summary>The stem of a lower-case word, as both sides of the Atlantic would have it.</summary>
    public static string Stem(string plain)
    {
        var word = American(plain);
        if (word.Length > LongestWord || Ends(word, "ly") || Ends(word, "ee") || Ends(word, "ness") || Ends(word, "ment"))
            return word;
        // "Department" is not of "depart", nor "employee" of "employ".
        if (Ends(word, "ments") || Ends(word, "ees"))
            return word[..^1];
        Span<char> letters = stackalloc char[LongestWord];
        word.CopyTo(letters);
        var stem = letters[..Stemmer.Stem(letters[..word.Length])];
        return (stem.EndsWith("ll") || (stem.Length > 3 && stem[^1] == 'e') ? stem[..^1] : stem).ToString();
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    /// <summary>A name without what its transliteration leaves open: Zelenskiy, Zelenskyy and Zelensky are one.</summary>
    public static string OfName(string plain) =>
        plain.Length < 6 || plain[^1] is not ('y' or 'i' or 'j') ? plain : NameEnding().Replace(plain, "y");

    // All words are asked, and few hold such letters.
    private static string American(string plain)
    {
        if (plain.Length < 6)
            return plain;
        var word = plain;
        if (word.Contains("re", StringComparison.Ordinal))
            word = Er().Replace(word, "er$1");
        if (word.Contains("our", StringComparison.Ordinal))
            word = Or().Replace(word, "or$1");
        return word.Contains("is", StringComparison.Ordinal) ? Ize().Replace(word, "iz$1") : word;
    }

    [GeneratedRegex("(?:iy|ij|ii|yy|yi|i)$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex NameEnding();

    [GeneratedRegex("is(e|ed|es|ing|er|ers|ation|ations)$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Ize();

    [GeneratedRegex("our(s|ed|ing|ite|ites|hood|able|al|y)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Or();

    [GeneratedRegex("(?<=[tb])re(s|d)?$", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Er();
}
