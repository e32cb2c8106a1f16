using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>A passage in a row of a table: the cells that the quote touches, with their column headers and the row's own name.</summary>
internal sealed class RowPlace
{
    private readonly Statement _row;
    private readonly List<PageCell> _touched = [];

    public RowPlace(Place place)
    {
        _row = place.First;
        var at = 0;
        foreach (var cell in _row.Block.Cells)
        {
            var start = cell.Text.Length == 0 ? -1 : _row.Text.IndexOf(cell.Text, at, StringComparison.Ordinal);
            if (start < 0) continue;
            if (start < place.End && start + cell.Text.Length > place.Start) _touched.Add(cell);
            at = start + cell.Text.Length;
        }
    }

    public static bool IsRow(Place place) => place.Statements is [{ Block: { Kind: BlockKind.Row, Cells.Count: > 1 } }];

    private string Name => NameOf(_row.Block);

    /// <summary>The row of the same name under the same heading, else the one that is most like it; null where none is.</summary>
    public Statement? FindOn(PageStatements page)
    {
        var rows = page.All.Where(s => s.Block.Kind == BlockKind.Row && s.Block.Zone == _row.Block.Zone && NameOf(s.Block) == Name).ToList();
        return rows.MaxBy(row => (KeptLook.HeadingKey(row.Block.Heading) == KeptLook.HeadingKey(_row.Block.Heading) ? 1 : 0) + Pairing.Likeness(row, _row));
    }

    /// <summary>Compares cell by cell; the figures that differ are returned.</summary>
    public IReadOnlyList<FigureChange> Compare(Statement now, LookParts parts)
    {
        List<FigureChange> figures = [];
        var touched = _touched.Count > 1 || _touched.Any(cell => KeyOf(cell.Text) != Name) ? _touched : [.. _row.Block.Cells];
        foreach (var cell in _row.Block.Cells)
        {
            var at = IndexOf(now.Block, cell);
            var found = at < 0 ? null : now.Block.Cells[at];
            var named = touched.Contains(cell);
            if (found is null)
            {
                if (named) parts.Fails("columns", $"{cell.Header}: {cell.Text}", null, LookOutcome.Changed, $"The column “{cell.Header}” of the passage's row is gone or has another name.");
            }
            else if (KeyOf(found.Text) != KeyOf(cell.Text) && (named || SaysAgainst(cell.Text, found.Text)))
            {
                figures.AddRange(Figures.Changed(cell.Text, found.Text));
                parts.Fails("sentence", $"{_row.Text}", now.Text, LookOutcome.Changed, $"The row of the passage reads differently{(cell.Header.Length > 0 ? $" under “{cell.Header}”" : "")}: “{cell.Text}” is “{found.Text}” now.");
            }
        }

        foreach (var cell in now.Block.Cells.Where(cell => cell.Header.Length > 0 && !_row.Block.Cells.Any(old => KeyOf(old.Header) == KeyOf(cell.Header))))
        {
            if (_row.Block.Cells.Any(old => old.Header.Length > 0) && (IsPeriod(cell.Header) || IsLikeTouched(cell.Header)) && cell.Text.Any(char.IsAsciiDigit))
                parts.Fails("columns", null, $"{cell.Header}: {cell.Text}", LookOutcome.AlsoElsewhere, $"The passage's row has a new column, “{cell.Header}”: “{cell.Text}”.");
        }

        parts.Holds("columns", string.Join(" | ", _touched.Select(cell => cell.Header)));
        return figures;
    }

    private int IndexOf(PageBlock row, PageCell cell)
    {
        var header = KeyOf(cell.Header);
        if (header.Length > 0)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (KeyOf(row.Cells[i].Header) == header) return i;
            }

            return -1;
        }

        var index = _row.Block.Cells.ToList().IndexOf(cell);
        return index < row.Cells.Count && row.Cells[index].Header.Length == 0 ? index : -1;
    }

    // A cell that the quote does not name counts where it tells the state of the row.
    private static bool SaysAgainst(string was, string now) =>
        new Cues(PlainWords.Of(now), PlainWords.Of(was)) is var cues && (cues.HasNew("Strong") || cues.HasNew("Negation"));

    private bool IsLikeTouched(string header)
    {
        var stems = PlainWords.Of(header).Where(Tells.Something).Select(w => w.Stem).ToHashSet();
        return _touched.Skip(1).Any(cell => PlainWords.Of(cell.Header).Any(w => stems.Contains(w.Stem)));
    }

    private static bool IsPeriod(string header) =>
        PlainWords.Of(header).Exists(w => w.IsDay || (w.IsFigure && w.Form.Length == 5))
        || new Cues(PlainWords.Of(header), null) is var cues && (cues.Has("Newer") || cues.Has("AsOf") || cues.Has("When"));

    private static string NameOf(PageBlock row) => KeyOf(row.Cells.FirstOrDefault(cell => cell.Text.Length > 0)?.Text ?? "");

    private static string KeyOf(string text) => Statement.KeyOf(PlainWords.Of(text));
}
