using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Tells a page on which a passage is gone from an answer that is not the page: it is judged against the kept one.
/// </summary>
internal sealed class WallCheck
{
    private const double Gone = 0.34;
    private const double Here = 0.8;
    private const int Sentence = 4;
    private const int Thin = 40;
    private const int FewSentences = 3;

    private static readonly PhraseList Walls = new("walls.txt");

    private readonly PageStatements? _kept;
    private readonly PageStatements _now;
    private readonly Place? _place;
    private readonly PagePairing? _pairing;
    private readonly List<PageStatement> _fresh;
    private readonly HashSet<string> _said;

    /// <summary>Prepares the judgement.</summary>
    /// <param name="kept">The kept page; null where none is.</param>
    /// <param name="now">The page as it stands.</param>
    /// <param name="place">Where the passage stood on the kept page.</param>
    /// <param name="pairing">What differs.</param>
    public WallCheck(PageStatements? kept, PageStatements now, Place? place, PagePairing? pairing)
    {
        (_kept, _now, _place, _pairing) = (kept, now, place, pairing);
        _said = kept is null ? [] : [.. kept.All.Where(s => s.Block.Zone == PageZone.Body).SelectMany(s => s.Telling)];
        _fresh =
        [
            .. (pairing?.New ?? now.All).Where(s =>
                s.Words.Count > 0
                && s.Block.Linked < 0.8
                && s.Block.Zone is not (PageZone.Navigation or PageZone.Advert or PageZone.Teaser)
            ),
        ];
    }

    /// <summary>
    /// How much of what the kept page said beside the passage is on the page still, 0 to 1; null where it said nothing else.
    /// </summary>
    public double? Share
    {
        get
        {
            var said = Said().ToList();
            return said.Count == 0 ? null : said.Count(Stands) / (double)said.Count;
        }
    }

    /// <summary>How many statements the kept page has beside the passage.</summary>
    public int Others => Said().Count();

    /// <summary>Why the answer is not the page, in words; null where it is.</summary>
    public string? Judge()
    {
        if (!_now.All.Any(s => s.Words.Exists(w => w.IsWord)))
            return "the page shows no text";
        if (IsData(_now) && (_kept is null || !IsData(_kept)))
            return "data for programs came, and no page";
        if (IsOtherPage())
            return "another page answers at this address";
        var share = Share ?? 0;
        if (share >= Here)
            return null;
        if (OtherTongue() is { } tongue)
            return $"the page now stands in another language ({tongue})";
        var wall = WallOf(_fresh);
        var invites = _fresh.Count is > 0 and <= 4 && _fresh.TrueForAll(AddressesVisitor);
        if (IsEmptied())
            return null;
        if (IsCut(out var followed) && ((wall is not null && followed) || invites) && !_fresh.Exists(TakesBack))
            return $"only the beginning of the page is shown ({wall ?? "an invitation to the visitor ends it"})";
        if (share >= Gone)
            return null;
        var prose = _fresh.Where(s => s.Words.Count >= 3 && s.Block.Zone is not PageZone.Frame).ToList();
        if (_kept is not null && HeadlineList.Replaces(_kept, _now, _place?.Statements ?? []))
            return "only a list of headlines came, and none of the page's text";
        if (IsElsewhere(prose))
            return $"another page answers ({_now.Page.Canonical ?? _now.Page.Address})";
        // Its title says itself that it is none, and nothing in it is of the kept page.
        if (
            _kept is not null
            && TitleOf(_kept) is { } kept
            && TitleOf(_now) is { } told
            && WallOf([told]) is { } said
            && !kept.Telling.Overlaps(told.Telling)
            && !prose.Exists(s => Retracts(s) || s.Telling.Count(_said.Contains) >= 2)
        )
        {
            return $"what came is not the page ({said})";
        }

        if (prose.Exists(s => TakesBack(s) && (IsSamePage() || SpeaksOfKept(s))))
            return null;
        var addressed = prose.Count(AddressesVisitor);
        if (
            wall is not null
            && (
                (_kept is null ? addressed * 5 >= prose.Count * 4 : addressed * 2 >= prose.Count)
                || (TitleOf(_now) is { } title && WallOf([title]) is not null)
            )
        )
        {
            return $"what came is not the page ({wall})";
        }

        if (IsSamePage())
        {
            if (prose.Count > 0 && addressed == prose.Count)
                return "what came speaks to the visitor and shows none of the page";
            return _kept is null || prose.Exists(SpeaksOfPage)
                ? null
                : "what came shows none of the page and speaks of something else";
        }

        if (SpeaksOfPassage(prose))
            return null;
        if (_kept is null)
            return wall is not null && prose.Sum(s => s.Words.Count) < Thin ? $"what came is not the page ({wall})" : null;
        return prose.Sum(s => s.Words.Count) < Thin
            ? "hardly any text came, and none of the page's"
            : "another page answers at this address";
    }

