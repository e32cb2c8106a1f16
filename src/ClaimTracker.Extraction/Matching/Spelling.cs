using System.Text.RegularExpressions;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Brings British and American spelling, and the spellings of a name in Latin letters, to one.</summary>
internal static partial class Spelling
{
    private const int LongestWord = 64;

    /// <summary>The stem of a lower-case word, as both sides of the Atlantic would have it.</summary>
    public static string Stem(string plain)
    {
        var word = American(plain);
        if (word.Length > LongestWord || word.EndsWith("ly", StringComparison.Ordinal) || word.EndsWith("ee", StringComparison.Ordinal)) return word;
        // "Department" is not of "depart", nor "employee" of "employ".
        if (MakesNoun().IsMatch(word)) return word.EndsWith("ness", StringComparison.Ordinal) ? word : word.TrimEnd('s');
        Span<char> letters = stackalloc char[LongestWord];
        word.CopyTo(letters);
        var stem = letters[..Stemmer.Stem(letters[..word.Length])];
        return (stem.EndsWith("ll") || (stem.Length > 3 && stem[^1] == 'e') ? stem[..^1] : stem).ToString();
    }

    /// <summary>A name without what its transliteration leaves open: Zelenskiy, Zelenskyy and Zelensky are one.</summary>
    public static string OfName(string plain) => plain.Length < 6 ? plain : NameEnding().Replace(plain, "y");

    private static string American(string plain) =>
        plain.Length < 6 ? plain : Ize().Replace(Or().Replace(Er().Replace(plain, "er$1"), "or$1"), "iz$1");

    [GeneratedRegex("(?:iy|ij|ii|yy|yi|i)$")]
    private static partial Regex NameEnding();

    [GeneratedRegex("(?:ments?|ness|ees)$")]
    private static partial Regex MakesNoun();

    [GeneratedRegex("is(e|ed|es|ing|er|ers|ation|ations)$")]
    private static partial Regex Ize();

    [GeneratedRegex("our(s|ed|ing|ite|ites|hood|able|al|y)?$")]
    private static partial Regex Or();

    [GeneratedRegex("(?<=[tb])re(s|d)?$")]
    private static partial Regex Er();
}
