using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>One line of a page's text, and where on the page it stands.</summary>
/// <param name="Text">The line; never empty.</param>
/// <param name="Block">The innermost block that holds its beginning.</param>
/// <param name="Linked">How many of its characters are links.</param>
internal sealed record PageLine(string Text, IElement Block, int Linked)
{
    private const int ShortestProse = 40;

    /// <summary>True for a line that reads like a sentence of an article rather than a label or a list of links.</summary>
    public bool IsProse => Text.Length >= ShortestProse && !IsLinks && EndsLikeSentence;

    /// <summary>True where more than half of it is links.</summary>
    public bool IsLinks => Linked * 2 > Text.Length;

    /// <summary>True for a heading below the headline.</summary>
    public bool IsHeading => Block.LocalName is "h2" or "h3" or "h4" or "h5" or "h6";

    /// <summary>True where its block is one that holds text in its own right, which a bare <c>div</c> need not.</summary>
    public bool IsTextBlock =>
        IsHeading || Block.LocalName is "p" or "li" or "blockquote" or "pre" or "dd" or "dt" or "td" or "th";

    /// <summary>What holds it and the paragraphs beside it.</summary>
    /// <param name="breaks">For each block whether line breaks stand in it, as far as known: a block of many lines is asked
    /// once.</param>
    public IElement Container(Dictionary<IElement, bool> breaks)
    {
        var inner = Block;
        while (
            inner.ParentElement is { LocalName: "li" or "ul" or "ol" or "dl" or "blockquote" or "table" or "tbody" or "tr" } outer
        )
        {
            inner = outer;
        }
        // Paragraphs that only line breaks keep apart have their block for a container.
        if (!breaks.TryGetValue(inner, out var broken))
            breaks[inner] = broken = inner.Children.Any(child => child.LocalName == "br");
        return IsTextBlock || !broken ? inner.ParentElement ?? inner : inner;
    }

    private bool EndsLikeSentence
    {
        get
        {
            var end = Text.AsSpan().TrimEnd("\"”’'»)]* ");
            return !end.IsEmpty && end[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '。' or '！' or '？' or '।' or '؟';
        }
    }
}
