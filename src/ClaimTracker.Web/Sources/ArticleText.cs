using System.Text;
using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>A tree of elements → text: one block a line, whitespace as a reader sees it.</summary>
internal static class ArticleText
{
    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "tfoot", "thead", "tr", "ul", "br",
    ];

    /// <summary>The text below an element; empty for none.</summary>
    public static string Of(IElement? element)
    {
        if (element is null) return "";
        var text = new StringBuilder();
        Append(element, text, false);
        return text.ToString().Trim();
    }

    private static void Append(INode node, StringBuilder text, bool preformatted)
    {
        if (node is IText words)
        {
            AppendWords(words.Data, text, preformatted);
            return;
        }

        if (node is not IElement element) return;
        var block = Blocks.Contains(element.LocalName);
        if (block) BreakLine(text);
        if (element.LocalName is "td" or "th") AppendSpace(text);
        for (var child = element.FirstChild; child is not null; child = child.NextSibling)
            Append(child, text, preformatted || element.LocalName == "pre");
        if (block) BreakLine(text);
    }

    private static void AppendWords(string words, StringBuilder text, bool preformatted)
    {
        foreach (var c in words)
        {
            if (c is '\u200B' or '\u00AD' or '\uFEFF') continue;
            if (preformatted && c == '\n') BreakLine(text);
            else if (char.IsWhiteSpace(c)) AppendSpace(text);
            else text.Append(c);
        }
    }

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
    }

    private static void BreakLine(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] == ' ') text.Length--;
        if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
    }
}
