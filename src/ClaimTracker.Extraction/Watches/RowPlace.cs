namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// A passage in a row of a table: the cells that the quote touches, with their column headers and the row's own name.
/// </summary>
internal sealed class RowPlace
{
    // Rows of one name that are told apart; more of them are no names.
    private const int MostRows = 60;

    private readonly PageStatement _row;
    private readonly List<PageCell> _touched = [];
    private readonly HashSet<PageStatement> _counted;
    private HashSet<PageStatement> _countedNow = [];
    private PageStatements? _pageNow;

    /// <summary>Reads which cells the quote touches.</summary>
    /// <param name="place">A place in a row.</param>
    /// <param name="kept">The page that it is on.</param>
    public RowPlace(Place place, PageStatements kept)
    {
        _row = place.First;
        _counted = CountedOn(kept);
        var at = 0;
        foreach (var cell in _row.Block.Cells)
        {
            var start = cell.Text.Length == 0 ? -1 : _row.Text.IndexOf(cell.Text, at, StringComparison.Ordinal);
            if (start < 0)
                continue;
            if (start < place.End && start + cell.Text.Length > place.Start)
                _touched.Add(cell);
            at = start + cell.Text.Length;
        }
    }

    public static bool IsRow(Place place) => place.Statements is [{ Block: { Kind: BlockKind.Row, Cells.Count: > 1 } }];

    private string Name => NameOf(_row, _counted);

    /// <summary>The row of the same name under the same heading, else the one that is most like it; null where none is.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="kept">The kept page, where its place was confirmed: a row that is another of the kept page's is not this
    /// one.</param>
    public PageStatement? FindOn(PageStatements page, PageStatements? kept)
    {
        (_countedNow, _pageNow) = (CountedOn(page), page);
        var (rows, was) = (RowsOf(page, _countedNow), kept is null ? [] : RowsOf(kept, _counted));
        return was.Count is 0 or > MostRows || rows.Count > MostRows
            ? rows.MaxBy(row => Fit(_row, row))
            : Counterparts.Of(_row, was, rows, Fit);
    }

    private List<PageStatement> RowsOf(PageStatements page, HashSet<PageStatement> counted) =>
        [.. page.All.Where(s => s.Block.Kind == BlockKind.Row && s.Block.Zone == _row.Block.Zone && NameOf(s, counted) == Name)];

    private static HashSet<PageStatement> CountedOn(PageStatements page) =>
        [.. RunningRows.Of(page).SelectMany(table => table.Rows).Select(one => one.Row)];

    private static double Fit(PageStatement was, PageStatement now) =>
        (KeptLook.HeadingKey(was.Block.Heading) == KeptLook.HeadingKey(now.Block.Heading) ? 1 : 0)
        + PagePairing.Likeness(now, was);

    /// <summary>Compares cell by cell; the figures that differ are returned.</summary>
    public IReadOnlyList<FigureChange> Compare(PageStatement now, LookParts parts)
    {
        List<FigureChange> figures = [];
        var touched = _touched.Count > 1 || _touched.Any(cell => KeyOf(cell.Text) != Name) ? _touched : [.. _row.Block.Cells];
        // A number that only counts the rows says nothing of the row.
        var isCounted = _counted.Contains(_row) && _countedNow.Contains(now);
        foreach (var cell in _row.Block.Cells.Skip(isCounted ? 1 : 0))
        {
            var at = IndexOf(now.Block, cell);
            var found = at < 0 ? null : now.Block.Cells[at];
            var named = touched.Contains(cell);
            if (found is null)
            {
                if (named)
                {
                    parts.Fails(
                        "columns",
                        $"{cell.Header}: {cell.Text}",
                        null,
                        LookOutcome.Changed,
                        $"The column “{cell.Header}” of the passage's row is gone or has another name."
                    );
                }
            }
            else if (KeyOf(found.Text) != KeyOf(cell.Text) && (named || SaysAgainst(cell.Text, found.Text)))
            {
                figures.AddRange(FigureDifference.Changed(cell.Text, found.Text));
                parts.Fails(
                    "sentence",
                    $"{_row.Text}",
                    now.Text,
                    LookOutcome.Changed,
                    $"The row of the passage reads differently{(cell.Header.Length > 0 ? $" under “{cell.Header}”" : "")}: “{cell.Text}” is “{found.Text}” now."
                );
            }
        }

        foreach (
            var cell in now.Block.Cells.Where(cell =>
                cell.Header.Length > 0 && !_row.Block.Cells.Any(old => KeyOf(old.Header) == KeyOf(cell.Header))
            )
        )
        {
            if (
                _row.Block.Cells.Any(old => old.Header.Length > 0)
                && (IsPeriod(cell.Header) || IsLikeTouched(cell.Header))
                && cell.Text.Any(char.IsAsciiDigit)
                && !IsNextOfSeries(cell.Header)
            )
            {
                parts.Fails(
                    "columns",
                    null,
                    $"{cell.Header}: {cell.Text}",
                    LookOutcome.AlsoElsewhere,
                    $"The passage's row has a new column, “{cell.Header}”: “{cell.Text}”."
                );
            }
        }

        parts.Holds("columns", string.Join(" | ", _touched.Select(cell => cell.Header)));
        return figures;
    }

