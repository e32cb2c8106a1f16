using System.Text.RegularExpressions;

namespace ClaimTracker.Extraction.Matching;

/// <summary>Who posted it and when, as a page that embeds a post signs it: "— Jo Miller (@jomiller) March 4, 2019".</summary>
internal static partial class Signature
{
    /// <summary>The text without handle and date, which are of the post and not of what it says; the name stays.</summary>
    public static string Without(string text) => text.Contains("(@", StringComparison.Ordinal) ? Handle().Replace(text, "") : text;

    [GeneratedRegex(@"\(@\w{1,40}\)\s*(?:\p{L}+\.? \d{1,2},? \d{4}|\d{1,2} \p{L}+\.? \d{4})?\s*$")]
    private static partial Regex Handle();
}
