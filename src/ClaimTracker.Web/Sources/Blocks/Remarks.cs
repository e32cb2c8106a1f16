using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>Words in raised brackets, "[disputed]", "[dubious – discuss]": what editors say of what stands before them.</summary>
internal static partial class Remarks
{
    /// <summary>The remarks by the element whose text they stand in; ask before raised writing is made plain.</summary>
    public static Dictionary<IElement, List<string>> In(IHtmlDocument document, Func<IElement, bool> isBlock)
    {
        var remarks = new Dictionary<IElement, List<string>>();
        foreach (var raised in document.QuerySelectorAll("sup"))
        {
            if (Bracketed().Match(raised.TextContent) is not { Success: true } match) continue;
            var block = raised.ParentElement;
            while (block is not null && !isBlock(block)) block = block.ParentElement;
            if (block is null) continue;
            if (!remarks.TryGetValue(block, out var said)) remarks[block] = said = [];
            said.Add(match.Groups["said"].Value.Trim());
        }

        return remarks;
    }

    // A number in it makes it a mark; that a source is wanted says nothing against what stands there.
    [GeneratedRegex(
        @"^\s*\[\s*(?!citation|source|edit\b|ref\b|note\b)(?<said>[^\]\d]{5,60}?)\s*\]\s*$",
        RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex Bracketed();
}
