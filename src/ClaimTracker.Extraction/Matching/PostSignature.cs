using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Who posted it and when, as a page that embeds a post signs it: "— Jo Miller (@jomiller) March 4, 2019".</summary>
internal static partial class PostSignature
{
    // A handle, blanks and a date.
    private const int Longest = 120;

    /// <summary>The text without handle and date, which are of the post and not of what it says; the name stays.</summary>
    public static string Without(string text)
    {
        var length = text.AsSpan().TrimEnd().Length;
        var at = text.LastIndexOf("(@", StringComparison.Ordinal);
        return at >= 0 && length - at is > 0 and <= Longest && Handle().IsMatch(text[at..length]) ? text[..at] : text;
    }

    [GeneratedRegex(
        @"^\(@\w{1,40}\)\s*(?:\p{L}+\.? \d{1,2},? \d{4}|\d{1,2} \p{L}+\.? \d{4})?$",
        RegexOptions.None,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Handle();
}
