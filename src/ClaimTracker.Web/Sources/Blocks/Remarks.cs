using System.Text.RegularExpressions;
using AngleSharp.Dom;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>Words in raised brackets, "[disputed]", "[dubious – discuss]": what editors say of what stands before them.</summary>
internal static partial class Remarks
{
    /// <summary>The remark that raised writing is; null where it is none.</summary>
    public static string? Of(IElement raised) =>
        Bracketed().Match(raised.TextContent) is { Success: true } match ? match.Groups["said"].Value.Trim() : null;

    // A number in it makes it a mark; that a source is wanted says nothing against what stands there.
    [GeneratedRegex(
        @"^\s*\[\s*(?!citation|source|edit\b|ref\b|note\b)(?<said>[^\]\d]{5,60}?)\s*\]\s*$",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Bracketed();
}
