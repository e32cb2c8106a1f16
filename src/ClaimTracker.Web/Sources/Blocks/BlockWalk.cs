using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>
/// Walks a page's tree and gives its blocks, each with its kind, its part of the page, the heading above it and its notes.
/// </summary>
internal sealed class BlockWalk
{
    private const int LongestField = 200;
    private const int LongestLabel = 40;

    private static readonly HashSet<string> Breaks =
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
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
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "caption",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "button",
    ];

    private static readonly HashSet<string> Skipped =
    [
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "iframe",
        "object",
        "embed",
        "canvas",
        "svg",
        "audio",
        "video",
        "map",
        "select",
        "textarea",
        "input",
        "datalist",
        "rt",
        "rp",
    ];

    private const int LongestJoint = 12;
    private const int LabelWords = 2;

    private static readonly HashSet<string> Joints =
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "at",
        "to",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "on",
        "into",
        "between",
        "than",
        "that",
        "which",
    ];

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

    /// <summary>True for an element that begins a line of its own.</summary>
    internal static bool IsBlock(IElement element) => Breaks.Contains(element.LocalName);

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
        if (node is not IElement element || Skipped.Contains(element.LocalName))
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
        var breaks = Breaks.Contains(element.LocalName);
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
        var inner = Inner(
            element,
            context with
            {
                Zone = zone,
                IsNotice = context.IsNotice || (breaks && ZoneOf.IsNotice(element, _all)),
            }
        );
        var (headings, blocks) = (_headings.Count, _blocks.Count);
        if (element.LocalName == "table" && TableRows.IsData(element))
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

    // "Status: in force", "Issued: 3 May" one behind the other, each in an element of its own.
    private static bool IsLineOfFields(IElement element)
    {
        if (
            element.Children is not { Length: > 1 } children
            || element.ChildNodes.OfType<IText>().Any(text => text.Data.Any(char.IsLetterOrDigit))
        )
        {
            return false;
        }

        return children.All(child =>
            child is { LocalName: "span", TextContent: { Length: <= LongestField } said }
            && said.IndexOf(':', StringComparison.Ordinal) is > 1 and < LongestLabel
            && said.TrimEnd()[^1] != ':'
        );
    }

    private Context Inner(IElement element, Context context) =>
        element.LocalName switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => context with
            {
                Kind = BlockKind.Heading,
                Level = element.LocalName[1] - '0',
            },
            "summary" => context with { Kind = BlockKind.Heading, Level = 6 },
            _ when element.GetAttribute("role") == "heading" && Breaks.Contains(element.LocalName) => context with
            {
                Kind = BlockKind.Heading,
                Level = int.TryParse(element.GetAttribute("aria-level"), out var level) ? Math.Clamp(level, 1, 6) : 2,
            },
            "ul" or "ol" => context with { Group = ++_groups },
            "li" => context with { Kind = BlockKind.Item },
            "blockquote" => context with { Kind = BlockKind.Quoted },
            "caption" or "figcaption" => context with { Kind = BlockKind.Caption },
            "pre" => context with { Preformatted = true },
            "a" when element.HasAttribute("href") => context with { Linked = true },
            "table" when TableRows.IsData(element) => context with { Group = ++_groups },
            _ => context,
        };

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
        if (Breaks.Contains(element.LocalName))
            Flush(context);
        var around = SetAside();
        WalkElement(element, context with { Zone = zone, Kind = BlockKind.Paragraph });
        Flush(context with { Zone = zone, Kind = BlockKind.Paragraph });
        GoOn(around);
        if (_text.Length > 0 && !char.IsWhiteSpace(_text[^1]))
            _text.Append(' ');
    }

    private void WalkTable(IElement table, Context context)
    {
        foreach (var caption in table.Children.Where(child => child.LocalName == "caption"))
            Walk(caption, context);
        foreach (var row in TableRows.Of(table, cell => CellText(cell, context)))
        {
            if (_unseen.Of(row.Element) is { } unseen)
                Add(row, context with { Zone = unseen });
            else
                Add(row, context);
        }
    }

    private void Add(TableRows.Row row, Context context)
    {
        // A cell across the whole row is said once, however many columns it spans.
        var isWide = row.Cells.TrueForAll(cell => cell.Text == row.Cells[0].Text);
        var text = string.Join(
            ' ',
            row.Cells.Take(isWide ? 1 : row.Cells.Count).Select(cell => cell.Text).Where(cell => cell.Length > 0)
        );
        if (text.Length == 0)
            return;
        _blocks.Add(
            Block(text, context with { Kind = BlockKind.Row }) with
            {
                Cells = row.IsHeader ? [] : [.. row.Cells.Select(cell => new PageCell(cell.Header, cell.Text))],
            }
        );
    }

    private string CellText(IElement cell, Context context)
    {
        var around = SetAside();
        var from = _blocks.Count;
        foreach (var child in cell.ChildNodes)
            Walk(child, context with { Kind = BlockKind.Row });
        Flush(context with { Kind = BlockKind.Row });
        var inside = _blocks[from..];
        var text = string.Join(' ', inside.Where(block => block.Zone == context.Zone).Select(block => block.Text));
        _blocks.RemoveRange(from, inside.Count);
        _blocks.AddRange(inside.Where(block => block.Zone != context.Zone));
        GoOn(around);
        return text;
    }

    private void WalkFields(IElement list, Context context)
    {
        string? term = null;
        foreach (var child in list.Children.SelectMany(child => child.LocalName == "div" ? child.Children.ToArray() : [child]))
        {
            // A question heads its answer.
            var isShort = term?.TrimEnd().EndsWith('?') != true && child.TextContent.Length <= LongestField;
            if (_unseen.Of(child) is not null || child.LocalName is not ("dt" or "dd"))
            {
                Walk(child, context);
            }
            else if (child.LocalName == "dt")
            {
                term = CellText(child, context);
            }
            else if (term is not null && isShort && child.QuerySelector("p + p, ul, ol, table, dl") is null)
            {
                AddField(term, CellText(child, context), context);
            }
            else
            {
                if (term is { Length: > 0 })
                    _blocks.Add(Block(term, context with { Kind = BlockKind.Heading, Level = 6 }));
                _headings.Add((6, term ?? ""));
                Walk(child, context);
                _headings.RemoveAt(_headings.Count - 1);
            }
        }
    }

    private void AddField(string term, string said, Context context)
    {
        if (said.Length > 0)
        {
            _blocks.Add(
                Block(term.Length == 0 ? said : $"{term.TrimEnd(':', ' ')}: {said}", context with { Kind = BlockKind.Field })
            );
        }
    }

    private void Append(string words, Context context)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            // Where a word may be broken: nothing that a reader sees.
            if (c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF')
                continue;
            if (context.Preformatted && c == '\n')
            {
                _broken = true;
                continue;
            }

            if (char.IsWhiteSpace(c) && c is not ('\u00A0' or '\u202F' or '\u2009' or '\u2007'))
            {
                if (_text.Length > 0 && _text[^1] != ' ' && !_broken)
                    _text.Append(' ');
                continue;
            }

            if (_broken)
                EndLine(c, context);
            // "StatusActive": labels and what they label may touch in the source and stand apart on the screen.
            if (_text.Length > 0 && char.IsUpper(c) && char.IsLower(_text[^1]) && i == 0 && !_inText && !_glued)
                _text.Append(' ');
            _glued = false;
            _text.Append(c);
            if (context.Linked)
                _linked++;
        }
    }

    // A line break within a sentence is a blank, else the end of a block.
    private void EndLine(char next, Context context)
    {
        _broken = false;
        var last = _text.Length > 0 ? _text[^1] : '.';
        if (last == ' ' && _text.Length > 1)
            last = _text[^2];
        if (
            (char.IsLower(next) || (char.IsAsciiDigit(next) && char.IsLower(last) && IsSentence()) || last == ',' || EndsOpen())
            && last is not ('.' or '!' or '?' or ':' or ';')
        )
        {
            _text.Append(' ');
        }
        else
        {
            Flush(context);
        }
    }

    // Words enough that it is no label of the figure in the next line.
    private bool IsSentence()
    {
        var (blanks, at) = (0, 0);
        for (; at < _text.Length && blanks <= LabelWords; at++)
            blanks += _text[at] == ' ' ? 1 : 0;
        return blanks > LabelWords;
    }

    // "… in", "… the": a line that ends so goes on.
    private bool EndsOpen()
    {
        var line = _text.ToString(Math.Max(0, _text.Length - LongestJoint), Math.Min(_text.Length, LongestJoint)).TrimEnd();
        return line.LastIndexOf(' ') is var blank and >= 0 && Joints.Contains(line[(blank + 1)..]);
    }

    private void Flush(Context context)
    {
        _broken = false;
        var text = _text.ToString().Trim();
        if (text.Length > 0 && text.Any(char.IsLetterOrDigit))
            _blocks.Add(Block(text, context));
        if (text.Length == 0)
            return;
        _text.Clear();
        _linked = 0;
        _notes.Clear();
        _anchors.Clear();
    }

    private PageBlock Block(string text, Context context)
    {
        var heading = _headings.Count > 0 ? _headings[^1] : default;
        var under =
            context.Kind == BlockKind.Heading || context.Zone > PageZone.Aside
                ? null
                : _headings.Select(above => ZoneOf.Heading(above.Text)).LastOrDefault(zone => zone is not null);
        return new PageBlock(text, context.Kind, under ?? context.Zone)
        {
            Heading = heading.Text,
            Level = context.Kind == BlockKind.Heading ? context.Level : heading.Level,
            Group = context.Group,
            IsNotice = context.IsNotice,
            Linked = text.Length == 0 ? 0 : Math.Min(1, _linked / (double)text.Length),
            Notes = [.. _notes],
            Anchors = [.. _anchors],
        };
    }

    // Sets aside what has been read of a block while a part of it is read by itself.
    private (StringBuilder Text, int Linked, bool Broken) SetAside()
    {
        var around = (_text, _linked, _broken);
        (_text, _linked, _broken) = (new StringBuilder(), 0, false);
        return around;
    }

    private void GoOn((StringBuilder Text, int Linked, bool Broken) around) => (_text, _linked, _broken) = around;
}
