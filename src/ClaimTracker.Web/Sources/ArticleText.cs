using System.Text;
using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>A tree of elements → text: one block a line, whitespace as a reader sees it.</summary>
internal sealed class ArticleText
{
    private static readonly HashSet<string> Blocks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
        "ul",
        "br",
    ];

    private readonly List<PageLine> _lines = [];
    private readonly StringBuilder _text = new();
    private IElement? _block;
    private int _linked;

    private ArticleText() { }

    /// <summary>True for an element that ends the line before it.</summary>
    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName) || element.LocalName is "td" or "th";

    /// <summary>The text below an element; empty for none.</summary>
    public static string Of(IElement? element) => string.Join('\n', Lines(element).Select(line => line.Text));

    /// <summary>The lines below an element; none for none.</summary>
    public static List<PageLine> Lines(IElement? element)
    {
        if (element is null)
            return [];
        var text = new ArticleText();
        text.Append(element, element, false, false);
        text.BreakLine();
        return text._lines;
    }

    private void Append(INode node, IElement block, bool preformatted, bool linked)
    {
        if (node is IText words)
        {
            AppendWords(words.Data, block, preformatted, linked);
            return;
        }

        if (node is not IElement element)
            return;
        var breaks = Blocks.Contains(element.LocalName);
        if (breaks)
            BreakLine();
        if (element.LocalName is "td" or "th")
            AppendSpace();
        var inner = (breaks || element.LocalName is "td" or "th") && element.HasChildNodes ? element : block;
        // By number, since a sibling is found by counting from the first one.
        var children = element.ChildNodes;
        for (var i = 0; i < children.Length; i++)
            Append(children[i], inner, preformatted || element.LocalName == "pre", linked || element.LocalName == "a");
        if (breaks)
            BreakLine();
    }

    private void AppendWords(string words, IElement block, bool preformatted, bool linked)
    {
        foreach (var c in words)
        {
            if (c is '\u200B' or '\u00AD' or '\uFEFF')
                continue;
            if (preformatted && c == '\n')
            {
                BreakLine();
            }
            else if (char.IsWhiteSpace(c))
            {
                AppendSpace();
            }
            else
            {
                _block ??= block;
                _text.Append(c);
                if (linked)
                    _linked++;
            }
        }
    }

    private void AppendSpace()
    {
        if (_text.Length > 0 && _text[^1] != ' ')
            _text.Append(' ');
    }

    private void BreakLine()
    {
        if (_text.Length > 0 && _text[^1] == ' ')
            _text.Length--;
        if (_block is not null && _text.Length > 0)
            _lines.Add(new PageLine(_text.ToString(), _block, _linked));
        _text.Clear();
        (_block, _linked) = (null, 0);
    }
}
