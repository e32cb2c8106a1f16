using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>
/// Raised signs without a link, "†", "2", "a": which block carries one, and which begins with it and is its note.
/// </summary>
internal sealed class RaisedSigns
{
    private const int LongestSign = 3;

    private readonly Dictionary<IElement, List<string>> _carried = [];
    private readonly Dictionary<IElement, string> _explained = [];
    private readonly Dictionary<IElement, IText?> _openings = [];

    private RaisedSigns() { }

    /// <summary>The signs of a page; ask before raised writing is made plain.</summary>
    public static RaisedSigns In(IHtmlDocument document)
    {
        var signs = new RaisedSigns();
        foreach (var raised in document.QuerySelectorAll("sup"))
        {
            if (raised.TextContent.Trim() is not { Length: > 0 and <= LongestSign } sign)
                continue;
            if (raised.QuerySelector("a[href]") is not null || raised.Closest("a[href]") is not null)
                continue;
            if (BlockMarks.BlockOf(raised) is not { } block)
                continue;
            if (signs.Opening(block) is { } opening && raised.Contains(opening))
                signs._explained[block] = sign;
            else if (signs._carried.TryGetValue(block, out var list))
                list.Add(sign);
            else
                signs._carried[block] = [sign];
        }

        return signs;
    }

    /// <summary>The signs that an element's text carries.</summary>
    public IEnumerable<string> Carried(IElement block) =>
        _carried.TryGetValue(block, out var signs) ? signs.Select(sign => NoteSigns.Anchor + sign) : [];

    /// <summary>The sign whose note an element is.</summary>
    public IEnumerable<string> Explained(IElement block) =>
        _explained.TryGetValue(block, out var sign) ? [NoteSigns.Anchor + sign] : [];

    // The text that a block begins with, found once a block: a sibling asks its parent where it stands, among all of its
    // children.
    private IText? Opening(IElement block)
    {
        if (!_openings.TryGetValue(block, out var text))
        {
            _openings[block] = text = block
                .Descendants<IText>()
                .FirstOrDefault(said => said.Data.Any(c => !char.IsWhiteSpace(c)));
        }

        return text;
    }
}
