using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Raised and lowered writing → plain text that keeps the figures what they are: a power is written with a caret, a fraction with a slash, a
/// footnote's mark goes. Taken as bare characters, 41 with the mark 3 is 413 dead, and 10 to the 6th is 106.
/// </summary>
internal static class FigureMarkup
{
    private const string Raised = "sup, .frac > .num, [style*='vertical-align:super' i], [style*='vertical-align: super' i]";
    private const string Lowered = "sub, .frac > .den, [style*='vertical-align:sub' i], [style*='vertical-align: sub' i]";

    // What is longer is no footnote's mark, but words that somebody raised.
    private const int LongestMark = 20;

    private static readonly HashSet<string> Ordinals = new(StringComparer.OrdinalIgnoreCase) { "st", "nd", "rd", "th", "er", "re", "e", "ème", "o", "º", "ª" };

    /// <summary>Changes the document in place.</summary>
    public static void Write(IHtmlDocument document)
    {
        WriteFormulas(document);
        foreach (var mark in document.QuerySelectorAll(Raised).ToList())
        {
            if (mark.Parent is not null) Put(mark, RaisedText(mark));
        }

        foreach (var mark in document.QuerySelectorAll(Lowered).ToList())
        {
            if (mark.Parent is not null) Put(mark, LoweredText(mark));
        }
    }

    private static string RaisedText(IElement mark)
    {
        var (written, before) = (mark.TextContent.Trim(), InlineText.Before(mark));
        if (FractionMarkup.Take(mark, written, Lowered) is { } fraction) return InlineText.EndsInWord(before) ? " " + fraction : fraction;
        if (Power.Is(written, before) && !LeadsToNote(mark)) return "^" + written.Replace('−', '-');
        if (IsPartOfWord(mark, written, before)) return written;
        return written.Length <= LongestMark || LeadsToNote(mark) ? Gap(mark, before) : $" {written} ";
    }

    // Behind a letter it belongs to the name (CO2, PM2.5); a figure's own digits it never lengthens.
    private static string LoweredText(IElement mark)
    {
        var (written, before) = (mark.TextContent.Trim(), InlineText.Before(mark));
        return InlineText.EndsInDigit(before) && written.Length > 0 && char.IsDigit(written[0]) ? Gap(mark, before) : written;
    }

    // 19th, 5½, McDonald.
    private static bool IsPartOfWord(IElement mark, string written, string before) =>
        (InlineText.EndsInDigit(before) && (Ordinals.Contains(written) || written is ['¼' or '½' or '¾' or '⅓' or '⅔']))
        || (InlineText.EndsInWord(before) && !InlineText.EndsInDigit(before) && written.Length > 0 && written.All(char.IsLetter) && InlineText.IsFollowedByWord(mark));

    // A mark that leads to its note, on this page or another, is a mark whatever stands before it.
    private static bool LeadsToNote(IElement mark) => mark.QuerySelector("a") is not null || mark.Closest("a") is not null;

    // What stood on the two sides of what goes was never one word.
    private static string Gap(IElement mark, string before) => InlineText.EndsInWord(before) && InlineText.IsFollowedByWord(mark) ? " " : "";

    // MathML: <msup><mn>10</mn><mn>6</mn></msup> has no sign between the two.
    private static void WriteFormulas(IHtmlDocument document)
    {
        foreach (var source in document.QuerySelectorAll("math annotation, math annotation-xml").ToList()) source.Remove();
        foreach (var pair in document.QuerySelectorAll("msup, mfrac").Where(pair => pair.Children.Length == 2).ToList())
            pair.InsertBefore(document.CreateTextNode(pair.LocalName == "msup" ? "^" : "/"), pair.Children[1]);
    }

    private static void Put(IElement mark, string text) => mark.Replace(mark.Owner!.CreateTextNode(text));
}