    // It gives another address than the kept page did, a site's front or one with another title, has no form of the passage, and
    // takes nothing back.
    private bool IsElsewhere(List<PageStatement> prose) =>
        _kept is not null
        && PageAddresses.Differ(_kept.Page, _now.Page)
        && (PageAddresses.IsFront(_now.Page) || TitleOf(_kept) is not { } title || title.Key != TitleOf(_now)?.Key)
        && _place?.Statements.Any(s => _pairing!.IsEdited(s)) != true
        && !prose.Exists(s => TakesBack(s) && SpeaksOfPage(s));

    // {"status": …}, [{"id": …}], <Error><Code>: what a browser would show as it is.
    private static bool IsData(PageStatements page) =>
        page.Blocks is [{ Text: var text }, ..]
        && (text is ['{', .., '}'] or ['[', .., ']'])
        && text.Contains("\":", StringComparison.Ordinal);

    // Another title, not one sentence of the kept page as it was, and no form of the passage. What all pages of a site have in
    // common is said with other names, and is no sign of the page.
    private bool IsOtherPage() =>
        _kept is not null
        && Others >= FewSentences
        && TitleOf(_kept) is { Telling.Count: > 0 } was
        && TitleOf(_now) is { Telling.Count: > 0 } now
        && !was.Telling.Overlaps(now.Telling)
        && !Said().Any(s => !_now.Lacks(s.Key))
        && _place?.Statements.Any(s => _pairing!.IsEdited(s)) != true
        && !_fresh.Exists(s => TakesBack(s) && SpeaksOfKept(s))
        && !SpeaksOfPassage(_fresh);

    private IEnumerable<PageStatement> Said() => _kept?.All.Where(IsSaid) ?? [];

    private bool IsSaid(PageStatement s) =>
        s.Words.Count >= Sentence
        && s.Block.Zone == PageZone.Body
        && s.Block.Kind != BlockKind.Heading
        && s.Block.Linked < 0.8
        && _place?.Statements.Contains(s) != true
        && Cookie(s) is false;

    private static bool Cookie(PageStatement s) => s.Words.Exists(w => w.Form is "cookies" or "cookie");

    private bool Stands(PageStatement s) =>
        !_now.Lacks(s.Key) || _pairing?.IsEdited(s) == true || _pairing?.Shifts.Of(s) is not null;

    // Its title stands, and one or two sentences in its text's place say that the text was taken away: that is the page's own
    // word.
    private bool IsEmptied() =>
        _kept is not null
        && TitleOf(_kept) is { } was
        && TitleOf(_now) is { } now
        && was.Key == now.Key
        && _fresh.Count is 1 or 2
        && _fresh.Exists(SaysRemoved);

    private static bool SaysRemoved(PageStatement s) =>
        new Cues(s.Words, null).Names("Self", false)
        && (
            s.Words.Exists(word => word.Form is "removed" or "deleted" or "unpublished")
            || s.Words.Zip(s.Words.Skip(1)).Any(pair => pair is ({ Form: "taken" or "took" }, { Form: "down" or "offline" }))
        );

    // What followed the passage is gone to the last, and the page ends in an invitation.
    private bool IsCut(out bool followed)
    {
        var after = _kept is null || _place is null ? [] : Said().Where(s => s.Index > _place.Last.Index).ToList();
        followed = after.Count > 0;
        return _kept is not null && _place is not null && !after.Exists(Stands);
    }

