using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>Which block a mark in the text belongs to; asked before marks go and raised writing is made plain.</summary>
internal static class BlockMarks
{
    /// <summary>What the marks that a selector finds say, by block; a mark that says null says nothing.</summary>
    public static Dictionary<IElement, List<string>> In(IHtmlDocument document, string selector, Func<IElement, string?> said)
    {
        var marks = new Dictionary<IElement, List<string>>();
        foreach (var mark in document.QuerySelectorAll(selector))
        {
            if (said(mark) is not { } one || BlockOf(mark) is not { } block)
                continue;
            if (!marks.TryGetValue(block, out var all))
                marks[block] = all = [];
            all.Add(one);
        }

        return marks;
    }

    /// <summary>The nearest element around a mark that begins a line of its own; null where there is none.</summary>
    public static IElement? BlockOf(IElement mark)
    {
        var block = mark.ParentElement;
        while (block is not null && !PageElements.IsBlock(block))
            block = block.ParentElement;
        return block;
    }
}
