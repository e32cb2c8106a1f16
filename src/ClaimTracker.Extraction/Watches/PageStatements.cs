using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>The statements of a page, and where a passage stands among them.</summary>
internal sealed class PageStatements
{
    // A word that stands everywhere has no place.
    private const int MostPlaces = 50;

    // As much may come between two sentences of a passage: a box, a picture, an advertisement; and so much of the page's own
    // text.
    private const int WidestGap = 14;
    private const int MostPassed = 2;

    private const int LongestSection = 12;

    private readonly List<int> _starts = [];
    private readonly FoldedText _folded;
    private readonly List<PageStatement> _all = [];
    private ILookup<string, PageStatement>? _byKey;
    private (PageStatements Page, ILookup<int, PageStatement> ByGroup)? _standing;
    private (PageStatements Page, ILookup<string, PageStatement> Under)? _sections;

    /// <summary>Cuts the blocks of a page into statements.</summary>
    /// <param name="page">The page, for its title and its way of showing things.</param>
    /// <param name="blocks">Which of its blocks.</param>
    /// <param name="cuts">Where the sentences of some blocks are, by their number; null for where they seem to be.</param>
    public PageStatements(
        WatchedPage page,
        IReadOnlyList<PageBlock> blocks,
        IReadOnlyDictionary<int, List<TextSpan>>? cuts = null
    )
    {
        (Page, Blocks) = (page, blocks);
        var length = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            _starts.Add(length);
            length += blocks[i].Text.Length + 1;
            foreach (var span in cuts?.GetValueOrDefault(i) ?? Sentences(blocks[i]))
                _all.Add(new PageStatement(blocks[i], i, span) { Index = _all.Count });
        }