    private bool IsSamePage()
    {
        if (_kept is null)
            return true;
        if (TitleOf(_kept) is not { } was || TitleOf(_now) is not { } now)
            return TitleOf(_kept) is null;
        var (old, fresh) = (was.Telling, now.Telling);
        if (was.Key == now.Key)
            return true;
        return old.Count > 0
            && fresh.Count > 0
            && old.Count(fresh.Contains) * 2 >= Math.Min(old.Count, fresh.Count)
            && old.Overlaps(fresh);
    }

    private bool SpeaksOfPassage(List<PageStatement> prose)
    {
        if (_place is null)
            return false;
        var telling = _place.Statements.SelectMany(s => s.Telling).ToHashSet();
        return prose.Exists(s => s.Telling.Count(telling.Contains) is var shared && shared >= 2 && shared * 3 >= telling.Count);
    }

    private string? OtherTongue()
    {
        if (_kept is null)
            return null;
        var (was, now) = (Tongue.Of(Prose(_kept)), Tongue.Of(Prose(_now)));
        return was is not null && now is not null && was != now ? now : null;
    }

    private static string Prose(PageStatements page) =>
        string.Join(
            '\n',
            page.All.Where(s => s.Block.Zone == PageZone.Body && s.Words.Count >= Sentence).Take(200).Select(s => s.Text)
        );

    private static PageStatement? TitleOf(PageStatements page) =>
        page.All.FirstOrDefault(s => s.Block is { Kind: BlockKind.Heading, Level: 1 })
        ?? (
            page.Page.Title is { Length: > 0 } title
                ? new PageStatement(new PageBlock(title, BlockKind.Heading, PageZone.Body), -1, new TextSpan(0, title.Length))
                : null
        );

    // A page that says why it shows no more what it showed is the page.
    private static bool TakesBack(PageStatement s)
    {
        var cues = new Cues(s.Words, null);
        var wall = WallOf([s]);
        if (
            cues.Has("Strong")
            && (cues.Names("Self", true) || cues.Names("Figure", false))
            && (wall is null or "maintenance" || (wall == "not-found" && GivesReason(s)))
        )
        {
            return true;
        }

        return Retracts(s);
    }

    private static bool Retracts(PageStatement s) =>
        s.Words.Exists(w =>
            w.Form.StartsWith("retract", StringComparison.Ordinal)
            || w.Form.StartsWith("supersed", StringComparison.Ordinal)
            || w.Form.StartsWith("rescind", StringComparison.Ordinal)
            || w.Form is "withdrawn" or "withdrew" or "replaced" or "correction" or "corrected"
        );

    // "Has been removed", as a missing page has it, "because it was wrong", as it does not.
    private static bool GivesReason(PageStatement s)
    {
        var walls = Walls.Find(s.Words).Where(found => found.Class != "Visitor").ToList();
        return new Cues([.. s.Words.Where((_, i) => !walls.Exists(wall => i >= wall.Start && i < wall.End))], null).Has("Strong");
    }

    // On a page of another title, what is taken back may be that page's own.
    private bool SpeaksOfKept(PageStatement s) =>
        s.Words.Count < Sentence
        || (
            new Cues(s.Words, null) is var cues
            && (cues.Names("Self", true) || cues.Names("Figure", true) || cues.Names("Claim", true))
        )
        || s.Telling.Count(stem => _said.Contains(stem)) >= 2
        || _place?.Statements.Any(part => part.Telling.Overlaps(s.Telling)) == true;

    // It names the page or its figures, or has a word that the page had.
    private bool SpeaksOfPage(PageStatement s) =>
        (
            new Cues(s.Words, null) is var cues
            && (cues.Names("Self", false) || cues.Names("Figure", false) || cues.Names("Claim", false))
        ) || s.Telling.Any(stem => _said.Contains(stem));

    private static bool AddressesVisitor(PageStatement s) => Walls.Find(s.Words).Count > 0;

    private static string? WallOf(IEnumerable<PageStatement> statements) =>
        statements
            .SelectMany(s => Walls.Find(s.Words))
            .Where(found => found.Class != "Visitor")
            .GroupBy(found => found.Class)
            .MaxBy(group => group.Count())
            ?.Key;
}
