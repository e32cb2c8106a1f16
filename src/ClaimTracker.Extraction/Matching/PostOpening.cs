using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>What a post calls out before it says anything: "BREAKING:", "RT if you agree:", "Just a reminder that".</summary>
internal static partial class PostOpening
{
    /// <summary>The text without it.</summary>
    public static string Without(string text) => Opening().Replace(text, "");

    [GeneratedRegex(
        @"^\s*(?:(?:breaking(?: news)?|just in|fact|reminder|update|watch|fyi|psa|news|exclusive|revealed)\s*(?::|!+|-|–|—)"
            + @"|rt if [^:.!]{1,40}:|(?:just )?a reminder that\b|fun fact:|let'?s not forget that\b)\s*",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Opening();
}
