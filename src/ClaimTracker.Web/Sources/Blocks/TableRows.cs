using AngleSharp.Dom;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>A table of data, read cell by cell with its column headers.</summary>
internal static class TableRows
{
    private const int LongestCell = 300;
    private const int MostColumns = 200;
    private const int FewestRows = 3;
    private const int FewestCells = 3;
    private const int LongestGridCell = 80;

    /// <summary>A row: what stands above each of its cells, the cell, and whether it is a row of headers.</summary>
    public sealed record Row(IElement Element, List<(string Header, string Text)> Cells, bool IsHeader);

    /// <summary>True for a table of data, false for one that only lays out a page.</summary>
    public static bool IsData(IElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table") is not null)
            return false;
        var rows = RowsOf(table).ToList();
        return rows.Exists(row =>
                Cells(row).Count(cell => cell.LocalName == "th" || cell.TextContent.Any(char.IsLetterOrDigit)) > 1
            ) && rows.TrueForAll(row => Cells(row).All(cell => cell.TextContent.Length <= LongestCell));
    }

    /// <summary>
    /// True for rows of cells that are made of <c>div</c>s, or that say so by their roles: as many short cells in each row, and
    /// no list of links.
    /// </summary>
    public static bool IsGrid(IElement element)
    {
        if (element.LocalName != "div" || element.ChildElementCount < FewestRows)
            return false;
        var rows = GridRows(element).ToList();
        return rows.Count >= FewestRows
            && element.ChildElementCount - rows.Count <= 1
            && rows[0].ChildElementCount is >= FewestCells and <= MostColumns and var columns
            && rows.TrueForAll(row =>
                row.ChildElementCount == columns
                && row.Children.All(cell =>
                    cell.LocalName is "div" or "span"
                    && cell.QuerySelector("div, p, ul, ol, table, h1, h2, h3, h4, img, input, button") is null
                    && cell.TextContent.Length <= LongestGridCell
                )
            )
            && rows.Count(row => row.QuerySelector("a") is not null) * 2 < rows.Count;
    }

    /// <summary>The line above the rows of such a grid; null for none.</summary>
    public static IElement? GridTitle(IElement grid) => grid.Children.FirstOrDefault(child => child.ChildElementCount == 0);

    /// <summary>Its rows in order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="text">What a cell shows.</param>
    public static IEnumerable<Row> Of(IElement table, Func<IElement, string> text)
    {
        var headers = new List<string>();
        var carried = new Dictionary<int, (int Left, string Text)>();
        var body = false;
        foreach (var row in RowsOf(table))
        {
            var header =
                !body
                && Cells(row).Any()
                && (
                    row.ParentElement?.LocalName == "thead"
                    || Cells(row).All(cell => cell.LocalName == "th")
                    || (row.LocalName != "tr" && headers.Count == 0 && IsHeaderOfGrid(row))
                );
            body |= !header;
            var cells = new List<(string Header, string Text)>();
            foreach (var (column, written) in Columns(row, text, carried))
            {
                if (header)
                {
                    while (headers.Count <= column)
                        headers.Add("");
                    headers[column] =
                        headers[column].Length == 0 || headers[column] == written ? written : $"{headers[column]} {written}";
                }

                cells.Add((header || column >= headers.Count ? "" : headers[column], written));
            }

            yield return new Row(row, cells, header);
        }
    }

    private static IEnumerable<(int Column, string Text)> Columns(
        IElement row,
        Func<IElement, string> text,
        Dictionary<int, (int Left, string Text)> carried
    )
    {
        var column = 0;
        foreach (var cell in Cells(row))
        {
            while (Carried(carried, column) is { } above)
                yield return (column++, above);
            var written = text(cell);
            var (wide, high) = (Span(cell, "colspan"), Span(cell, "rowspan"));
            for (var i = 0; i < wide && column < MostColumns; i++)
            {
                if (high > 1)
                    carried[column] = (high - 1, written);
                yield return (column++, written);
            }
        }

        while (Carried(carried, column) is { } last)
            yield return (column++, last);
    }

    private static string? Carried(Dictionary<int, (int Left, string Text)> carried, int column)
    {
        if (!carried.TryGetValue(column, out var above))
            return null;
        if (above.Left == 1)
            carried.Remove(column);
        else
            carried[column] = (above.Left - 1, above.Text);
        return above.Text;
    }

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, MostColumns) : 1;

    private static IEnumerable<IElement> GridRows(IElement grid) =>
        grid.Children.Where(child => child.LocalName == "div" && child.ChildElementCount > 0);

    // Words above cells of which some are figures.
    private static bool IsHeaderOfGrid(IElement row) =>
        row.ParentElement is { } grid
        && !row.TextContent.Any(char.IsDigit)
        && GridRows(grid).Skip(1).All(other => other.TextContent.Any(char.IsDigit));

    private static IEnumerable<IElement> RowsOf(IElement table) =>
        table.LocalName == "div"
            ? GridRows(table)
            : table.Children.SelectMany(child =>
                child.LocalName is "tr" ? [child]
                : child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children.Where(row => row.LocalName == "tr")
                : []
            );

    private static IEnumerable<IElement> Cells(IElement row) =>
        row.LocalName == "tr" ? row.Children.Where(cell => cell.LocalName is "td" or "th") : row.Children;
}
