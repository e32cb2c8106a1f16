using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ClaimTracker.Web.Sources;

/// <summary>Source of a page → its tree, for intake and watch alike: what is read as an article and what is looked for later is one text.</summary>
internal static class PageDocument
{
    /// <summary>The page, with nothing struck out and with its figures in plain writing.</summary>
    public static IHtmlDocument Parse(string html)
    {
        var document = new HtmlParser().ParseDocument(HtmlLimits.Apply(html));
        StruckOut.Remove(document);
        FigureMarkup.Write(document);
        return document;
    }
}
