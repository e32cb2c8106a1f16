using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>Looks for a passage whose place on the kept page is known.</summary>
internal sealed class KeptLook
{
    private readonly string _quote;
    private readonly PageView _before;
    private readonly PageView _now;
    private readonly Place _place;
    private readonly Pairing _pairing;
    private readonly WallCheck _wall;
    private readonly LookParts _parts = new();

    public KeptLook(string quote, PageView before, Place place, PageView now)
    {
        (_quote, _before, _place, _now) = (quote, before, place, now);
        _pairing = new Pairing(before.Shown, now.Shown);
        _wall = new WallCheck(before.Shown, now.Shown, place, _pairing);
    }

    public PageLook Look()
    {
        if (RowPlace.IsRow(_place)) return LookAtRow();
        var standing = StandingPlace();
        if (standing is null) return LookAtRest();
        _parts.Holds("sentence", _place.Text);
        return LookAround(standing);
    }

    private PageLook LookAround(Place standing)
    {
        var subject = new Subject(_place.Statements, _before.Shown.All.Except(_place.Statements), TitleOf(_before.Shown));
        if (PageComparison.IsShrunk(_wall))
            _parts.Fails("page", null, null, LookOutcome.Changed, "The passage stands, but most of what stood around it is gone: this may be another page.");
        new PlaceCheck(_before.Shown, _place, _now.Shown, standing, _parts).Run();
        new Surroundings(_before.Shown, _now.Shown, _place, standing, _pairing, subject, _parts).Run();
        return _parts.Look(_place.Text, []);
    }

    // The whole statements, one behind the other, at the place that is most like the old one.
    private Place? StandingPlace()
    {
        var candidates = new List<Place>();
        foreach (var first in _now.Shown.Same(_place.First))
        {
            var run = new List<Statement> { first };
            foreach (var wanted in _place.Statements.Skip(1))
            {
                var next = _now.Shown.All.Skip(run[^1].Index + 1).Take(3).FirstOrDefault(s => s.Key == wanted.Key);
                if (next is null) break;
                run.Add(next);
            }

            if (run.Count == _place.Statements.Count) candidates.Add(new Place(run, first.Span.Start, run[^1].Span.End));
        }

        return candidates.MaxBy(Fit);
    }

    private int Fit(Place place)
    {
        var (was, now) = (_place.First.Block, place.First.Block);
        var fit = was.Zone == now.Zone ? 4 : 0;
        if (HeadingKey(was.Heading) == HeadingKey(now.Heading)) fit += 4;
        if (was.Kind == now.Kind) fit += 2;
        if (Neighbour(_before.Shown, _place.First, -1)?.Key is { } before && Neighbour(_now.Shown, place.First, -1)?.Key == before) fit++;
        if (Neighbour(_before.Shown, _place.Last, 1)?.Key is { } after && Neighbour(_now.Shown, place.Last, 1)?.Key == after) fit++;
        return fit;
    }

    private PageLook LookAtRow()
    {
        if (_now.Shown.Blocks.All(block => block.Kind != BlockKind.Row) && StandingPlace() is { } elsewhere)
        {
            _parts.Holds("sentence", _place.Text);
            return LookAround(elsewhere);
        }

        var row = new RowPlace(_place);
        if (row.FindOn(_now.Shown) is not { } found) return LookAtRest();
        var figures = row.Compare(found, _parts);
        if (_parts.Look("", []).Outcome == LookOutcome.Unchanged || figures.Count == 0) LookAround(new Place([found], 0, found.Text.Length));
        return _parts.Look(_place.Text, figures);
    }

    // It does not stand as it did: the page may be another, or the passage reads differently, or it is gone.
    private PageLook LookAtRest()
    {
        if (_wall.Judge() is { } wall)
        {
            _parts.Fails("page", null, null, LookOutcome.Unreadable, $"Nothing can be said of the passage: {wall}.");
            return _parts.Look(_place.Text, []);
        }

        var lost = _place.Statements.FirstOrDefault(s => _now.Shown.Lacks(s.Key)) ?? _place.First;
        if (SuccessorOf(lost) is { } successor) return LookAtEdit(lost, successor);
        if (HiddenWords(lost) is { } hidden)
        {
            _parts.Fails("sentence", lost.Text, null, LookOutcome.Missing, $"The page shows the passage no longer: {hidden}.");
            return _parts.Look(_place.Text, []);
        }

        _parts.Fails("sentence", lost.Text, null, LookOutcome.Missing, "The passage is on the page no longer.");
        return _parts.Look(_place.Text, []);
    }

    private Statement? SuccessorOf(Statement lost)
    {
        if (_pairing.EditOf(lost) is { } edit) return edit;
        var quoted = PassagePlace.Choose(_now.Shown.Find(_quote));
        if (quoted is not null) return quoted.First;
        return _now.Shown.All.Where(s => s.Block.Zone == PageZone.Body && Pairing.Likeness(s, lost) >= 0.4).MaxBy(s => Pairing.Likeness(s, lost));
    }

    private PageLook LookAtEdit(Statement was, Statement now)
    {
        var (added, removed) = (new Cues(now.Words, was.Words), new Cues(was.Words, now.Words));
        var denied = added.HasNew("Negation") || added.HasNew("Strong") || removed.HasNew("Negation");
        var figures = Figures.Changed(was.Text, now.Text);
        var why = denied ? "What stands there now denies the passage or takes it back."
            : figures.Count > 0 ? "A figure of the passage reads differently."
            : now.Block.Zone != was.Block.Zone ? "The words stand in another part of the page, and read differently."
            : "The sentence of the passage reads differently.";
        if (HiddenWords(was) is { } hidden) why += $" As it was, {hidden}.";
        _parts.Fails("sentence", was.Text, now.Text, denied && figures.Count == 0 ? LookOutcome.Denied : LookOutcome.Changed, why);
        return _parts.Look(_place.Text, figures);
    }

    private string? HiddenWords(Statement lost)
    {
        var found = _now.Hidden.Find(lost.Text).Concat(_now.Hidden.Find(_quote)).FirstOrDefault();
        return found?.First.Block.Zone switch
        {
            null => null,
            PageZone.Struck => "it is struck out",
            PageZone.Comment => "it stands only in what readers wrote",
            _ => "it is hidden",
        };
    }

    private static string? TitleOf(PageStatements page) => page.All.FirstOrDefault(s => s.Block is { Kind: BlockKind.Heading, Level: 1 })?.Text;

    internal static string HeadingKey(string? heading) => heading is null ? "" : Statement.KeyOf(PlainWords.Of(heading));

    // The next sentence of the text itself.
    internal static Statement? Neighbour(PageStatements page, Statement of, int step)
    {
        for (var at = of.Index + step; at >= 0 && at < page.All.Count; at += step)
        {
            if (page.All[at] is { Block.Zone: PageZone.Body, Words.Count: > 1 } s && s.Block.Linked < 0.8) return s;
        }

        return null;
    }
}