        _folded = FoldedText.Of(string.Join('\n', blocks.Select(block => block.Text)));
    }

    public WatchedPage Page { get; }

    public IReadOnlyList<PageBlock> Blocks { get; }

    public IReadOnlyList<PageStatement> All => _all;

    /// <summary>The statements that say the same in the same words.</summary>
    public IEnumerable<PageStatement> Same(PageStatement statement) => (_byKey ??= _all.ToLookup(s => s.Key))[statement.Key];

    /// <summary>The statements of a statement's block.</summary>
    public List<PageStatement> BlockOf(PageStatement statement) => [.. StatementsOf(statement.BlockIndex)];

    /// <summary>Where a block begins in the text of all blocks.</summary>
    public int StartOf(int block) => _starts[block];

    /// <summary>True where nothing shows what a key says.</summary>
    public bool Lacks(string key) => !(_byKey ??= _all.ToLookup(s => s.Key)).Contains(key);

    /// <summary>Has what stands on the kept page in the very same letters read once for both.</summary>
    public void ReadAs(PageStatements kept)
    {
        var byText = new Dictionary<string, PageStatement>(kept._all.Count);
        foreach (var statement in kept._all)
            byText.TryAdd(statement.Text, statement);
        foreach (var statement in _all)
        {
            if (byText.TryGetValue(statement.Text, out var alike))
                statement.ReadAs(alike);
        }
    }

    /// <summary>The rows or items of a table or list that the kept page showed already.</summary>
    public IEnumerable<PageStatement> StandingIn(int group, PageStatements kept)
    {
        if (_standing is not { } known || known.Page != kept)
            _standing = known = (kept, _all.Where(s => !kept.Lacks(s.Key)).ToLookup(s => s.Block.Group));
        return known.ByGroup[group];
    }

    /// <summary>
    /// What stood here under the heading of a statement of another page, where nothing of it stands there any more; nothing for
    /// the page's own title, and of a part that is longer than most.
    /// </summary>
    /// <param name="fresh">A statement of the other page.</param>
    /// <param name="page">The other page.</param>
    public IReadOnlyList<PageStatement> GoneSection(PageStatement fresh, PageStatements page)
    {
        if (fresh.Block is not { Kind: BlockKind.Paragraph, Heading: { } heading, Level: > 1 })
            return [];
        if (_sections is not { } known || known.Page != page)
        {
            var under = _all.Where(s => s.Block is { Kind: BlockKind.Paragraph, Zone: PageZone.Body, Heading: not null })
                .ToLookup(s => s.Block.Heading!);
            _sections = known = (page, under);
        }

        var stood = known.Under[heading].Take(LongestSection + 1).ToList();
        return stood.Count > LongestSection || stood.Exists(s => !page.Lacks(s.Key)) ? [] : stood;
    }

    /// <summary>
    /// The places at which a quote stands, as ranges of statements; omissions and insertions are left out of account.
    /// </summary>
    public List<Place> Find(string quote)
    {
        // A page that prints the very marks of omission is matched as it is, before the quote is taken apart.
        var whole = Find([FoldedText.Of(quote)]).Take(MostPlaces).ToList();
        return whole.Count > 0 ? whole : [.. Find([.. QuoteParts.Of(quote).Select(FoldedText.Of)]).Take(MostPlaces)];
    }

    /// <summary>The places at which whole statements stand one behind the other, as another page has them.</summary>
    /// <param name="place">The statements on the other page.</param>
    /// <param name="kept">That page: what is new may stand between them, a few of its own sentences too.</param>
    public List<Place> FindRuns(Place place, PageStatements kept)
    {
        var found = new List<Place>();
        foreach (var first in Same(place.First))
        {
            var run = new List<PageStatement> { first };
            foreach (var wanted in place.Statements.Skip(1))
            {
                if (NextOf(run[^1], wanted, kept) is not { } next)
                    break;
                run.Add(next);
            }

            if (run.Count == place.Statements.Count)
                found.Add(new Place(run, first.Span.Start, run[^1].Span.End));
        }

        return found;
    }

    private PageStatement? NextOf(PageStatement last, PageStatement wanted, PageStatements kept)
    {
        var passed = 0;
        for (var at = last.Index + 1; at < All.Count && at <= last.Index + WidestGap; at++)
        {
            if (All[at].Key == wanted.Key)
                return All[at];
            if (All[at].Block.Zone == PageZone.Body && !kept.Lacks(All[at].Key) && ++passed > MostPassed)
                return null;
        }

        return null;
    }

    private IEnumerable<Place> Find(IReadOnlyList<FoldedText> parts)
    {
        if (parts.Count == 0 || parts.Any(part => part.Folded.Length == 0))
            yield break;
        for (var from = 0; _folded.Find(parts[0], from) is { } first; )
        {
            var (end, missing) = (first.End, false);
            foreach (var part in parts.Skip(1))
            {
                if (_folded.Find(part, end) is not { } next)
                    missing = true;
                else
                    end = next.End;
            }

            if (missing)
                yield break;
            if (PlaceOf(first.Start, end) is { } place)
                yield return place;
            from = first.Start + 1;
        }
    }

    private Place? PlaceOf(int start, int end)
    {
        var statements = new List<PageStatement>();
        for (var block = BlockAt(start); block < Blocks.Count && _starts[block] < end; block++)
        {
            foreach (var statement in StatementsOf(block))
            {
                if (_starts[block] + statement.Span.Start < end && _starts[block] + statement.Span.End > start)
                    statements.Add(statement);
            }
        }

        if (statements.Count == 0)
            return null;
        return new Place(statements, start - _starts[statements[0].BlockIndex], end - _starts[statements[^1].BlockIndex]);
    }

    private int BlockAt(int position)
    {
        var at = _starts.BinarySearch(position);
        return at >= 0 ? at : ~at - 1;
    }

    private IEnumerable<PageStatement> StatementsOf(int block)
    {
        var (low, high) = (0, _all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_all[middle].BlockIndex < block)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < _all.Count && _all[low].BlockIndex == block; low++)
            yield return _all[low];
    }

    private static List<TextSpan> Sentences(PageBlock block) =>
        block.Kind is BlockKind.Row or BlockKind.Heading or BlockKind.Field or BlockKind.Caption
            ? [new TextSpan(0, block.Text.Length)]
            : SentenceSplitter.Split(block.Text);
}

/// <summary>
/// Where a passage stands: the statements that it touches, and its first and last character in the first's and the last's block.
/// </summary>
internal sealed record Place(IReadOnlyList<PageStatement> Statements, int Start, int End)
{
    public PageStatement First => Statements[0];

    public PageStatement Last => Statements[^1];

    public string Text => string.Join(' ', Statements.Select(s => s.Text));
}
