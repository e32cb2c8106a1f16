using AngleSharp.Dom;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

// Tables and labelled lines, of which each row or field is a block.
internal sealed partial class BlockWalk
{
    private const int LongestField = 200;
    private const int LongestLabel = 40;

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

    private void WalkTable(IElement table, Context context)
    {
        foreach (var caption in table.Children.Where(child => child.LocalName == "caption"))
            Walk(caption, context);
        if (table.LocalName == "div" && TableRows.GridTitle(table) is { } title)
            Walk(title, context with { Kind = BlockKind.Caption });
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
}
