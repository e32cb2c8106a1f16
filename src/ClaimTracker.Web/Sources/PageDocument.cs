using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Source of a page → its tree, for intake and watch alike: what is read as an article and what is looked for later is one text.
/// </summary>
internal static class PageDocument
{
    // Code that walks a deeper tree recursively overflows its stack, which ends the process.
    private const int Deepest = 256;

    // A parser compares each attribute of a tag with those before it.
    private const int MostAttributes = 200;

    /// <summary>The page, with nothing struck out and with its figures in plain writing.</summary>
    public static IHtmlDocument Parse(string html, PageBudget budget)
    {
        var document = Tree(html, budget);
        StruckOut.Empty(document);
        FigureMarkup.Write(document);
        budget.CheckTime();
        return document;
    }

    /// <summary>The page as it is written, within the budget.</summary>
    // The parser's own tokens are looked at, each before the parser takes it: no second reading of the source that could see
    // other tags.
    internal static IHtmlDocument Tree(string html, PageBudget budget)
    {
        PageBudget.TakeCharacters(html.Length);
        var options = new HtmlParserOptions
        {
            MaximumDepth = Deepest,
            ShouldEmitAttribute = (ref StructHtmlToken token, ReadOnlyMemory<char> _) => token.Attributes.Count < MostAttributes,
            OnCreated = (_, _) => budget.TakeTag(),
        };
        var (open, blanks) = (new OpenElements(), new BlanksBetweenTags());
        var position = 0;
        var document = (IHtmlDocument)
            new HtmlParser(options, BrowsingContext.New()).ParseDocument<Document, Element>(new TextSource(html), Take);
        blanks.Write(document);
        return document;

        TokenConsumptionResult Take(ref StructHtmlToken token, TokenConsumer next)
        {
            budget.TakeWeight(token.Position.Position - position, open.Depth + 1);
            position = token.Position.Position;
            blanks.Keep(ref token);
            if (token.Type is not (HtmlTokenType.StartTag or HtmlTokenType.EndTag))
            {
                next(ref token);
                return TokenConsumptionResult.Continue;
            }

            budget.TakeTag();
            var name = token.Name.ToString();
            if (token.Type == HtmlTokenType.StartTag ? open.Start(name, token.IsSelfClosing) : open.End(name))
                next(ref token);
            return TokenConsumptionResult.Continue;
        }
    }
}
