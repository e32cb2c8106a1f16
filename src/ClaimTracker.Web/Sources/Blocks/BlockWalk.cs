using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>
/// Walks a page's tree and gives its blocks, each with its kind, its part of the page, the heading above it and its notes.
/// </summary>
internal sealed partial class BlockWalk
{
    private const int LongestBoldLine = 60;

    private readonly List<PageBlock> _blocks = [];
    private readonly List<(int Level, string Text)> _headings = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _anchors = [];
    private readonly Dictionary<IElement, List<string>> _marked;
    private readonly Dictionary<IElement, List<string>> _remarks;
    private readonly RaisedSigns _signs;
    private readonly Unseen _unseen;
    private readonly PageBudget _budget;
    private readonly int _all;
    private StringBuilder _text = new();
    private int _linked;
    private int _groups;
    private bool _broken;

    // The last node was text: what was marked up and is plain writing now is one text with what stands around it.
    private bool _inText;

    // Behind raised or lowered writing a word goes on: "McDonald".
    private bool _glued;

    private BlockWalk(IHtmlDocument document, PageBudget budget)
    {
        _budget = budget;
        _marked = BlockMarks.In(document, "sup a[href^='#'], a[href^='#'] sup, a[role='doc-noteref']", NoteOf);
        _signs = RaisedSigns.In(document);
        _remarks = BlockMarks.In(document, "sup", Remarks.Of);
        _unseen = new Unseen(document, budget);
        FigureMarkup.Write(document);
        _all = document.Body?.TextContent.Length ?? 0;
    }

    /// <summary>The blocks of a page in their order.</summary>
    public static List<PageBlock> Of(IHtmlDocument document, PageBudget budget)
    {
        var walk = new BlockWalk(document, budget);
        if (document.Body is { } body)
            walk.Walk(body, new Context(BlockKind.Paragraph, PageZone.Body, 0, false, false, 0));
        return walk._blocks;
    }

    // Which note a mark leads to.
    private static string? NoteOf(IElement mark) =>
        (mark.Closest("a") ?? mark).GetAttribute("href") is { Length: > 1 } name ? name[1..] : null;

    private readonly record struct Context(BlockKind Kind, PageZone Zone, int Group, bool Linked, bool Preformatted, int Level)
    {
        public bool IsNotice { get; init; }
    }

    private void Walk(INode node, Context context)
    {
        if (node is IText text)
            Append(text.Data, context);
        _inText = node is IText { Length: var length } && (length > 0 || _inText);
        if (node is not IElement element || PageElements.IsSkipped(element))
            return;
        _budget.CheckTime();
        if (element.LocalName == "br")
            _broken = true;
        else if (element.LocalName == "wbr")
            _glued = true;
        else if (_unseen.Of(element) is { } unseen && context.Zone < PageZone.Comment)
            WalkUnseen(element, context, unseen);
        else
            WalkElement(element, context);
        _inText = false;
    }

    private void WalkElement(IElement element, Context context)
    {
        var breaks = PageElements.IsBlock(element);
        if (breaks)
            Flush(context);
        if (element.Id is { Length: > 0 and < 60 } id)
            _anchors.Add(id);
        if (_marked.TryGetValue(element, out var notes))
            _notes.AddRange(notes);
        _notes.AddRange(_signs.Carried(element));
        _anchors.AddRange(_signs.Explained(element));
        var zone =
            context.Zone is PageZone.Body or PageZone.Aside or PageZone.Frame && ZoneOf.Element(element, _all) is { } named
                ? named
                : context.Zone;
        var isTable = IsTable(element);
        var inner = Inner(
            element,
            isTable,
            context with
            {
                Zone = zone,
                IsNotice = context.IsNotice || (breaks && ZoneOf.IsNotice(element, _all)),
            }
        );
        var (headings, blocks) = (_headings.Count, _blocks.Count);
        if (isTable)
        {
            WalkTable(element, inner);
        }
        else if (element.LocalName == "dl")
        {
            WalkFields(element, inner);
        }
        else
        {
            if (element.LocalName == "q")
                _text.Append('“');
            var fields = breaks && IsLineOfFields(element);
            foreach (var child in element.ChildNodes)
            {
                Walk(child, inner);
                if (fields)
                    Flush(inner with { Kind = BlockKind.Field });
            }

            if (element.LocalName == "q")
                _text.Append('”');
        }

        _glued = RaisedWriting.IsRaised(element) || RaisedWriting.IsLowered(element);
        if (breaks)
            Flush(inner);
        if (inner.Kind != BlockKind.Heading && _remarks.TryGetValue(element, out var remarks))
            _blocks.AddRange(remarks.Select(said => Block(said, inner with { Kind = BlockKind.Paragraph })));
        if (inner.Kind == BlockKind.Heading && inner.Level > 0 && context.Kind != BlockKind.Heading)
            TakeHeading(inner, blocks);
        else if (breaks)
            LeaveScope(headings, blocks);
    }