    /// <summary>What is said of a row whose cells were found to hold.</summary>
    public PageLook Standing(PageLook look, PageStatement now)
    {
        var touched = _touched.TrueForAll(cell =>
            IndexOf(now.Block, cell) is >= 0 and var at && LookParts.IsWordForWord(cell.Text, now.Block.Cells[at].Text)
        );
        return !touched || LookParts.IsWordForWord(_row.Text, now.Text)
            ? LookParts.Standing(look, now.Text)
            : look with
            {
                Now = LookParts.Short(now.Text),
                Why =
                    "The cells of the passage stand in their row as they were, and nothing new on the page speaks of them; the row as a whole reads differently.",
            };
    }

    private int IndexOf(PageBlock row, PageCell cell)
    {
        var header = KeyOf(cell.Header);
        if (header.Length > 0)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                if (KeyOf(row.Cells[i].Header) == header)
                    return i;
            }

            return row.Cells.All(one => one.Header.Length == 0) ? FirstRowOf(row).FindIndex(text => text == header) : -1;
        }

        var index = _row.Block.Cells.ToList().IndexOf(cell);
        return index < row.Cells.Count && row.Cells[index].Header.Length == 0 ? index : -1;
    }

    // The headers may be set as cells of an ordinary row now.
    private List<string> FirstRowOf(PageBlock row) =>
        _pageNow!.All.FirstOrDefault(s => s.Block.Kind == BlockKind.Row && s.Block.Group == row.Group) is { } first
        && first.Block.Cells.Count == row.Cells.Count
            ? [.. first.Block.Cells.Select(cell => KeyOf(cell.Text))]
            : [];

    // A cell that the quote does not name counts where it tells the state of the row.
    private static bool SaysAgainst(string was, string now) =>
        new Cues(PlainWords.Of(now), PlainWords.Of(was)) is var cues && (cues.HasNew("Strong") || cues.HasNew("Negation"));

    private bool IsLikeTouched(string header)
    {
        var stems = PlainWords.Of(header).Where(Tells.Something).Select(w => w.Stem).ToHashSet();
        return _touched.Skip(1).Any(cell => PlainWords.Of(cell.Header).Any(w => stems.Contains(w.Stem)));
    }

    // The quoted cells are a series of periods already, and one more stands beside them: none of theirs is renewed by it.
    private bool IsNextOfSeries(string header)
    {
        var headers = _touched.Where(cell => KeyOf(cell.Text) != Name).Select(cell => PlainWords.Of(cell.Header)).ToList();
        if (headers.Count < 2)
            return false;
        var common = headers[0]
            .Select(word => word.Form)
            .Where(form => headers.TrueForAll(one => one.Exists(word => word.Form == form)))
            .ToHashSet();
        var own = headers.ConvertAll(one => one.Where(word => !common.Contains(word.Form)).ToList());
        var fresh = PlainWords.Of(header).Where(word => !common.Contains(word.Form)).ToList();
        return fresh is [var period]
            && IsBarePeriod(period)
            && own.TrueForAll(one => one is [var theirs] && IsBarePeriod(theirs) && theirs.Form != period.Form);
    }

    private static bool IsBarePeriod(PlainWord word) =>
        word.IsDay || Tells.ADate(word) || (word.IsFigure && word.Form is [_, '1' or '2', _, _, _]);

    private static bool IsPeriod(string header) =>
        PlainWords.Of(header).Exists(w => w.IsDay || (w.IsFigure && w.Form.Length == 5))
        || (new Cues(PlainWords.Of(header), null) is var cues && (cues.Has("Newer") || cues.Has("AsOf") || cues.Has("When")));

    private static string NameOf(PageStatement row, HashSet<PageStatement> counted) =>
        KeyOf(row.Block.Cells.Skip(counted.Contains(row) ? 1 : 0).FirstOrDefault(cell => cell.Text.Length > 0)?.Text ?? "");

    private static string KeyOf(string text) => PageStatement.KeyOf(PlainWords.Of(text));
}
