namespace ClaimTracker.Extraction.Watches;

/// <summary>What is new on a page and what is gone from it, and which of the new is an edit of which of the gone.</summary>
internal sealed class PagePairing
{
    // More statements with one word than this, and the word leads nowhere.
    private const int MostCandidates = 60;
    private const int Compared = 6;
    private const double Alike = 0.5;
    private const double Related = 0.3;
    private const int LongestField = 16;

    private readonly PageStatements _keptPage;
    private readonly PageStatements _nowPage;

    private readonly Dictionary<PageStatement, PageStatement> _former = [];
    private readonly Dictionary<PageStatement, PageStatement> _edits = [];

    /// <summary>Compares two pages' statements.</summary>
    public PagePairing(PageStatements kept, PageStatements now)
    {
        (_keptPage, _nowPage) = (kept, now);
        Gone = [.. kept.All.Where(s => now.Lacks(s.Key))];
        New = [.. now.All.Where(s => kept.Lacks(s.Key))];
        Shifts = new NumberShifts(kept, now, Gone, New);
        if (Shifts.All is { Count: > 0 } shifted)
            (Gone, New) = ([.. Gone.Where(s => !shifted.Contains(s))], [.. New.Where(s => !shifted.Contains(s))]);
        Match();
    }

    /// <summary>What differs in nothing but a number that shifted; it is neither gone nor new.</summary>
    public NumberShifts Shifts { get; }

    /// <summary>What the kept page showed and the page does not.</summary>
    public IReadOnlyList<PageStatement> Gone { get; }

    /// <summary>What the page shows and the kept page did not.</summary>
    public IReadOnlyList<PageStatement> New { get; }

    /// <summary>What a new statement said before; null where it is wholly new.</summary>
    public PageStatement? FormerOf(PageStatement now) => _former.GetValueOrDefault(now);

    /// <summary>What a statement of the kept page reads now; null where it is gone.</summary>
    public PageStatement? EditOf(PageStatement was) => _edits.GetValueOrDefault(was);

    /// <summary>True where something on the page is the new form of it.</summary>
    public bool IsEdited(PageStatement was) => _edits.ContainsKey(was);

    /// <summary>The part of their words that two statements share: 0 to 1.</summary>
    public static double Likeness(PageStatement a, PageStatement b)
    {
        if (a.Words.Count == 0 || b.Words.Count == 0)
            return 0;
        var left = a.Words.GroupBy(word => word.Form).ToDictionary(group => group.Key, group => group.Count());
        var shared = 0;
        foreach (var word in b.Words)
        {
            if (!left.TryGetValue(word.Form, out var count) || count == 0)
                continue;
            left[word.Form] = count - 1;
            shared++;
        }

        return 2d * shared / (a.Words.Count + b.Words.Count);
    }

    private void Match()
    {
        var byStem = new Dictionary<string, List<PageStatement>>();
        foreach (var gone in Gone)
        {
            foreach (var word in gone.Words.Select(w => w.Stem).Distinct())
            {
                if (!byStem.TryGetValue(word, out var list))
                    byStem[word] = list = [];
                list.Add(gone);
            }
        }

        var pairs = new List<(double Likeness, PageStatement Now, PageStatement Was)>();
        foreach (var now in New)
        {
            foreach (var was in Candidates(now, byStem))
            {
                var likeness = IsOneField(now, was) ? 1 : Likeness(now, was);
                if (likeness >= Alike)
                    pairs.Add((likeness, now, was));
            }
        }

        foreach (
            var (_, now, was) in pairs
                .OrderByDescending(pair => pair.Likeness)
                .ThenBy(pair => Math.Abs(pair.Now.Index - pair.Was.Index))
        )
        {
            if (_former.ContainsKey(now) || !_edits.TryAdd(was, now))
                continue;
            _former[now] = was;
        }

        var byPlace = Gone.Where(was => !_edits.ContainsKey(was)).ToLookup(was => PlaceOf(_keptPage, was));
        foreach (var now in New.Where(now => !_former.ContainsKey(now)))
        {
            var there = byPlace[PlaceOf(_nowPage, now)].Take(MostCandidates);
            if (there.FirstOrDefault(was => !_edits.ContainsKey(was) && IsOfOneMatter(now, was)) is not { } replaced)
                continue;
            _edits[replaced] = now;
            _former[now] = replaced;
        }
    }

    private static bool IsOfOneMatter(PageStatement now, PageStatement was)
    {
        if (now.Block.Kind != was.Block.Kind || now.Telling.Count == 0 || was.Telling.Count == 0)
            return false;
        return 2d * now.Telling.Count(was.Telling.Contains) / (now.Telling.Count + was.Telling.Count) >= Related;
    }

    // Between which statements one stands.
    private static (string? Before, string? Behind) PlaceOf(PageStatements page, PageStatement s) =>
        (KeyAt(page, s.Index - 1), KeyAt(page, s.Index + 1));

    private static string? KeyAt(PageStatements page, int index) =>
        index >= 0 && index < page.All.Count ? page.All[index].Key : null;

    private static bool IsOneField(PageStatement now, PageStatement was) =>
        (
            (now.Text.Contains(':') && was.Text.Contains(':'))
            || (now.Block is { Kind: BlockKind.Row, Cells.Count: 2 } && was.Block is { Kind: BlockKind.Row, Cells.Count: 2 })
        )
        && now.Words.Count <= LongestField
        && was.Words.Count <= LongestField
        && now.Label.Length > 0
        && now.Label == was.Label
        && now.Block.Heading == was.Block.Heading;

    // Those that share most words, of the few that are worth a closer look.
    private static IEnumerable<PageStatement> Candidates(PageStatement now, Dictionary<string, List<PageStatement>> byStem)
    {
        var shared = new Dictionary<PageStatement, int>();
        foreach (var stem in now.Words.Select(w => w.Stem).Distinct())
        {
            if (!byStem.TryGetValue(stem, out var list) || list.Count > MostCandidates)
                continue;
            foreach (var was in list)
                shared[was] = shared.GetValueOrDefault(was) + 1;
        }

        return shared
            .OrderByDescending(pair => pair.Value)
            .ThenBy(pair => Math.Abs(pair.Key.Index - now.Index))
            .Take(Compared)
            .Select(pair => pair.Key);
    }
}
