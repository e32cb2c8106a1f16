using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>Looks for a passage whose place on the kept page is known.</summary>
internal sealed class KeptLook
{
    // What stands more often has no place of its own.
    private const int MostCopies = 50;

    private readonly string _quote;
    private readonly PageView _before;
    private readonly PageView _now;
    private readonly Place _place;
    private readonly PagePairing _pairing;
    private readonly WallCheck _wall;
    private readonly LookParts _parts = new();
    private readonly bool _isConfirmed;

    /// <summary>Prepares the look.</summary>
    /// <param name="quote">The passage as it was quoted.</param>
    /// <param name="before">The page as it was kept.</param>
    /// <param name="place">The passage's place on it.</param>
    /// <param name="now">The page as it stands.</param>
    /// <param name="isConfirmed">True where a person said that this is the place: another that says the same will not do for
    /// it.</param>
    public KeptLook(string quote, PageView before, Place place, PageView now, bool isConfirmed)
    {
        (_quote, _before, _place, _now, _isConfirmed) = (quote, before, place, now, isConfirmed);
        _pairing = new PagePairing(before.Shown, now.Shown);
        _wall = new WallCheck(before.Shown, now.Shown, place, _pairing);
    }

    public PageLook Look()
    {
        if (RowPlace.IsRow(_place))
            return LookAtRow();
        var standing = StandingPlace();
        return standing is null ? LookAtRest() : LookAround(standing);
    }

    private PageLook LookAround(Place standing)
    {
        _parts.Holds("sentence", _place.Text, standing.Text);
        LookBeside(standing);
        var look = _parts.Look(_place.Text, []);
        return look.Outcome == LookOutcome.Unchanged ? LookParts.Standing(look, standing.Text) : look;
    }

    private void LookBeside(Place standing)
    {
        var subject = new PassageSubject(_place.Statements, _before.Shown.All.Except(_place.Statements), TitleOf(_before.Shown));
        if (PageComparison.IsShrunk(_wall))
        {
            _parts.Fails(
                "page",
                null,
                null,
                LookOutcome.Changed,
                "The passage stands, but most of what stood around it is gone: this may be another page."
            );
        }

        new PlaceCheck(_before.Shown, _place, _now.Shown, standing, _pairing.Shifts, _parts).Run();
        new Surroundings(_before.Shown, _now.Shown, _place, standing, _pairing, subject, _parts).Run();
    }

    // The whole statements, one behind the other, at the place that is most like the old one.
    private Place? StandingPlace()
    {
        var candidates = _now.Shown.FindRuns(_place, _before.Shown);
        if (
            candidates.Count == 0
            && _place.Statements.Count == 1
            && (_pairing.Shifts.Of(_place.First) ?? Renamed(_place.First)) is { } shifted
        )
        {
            return new Place([shifted], shifted.Span.Start, shifted.Span.End);
        }
        // What is printed a second time as a quotation stands beside the passage, not for it.
        if (
            candidates.FindAll(place => place.First.Block.Kind != BlockKind.Quoted) is var said
            && _place.First.Block.Kind != BlockKind.Quoted
            && said.Count < candidates.Count
            && said.Count >= _before.Shown.FindRuns(_place, _before.Shown).Count
        )
        {
            candidates = said;
        }

        var was = _isConfirmed ? _before.Shown.FindRuns(_place, _before.Shown) : [];
        if (was.Count is 0 or > MostCopies || candidates.Count > MostCopies)
            return candidates.MaxBy(place => Fit(_place.First, _place.Last, place.First, place.Last));
        var found = Counterparts.Of(
            _place.First,
            [.. was.Select(place => place.First)],
            [.. candidates.Select(place => place.First)],
            (old, fresh) => Fit(old, LastOf(was, old), fresh, LastOf(candidates, fresh))
        );
        return candidates.Find(place => place.First == found);
    }

    private PageStatement? Renamed(PageStatement was) =>
        _pairing.EditOf(was) is { } now && (ShortNames.Differ(was, now) || TurnedSpeech.IsSame(was, now) || IsReworded(was, now))
            ? now
            : null;

    // In a language that is not read only the very words are the same.
    private static bool IsReworded(PageStatement was, PageStatement now) =>
        Tongue.Of(was.Text) is null or "en" && SameSaid.Is(was, now);

    private static PageStatement LastOf(List<Place> places, PageStatement first) =>
        places.First(place => place.First == first).Last;

    private int Fit(PageStatement wasFirst, PageStatement wasLast, PageStatement first, PageStatement last)
    {
        var (was, now) = (wasFirst.Block, first.Block);
        var fit = was.Zone == now.Zone ? 4 : 0;
        if (HeadingKey(was.Heading) == HeadingKey(now.Heading) || _pairing.Shifts.IsHeading(was.Heading, now.Heading))
            fit += 4;
        if (was.Kind == now.Kind)
            fit += 2;
        if (Neighbour(_before.Shown, wasFirst, -1)?.Key is { } before && Neighbour(_now.Shown, first, -1)?.Key == before)
            fit++;
        if (Neighbour(_before.Shown, wasLast, 1)?.Key is { } after && Neighbour(_now.Shown, last, 1)?.Key == after)
            fit++;
        return fit;
    }