    private static bool IsTable(IElement element) =>
        element.LocalName == "table" ? TableRows.IsData(element) : TableRows.IsGrid(element);

    private Context Inner(IElement element, bool isTable, Context context) =>
        element.LocalName switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => context with
            {
                Kind = BlockKind.Heading,
                Level = element.LocalName[1] - '0',
            },
            "summary" => context with { Kind = BlockKind.Heading, Level = 6 },
            _ when element.GetAttribute("role") == "heading" && PageElements.IsBlock(element) => context with
            {
                Kind = BlockKind.Heading,
                Level = int.TryParse(element.GetAttribute("aria-level"), out var level) ? Math.Clamp(level, 1, 6) : 2,
            },
            "p" when IsBoldLine(element) => context with { Kind = BlockKind.Heading, Level = 5 },
            "ul" or "ol" => context with { Group = ++_groups },
            "li" => context with { Kind = BlockKind.Item },
            "blockquote" => context with { Kind = BlockKind.Quoted },
            "caption" or "figcaption" => context with { Kind = BlockKind.Caption },
            "pre" => context with { Preformatted = true },
            "a" when element.HasAttribute("href") => context with { Linked = true },
            _ when isTable => context with { Group = ++_groups },
            _ => context,
        };

    // "<p><b>Agreed</b></p>": how pages that know no headings write them.
    private static bool IsBoldLine(IElement element)
    {
        for (INode? inner = element; inner is not null; )
        {
            if (inner is IElement { LocalName: "b" or "strong" } bold)
            {
                var text = bold.TextContent.AsSpan().Trim();
                return text.Length is > 0 and <= LongestBoldLine && text[^1] is not ('.' or ':' or '!' or ',' or ';');
            }

            INode? only = null;
            foreach (var child in inner.ChildNodes)
            {
                if (child is IText blank && string.IsNullOrWhiteSpace(blank.Data))
                    continue;
                if (only is not null)
                    return false;
                only = child;
            }

            inner = only as IElement;
        }

        return false;
    }

    // A heading holds for what follows it where it stands, and beyond an element that holds nothing but it.
    private void LeaveScope(int headings, int blocks)
    {
        if (_headings.Count <= headings)
            return;
        var text = _blocks.Skip(blocks).Count(block => block.Kind != BlockKind.Heading);
        if (text > 0)
            _headings.RemoveRange(headings, _headings.Count - headings);
    }

    private void TakeHeading(Context context, int blocks)
    {
        if (_blocks.Count == blocks || context.Zone > PageZone.Frame || IsOpener(_blocks[^1]))
            return;
        while (_headings.Count > 0 && _headings[^1].Level >= context.Level)
            _headings.RemoveAt(_headings.Count - 1);
        _headings.Add((context.Level, _blocks[^1].Text));
    }

    // "Show more" opens what stands below it and says nothing of it.
    private static bool IsOpener(PageBlock block) =>
        block.Level == 6
        && block.Text.Split(' ')[0].ToLowerInvariant()
            is "show"
                or "read"
                or "view"
                or "see"
                or "expand"
                or "more"
                or "details"
                or "open";

    private void WalkUnseen(IElement element, Context context, PageZone zone)
    {
        // Apart from the sentence around it, which reads on without it.
        if (PageElements.IsBlock(element))
            Flush(context);
        var around = SetAside();
        WalkElement(element, context with { Zone = zone, Kind = BlockKind.Paragraph });
        Flush(context with { Zone = zone, Kind = BlockKind.Paragraph });
        GoOn(around);
        if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
            _text.Append(' ');
    }

    // Sets aside what has been read of a block while a part of it is read by itself.
    private (StringBuilder Text, int Linked, bool Broken) SetAside()
    {
        var around = (_text, _linked, _broken);
        (_text, _linked, _broken) = (new StringBuilder(), 0, false);
        return around;
    }
}
