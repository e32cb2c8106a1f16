namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Which statements of two pages are the same but for a number that shifted, since another was put in above them or taken out:
/// headings and paragraphs with a number at their head, rows with a running number. A number that changed by itself has not
/// shifted.
/// </summary>
internal sealed class NumberShifts
{
    private readonly Dictionary<PageStatement, PageStatement> _shifted = [];
    private readonly Dictionary<string, string> _headings = [];

    /// <summary>Compares what is gone with what is new.</summary>
    public NumberShifts(
        PageStatements kept,
        PageStatements now,
        IReadOnlyList<PageStatement> gone,
        IReadOnlyList<PageStatement> fresh
    )
    {
        ReadNumbered(kept, now, gone, fresh);
        ReadBare(gone, fresh);
        ReadRows(kept, now, gone);
    }

    /// <summary>What a statement reads with its new number; null where it has none.</summary>
    public PageStatement? Of(PageStatement was) => _shifted.GetValueOrDefault(was);

    /// <summary>True where a heading is another one with its new number.</summary>
    public bool IsHeading(string? was, string? now) =>
        was is not null && now is not null && _headings.TryGetValue(was, out var shifted) && shifted == now;

    /// <summary>What is gone and new for no other reason.</summary>
    public HashSet<PageStatement> All => [.. _shifted.Keys, .. _shifted.Values];

    private void ReadNumbered(
        PageStatements kept,
        PageStatements now,
        IReadOnlyList<PageStatement> gone,
        IReadOnlyList<PageStatement> fresh
    )
    {
        var stands = fresh
            .Select(s => (Statement: s, Numbering: Whole(s)))
            .Where(pair => pair.Numbering is not null)
            .ToLookup(pair => (pair.Numbering!.Value.Rest, pair.Statement.Block.Kind));
        if (stands.Count == 0)
            return;
        var (was, has) = (Taken(kept), Taken(now));
        foreach (var old in gone)
        {
            if (
                Whole(old) is not { } number
                || stands[(number.Rest, old.Block.Kind)].FirstOrDefault() is not { Statement: { } found, Numbering: { } next }
            )
            {
                continue;
            }
            // Its old number is another's now, or its new number was another's.
            if (!has.Contains(number.Number) && !was.Contains(next.Number))
                continue;
            if (!_shifted.TryAdd(old, found))
                continue;
            if (old.Block.Kind == BlockKind.Heading)
                _headings.TryAdd(old.Text, found.Text);
        }
    }

    // Paragraphs that got a number at their head, or lost it, and say the same.
    private void ReadBare(IReadOnlyList<PageStatement> gone, IReadOnlyList<PageStatement> fresh)
    {
        var stands = fresh.Where(s => !_shifted.ContainsValue(s)).ToLookup(RestOf);
        foreach (var old in gone.Where(old => old.Block.Kind != BlockKind.Row && !_shifted.ContainsKey(old)))
        {
            var found = stands[RestOf(old)].FirstOrDefault(s => Head(s) is null != Head(old) is null);
            if (found is not null)
                _shifted.TryAdd(old, found);
        }
    }

    private static string RestOf(PageStatement s) => Head(s)?.Rest ?? s.Key;

    private static Numbering? Head(PageStatement s) =>
        s.Block.Kind == BlockKind.Row || s.Span.Start > 0 ? null : Numbering.Of(s.Text);

    private static Numbering? Whole(PageStatement s) =>
        s.Block.Kind == BlockKind.Row || s.Span.Length != s.Block.Text.Length ? null : Numbering.Of(s.Text);

    private static HashSet<string> Taken(PageStatements page) =>
        [.. page.All.Select(Whole).OfType<Numbering>().Select(numbering => numbering.Number)];

    private void ReadRows(PageStatements kept, PageStatements now, IReadOnlyList<PageStatement> gone)
    {
        if (!gone.Any(s => s.Block.Kind == BlockKind.Row))
            return;
        var tables = RunningRows.Of(now).ToLookup(table => table.Header);
        foreach (var old in RunningRows.Of(kept))
        {
            foreach (var table in tables[old.Header])
                Pair(old, table);
        }
    }

    private void Pair(RunningRows old, RunningRows now)
    {
        // What shifted is further down by as many rows as are new above it, less those that are gone.
        var (added, removed) = (NotIn(old, now), NotIn(now, old));
        for (var at = 0; at < old.Rows.Count; at++)
        {
            var to = now.IndexOf(old.Rows[at].Key);
            if (to >= 0 && to != at && to - at == added[to] - removed[at])
                _shifted.TryAdd(old.Rows[at].Row, now.Rows[to].Row);
        }
    }

    // Of each row of a table, how many above it the other table has not.
    private static int[] NotIn(RunningRows other, RunningRows table)
    {
        var counts = new int[table.Rows.Count];
        for (var i = 1; i < counts.Length; i++)
            counts[i] = counts[i - 1] + (other.IndexOf(table.Rows[i - 1].Key) < 0 ? 1 : 0);
        return counts;
    }
}