    private PageLook LookAtRow()
    {
        if (_now.Shown.Blocks.All(block => block.Kind != BlockKind.Row) && StandingPlace() is { } elsewhere)
            return LookAround(elsewhere);

        var row = new RowPlace(_place, _before.Shown);
        if (row.FindOn(_now.Shown, _isConfirmed ? _before.Shown : null) is not { } found)
            return LookAtRest();
        var figures = row.Compare(found, _parts);
        if (_parts.Look("", []).Outcome == LookOutcome.Unchanged || figures.Count == 0)
            LookBeside(new Place([found], 0, found.Text.Length));
        var look = _parts.Look(_place.Text, figures);
        return look.Outcome == LookOutcome.Unchanged ? row.Standing(look, found) : look;
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
        if (SuccessorOf(lost) is { } successor)
            return LookAtEdit(lost, successor);
        if (_isConfirmed && StandsElsewhere() is { } other)
            return LookAtOther(other);
        if (HiddenWords(lost) is { } hidden)
        {
            _parts.Fails("sentence", lost.Text, null, LookOutcome.Missing, $"The page shows the passage no longer: {hidden}.");
            return _parts.Look(_place.Text, []);
        }

        _parts.Fails("sentence", lost.Text, null, LookOutcome.Missing, "The passage is on the page no longer.");
        return _parts.Look(_place.Text, []);
    }

    private PageStatement? SuccessorOf(PageStatement lost)
    {
        if (_pairing.EditOf(lost) is { } edit)
            return edit;
        if (_isConfirmed)
            return NewFormOf(lost);
        if (StandsElsewhere() is { } quoted)
            return quoted.First;
        return _now
            .Shown.All.Where(s => s.Block.Zone == PageZone.Body && PagePairing.Likeness(s, lost) >= 0.4)
            .MaxBy(s => PagePairing.Likeness(s, lost));
    }

    // Only what is new can be its new form: what stood there before stands for itself.
    private PageStatement? NewFormOf(PageStatement lost) =>
        _pairing
            .New.Where(s => s.Block.Zone == PageZone.Body && _pairing.FormerOf(s) is null && PagePairing.Likeness(s, lost) >= 0.4)
            .MaxBy(s => PagePairing.Likeness(s, lost) + (HeadingKey(s.Block.Heading) == HeadingKey(lost.Block.Heading) ? 1 : 0));

    private Place? StandsElsewhere() => PassagePlace.Choose(_now.Shown.Find(_quote));

    private PageLook LookAtOther(Place other)
    {
        var stood = !_before.Shown.Lacks(other.First.Key) ? ", as it did before" : "";
        _parts.Fails(
            "place",
            PlaceWords.Of(_before.Shown, _place),
            PlaceWords.Of(_now.Shown, other),
            LookOutcome.Moved,
            $"The passage no longer stands in the place that was confirmed ({PlaceWords.Of(_before.Shown, _place)}); the quote stands {PlaceWords.Of(_now.Shown, other)}{stood}: “{LookParts.Short(other.Text)}”"
        );
        return _parts.Look(_place.Text, []);
    }

    private PageLook LookAtEdit(PageStatement was, PageStatement now)
    {
        var (added, removed) = (new Cues(now.Words, was.Words), new Cues(was.Words, now.Words));
        var denied = added.HasNew("Negation") || added.HasNew("Strong") || removed.HasNew("Negation");
        var figures = FigureDifference.Changed(was.Text, now.Text);
        var why =
            denied ? "What stands there now denies the passage or takes it back."
            : figures.Count > 0 ? "A figure of the passage reads differently."
            : now.Block.Zone != was.Block.Zone ? "The words stand in another part of the page, and read differently."
            : "The sentence of the passage reads differently.";
        if (HiddenWords(was) is { } hidden)
            why += $" As it was, {hidden}.";
        _parts.Fails(
            "sentence",
            was.Text,
            now.Text,
            denied && figures.Count == 0 ? LookOutcome.Denied : LookOutcome.Changed,
            why
        );
        return _parts.Look(_place.Text, figures);
    }

    private string? HiddenWords(PageStatement lost)
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

    private static string? TitleOf(PageStatements page) =>
        page.All.FirstOrDefault(s => s.Block is { Kind: BlockKind.Heading, Level: 1 })?.Text;

    internal static string HeadingKey(string? heading) => heading is null ? "" : PageStatement.KeyOf(PlainWords.Of(heading));

    // The next sentence of the text itself.
    internal static PageStatement? Neighbour(PageStatements page, PageStatement of, int step)
    {
        for (var at = of.Index + step; at >= 0 && at < page.All.Count; at += step)
        {
            if (page.All[at] is { Block.Zone: PageZone.Body, Words.Count: > 1 } s && s.Block.Linked < 0.8)
                return s;
        }

        return null;
    }
}
