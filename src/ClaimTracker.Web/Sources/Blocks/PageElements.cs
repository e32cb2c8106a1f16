using System.Collections.Frozen;
using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>What a browser does with an element, by its name.</summary>
internal static class PageElements
{
    private static readonly FrozenSet<string> Blocks = Names(
        """
        address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure
        footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary table
        caption tbody td tfoot th thead tr ul button
        """
    );

    private static readonly FrozenSet<string> Skipped = Names(
        """
        script style template noscript head iframe object embed canvas svg audio video map select textarea
        input datalist rt rp
        """
    );

    /// <summary>True for an element that begins a line of its own.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>True for an element that holds no text for readers.</summary>
    public static bool IsSkipped(IElement element) => Skipped.Contains(element.LocalName);

    private static FrozenSet<string> Names(string names) =>
        names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
