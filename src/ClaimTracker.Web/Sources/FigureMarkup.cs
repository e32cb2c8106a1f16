using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Raised and lowered writing → plain text that keeps the figures what they are: a power is written with a caret, a fraction with
/// a slash, a footnote's mark goes. Taken as bare characters, 41 with the mark 3 is 413 dead, and 10 to the 6th is 106.
/// </summary>
internal sealed class FigureMarkup
{
    // What is longer is no footnote's mark, but words that somebody raised.
    private const int LongestMark = 20;

    private static readonly HashSet<string> Ordinals = new(StringComparer.OrdinalIgnoreCase)
    {
        "st",
        "nd",
        "rd",
        "th",
        "er",
        "re",
        "e",
        "ème",
        "o",
        "º",
        "ª",
    };

    private readonly LineSoFar _before = new();

    // The mark that was just emptied, and what takes its place where a word goes on behind it.
    private (IElement Mark, string Between)? _emptied;

    private FigureMarkup() { }

    /// <summary>Changes the texts of the document in place, its elements stay. One pass over it.</summary>
    public static void Write(IHtmlDocument document)
    {
        if (document.Body is { } body)
            new FigureMarkup().Walk(body);
    }

    // By number, since a sibling is found by counting from the first.
    private void Walk(IElement parent)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IText text)
                Pass(text.Data);
            if (children[i] is not IElement element)
                continue;
            var breaks = ArticleText.IsBlock(element);
            if (breaks)
                Break();
            if (IsFormula(element))
                WriteSign(element);
            if (RaisedWriting.IsRaised(element))
                Put(element, Raised(element, children, i));
            else if (RaisedWriting.IsLowered(element))
                Put(element, Lowered(element));
            else
                Walk(element);
            if (breaks)
                Break();
        }
    }

    private void Put(IElement mark, string text)
    {
        if (mark.TextContent != text)
            mark.TextContent = text;
        Pass(text);
    }

    private void Pass(string text)
    {
        if (text.Length == 0)
            return;
        if (_emptied is var (mark, between) && char.IsLetterOrDigit(text[0]))
            mark.TextContent = between;
        _emptied = null;
        _before.Add(text);
    }

    private void Break()
    {
        _emptied = null;
        _before.Clear();
    }

    private string Raised(IElement mark, INodeList siblings, int at)
    {
        var written = mark.TextContent.Trim();
        if (FractionMarkup.Take(siblings, at, written) is { } fraction)
            return _before.EndsInWord ? " " + fraction : fraction;
        var leads = mark.QuerySelector("a") is not null || (siblings.Length == 1 && mark.ParentElement?.LocalName == "a");
        if (!leads && Power.Is(written, _before))
            return "^" + written.Replace('−', '-');
        if (_before.EndsInDigit && (Ordinals.Contains(written) || written is ['¼' or '½' or '¾' or '⅓' or '⅔']))
            return written;
        if (written.Length > LongestMark && !leads)
            return $" {written} ";

        // McDonald goes on; what stood on the two sides of a footnote's mark was never one word.
        var name = _before.EndsInWord && !_before.EndsInDigit && written.Length > 0 && written.All(char.IsLetter);
        if (_before.EndsInWord)
            _emptied = (mark, name ? written : " ");
        mark.TextContent = "";
        return "";
    }

    // Behind a letter it belongs to the name (CO2, PM2.5); a figure's own digits it never lengthens.
    private string Lowered(IElement mark)
    {
        var written = mark.TextContent.Trim();
        if (!_before.EndsInDigit || written.Length == 0 || !char.IsDigit(written[0]))
            return written;
        _emptied = (mark, " ");
        mark.TextContent = "";
        return "";
    }

    // MathML: <msup><mn>10</mn><mn>6</mn></msup> has no sign between the two; and its source is no second text.
    private static bool IsFormula(IElement element) => element.LocalName is "msup" or "mfrac" or "annotation" or "annotation-xml";

    private static void WriteSign(IElement formula)
    {
        if (formula.LocalName is "annotation" or "annotation-xml")
            formula.TextContent = "";
        else if (formula.Children is { Length: 2 } parts)
            parts[1].TextContent = (formula.LocalName == "msup" ? "^" : "/") + parts[1].TextContent.Trim();
    }
}
