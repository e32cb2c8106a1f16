using System.Collections.Frozen;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace ClaimTracker.Web.Sources;

/// <summary>
/// Keeps the blank between two words that each stand in an element of their own. Read token by token, the parser leaves out a
/// text of blanks alone, and of "&lt;b&gt;Prime&lt;/b&gt; &lt;b&gt;Minister&lt;/b&gt;" one word is left.
/// </summary>
internal sealed class BlanksBetweenTags
{
    // Stands for no character: no text holds it.
    private const string Mark = "\uFDD0";

    private static readonly FrozenSet<string> Inline = (
        "a abbr acronym b bdi bdo big cite code data dfn em font i img ins kbd label mark nobr q s samp small span strike strong sub"
        + " sup time tt u var wbr"
    )
        .Split(' ')
        .ToFrozenSet();

    private bool _inLine;
    private bool _marked;

    /// <summary>Looks at a token before the parser takes it, and changes one that the parser would leave out.</summary>
    public void Keep(ref StructHtmlToken token)
    {
        if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
            _inLine = Inline.Contains(token.Name.ToString());
        if (token.Type != HtmlTokenType.Character || token.Data.Length == 0)
            return;
        if (!token.Data.Memory.Span.IsWhiteSpace())
        {
            _inLine = true;
        }
        else if (_inLine)
        {
            token.Name = new StringOrMemory(Mark + token.Data);
            _marked = true;
        }
    }

    /// <summary>Takes the marks away again, once the page is read.</summary>
    public void Write(INode document)
    {
        if (_marked)
            Walk(document);
    }

    private static void Walk(INode parent)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is IText text)
            {
                if (text.Data.Contains(Mark, StringComparison.Ordinal))
                    text.Data = text.Data.Replace(Mark, "", StringComparison.Ordinal);
            }
            else if (children[i].HasChildNodes)
            {
                Walk(children[i]);
            }
        }
    }
}
