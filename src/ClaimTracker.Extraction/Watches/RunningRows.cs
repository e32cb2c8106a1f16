using System.Globalization;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// A table whose first column only counts its rows: 1, 2, 3 under "#", "No." or nothing. A rank is no such number.
/// </summary>
internal sealed class RunningRows
{
    private const int Fewest = 3;

    private static readonly HashSet<string> Counters =
    [
        "",
        "#",
        "no",
        "nr",
        "n",
        "num",
        "number",
        "item",
        "line",
        "row",
        "№",
        "s/n",
        "sn",
    ];

    private readonly Dictionary<string, int> _at = [];

    private RunningRows(string header, List<(PageStatement Row, string Key)> rows)
    {
        (Header, Rows) = (header, rows);
        for (var i = 0; i < rows.Count; i++)
            _at.TryAdd(rows[i].Key, i);
    }

    /// <summary>The column headers, by which it is found again.</summary>
    public string Header { get; }

    /// <summary>Its rows with what they say beside their number.</summary>
    public List<(PageStatement Row, string Key)> Rows { get; }

    /// <summary>The row that says this; -1 for none.</summary>
    public int IndexOf(string key) => _at.GetValueOrDefault(key, -1);

    /// <summary>Such tables of a page.</summary>
    public static List<RunningRows> Of(PageStatements page)
    {
        List<RunningRows> tables = [];
        foreach (
            var table in page
                .All.Where(s => s.Block is { Kind: BlockKind.Row, Cells.Count: > 1, Group: > 0 })
                .GroupBy(s => s.Block.Group)
        )
        {
            var rows = table.ToList();
            if (rows.Count < Fewest || !Counters.Contains(rows[0].Block.Cells[0].Header.Trim('.', ' ', ':').ToLowerInvariant()))
                continue;
            if (NumberOf(rows[0]) is not (0 or 1) || rows.Where((row, i) => NumberOf(row) != NumberOf(rows[0]) + i).Any())
                continue;
            tables.Add(
                new RunningRows(
                    string.Join('|', rows[0].Block.Cells.Skip(1).Select(cell => KeyOf(cell.Header))),
                    [.. rows.Select(row => (row, string.Join('|', row.Block.Cells.Skip(1).Select(cell => KeyOf(cell.Text)))))]
                )
            );
        }

        return tables;
    }

    private static int? NumberOf(PageStatement row) =>
        int.TryParse(
            row.Block.Cells[0].Text.Trim().TrimEnd('.', ')'),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    private static string KeyOf(string text) => PageStatement.KeyOf(PlainWords.Of(text));
}
