using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>What stands in one line with a node, before it and behind it.</summary>
internal static class InlineText
{
    // A figure, its unit and the word before it; empty elements without end are not walked through.
    private const int MostCharacters = 40;
    private const int MostNodes = 60;

    /// <summary>The last characters before a node, within its block.</summary>
    public static string Before(INode node)
    {
        var text = "";
        var steps = 0;
        for (var at = Previous(node); at is not null && text.Length < MostCharacters && ++steps < MostNodes; at = Previous(at))
        {
            if (at is IElement element && ArticleText.IsBlock(element)) break;
            if (at is IText words) text = words.Data[Math.Max(0, words.Data.Length - MostCharacters)..] + text;
        }

        return text;
    }

    /// <summary>True where the next character in line is a letter or digit.</summary>
    public static bool IsFollowedByWord(INode node)
    {
        var steps = 0;
        for (var at = Next(node, within: false); at is not null && ++steps < MostNodes; at = Next(at, within: true))
        {
            if (at is IElement element && ArticleText.IsBlock(element)) return false;
            if (at is IText { Data.Length: > 0 } words) return char.IsLetterOrDigit(words.Data[0]);
        }

        return false;
    }

    /// <summary>True for a text that ends with a letter or digit.</summary>
    public static bool EndsInWord(string text) => text.Length > 0 && char.IsLetterOrDigit(text[^1]);

    /// <summary>True for a text that ends with a digit.</summary>
    public static bool EndsInDigit(string text) => text.Length > 0 && char.IsDigit(text[^1]);

    /// <summary>The word or figure that a text ends with, separators of thousands and decimals included; empty where it ends with something else.</summary>
    public static string LastWord(string text)
    {
        var start = text.Length;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || (start < text.Length && start > 1 && IsWithinFigure(text, start - 1)))) start--;
        return text[start..];
    }

    private static bool IsWithinFigure(string text, int at) => text[at] is '.' or ',' or '^' && char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]);

    // Against the order of the document: the last node within the sibling before, else the parent.
    private static INode? Previous(INode node)
    {
        if (node.PreviousSibling is not { } last) return node.Parent is IElement { } parent && !ArticleText.IsBlock(parent) ? parent : null;
        while (last.LastChild is { } inner && !(last is IElement element && ArticleText.IsBlock(element))) last = inner;
        return last;
    }

    private static INode? Next(INode node, bool within)
    {
        if (within && node.FirstChild is { } child) return child;
        for (var at = node; at is not null && !(at is IElement element && at != node && ArticleText.IsBlock(element)); at = at.Parent)
        {
            if (at.NextSibling is { } sibling) return sibling;
        }

        return null;
    }
}
