using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>Looks through what is new on the page, and gone from beside the passage, for what speaks of it.</summary>
internal sealed class Surroundings
{
    private const int FewWords = 15;
    private const int MostInLabel = 4;
    private const int MostInByline = 3;

    private const int MostOnButton = 2;
    private const int Sentence = 6;

    // An entry's hour and heading, and as many sentences of it.
    private const int MostBeforeEntry = 6;

    private const int MostReworded = 300;

    private readonly PageStatements _kept;
    private readonly PageStatements _page;
    private readonly Place _was;
    private readonly Place _now;
    private readonly PagePairing _pairing;
    private readonly PassageSubject _subject;
    private readonly OtherSentence _others;
    private readonly OtherThing _otherThing;
    private readonly Undoing _undoing;
    private readonly LookParts _parts;
    private readonly bool _isRead;
    private int? _firstKept;
    private int _compared;

    public Surroundings(
        PageStatements kept,
        PageStatements page,
        Place was,
        Place now,
        PagePairing pairing,
        PassageSubject subject,
        LookParts parts
    )
    {
        (_kept, _page, _was, _now, _pairing, _subject, _parts) = (kept, page, was, now, pairing, subject, parts);
        _others = new OtherSentence(kept, page, was, now, subject);
        _otherThing = new OtherThing(kept, was, subject);
        _undoing = new Undoing(kept, was, page, subject);
        _isRead = Tongue.Of(string.Join(' ', was.Statements.Select(s => s.Text))) is null or "en" || IsEnglish(kept);
    }

    // Few words of Latin letters say little of their language, the page around them more; another script says it all.
    private bool IsEnglish(PageStatements kept) =>
        _was.Statements.Sum(s => s.Words.Count) < FewWords
        && _was.Text.All(c => !char.IsLetter(c) || c < '\u0250')
        && Tongue.Of(string.Join('\n', kept.All.Where(s => s.Block.Zone == PageZone.Body).Take(100).Select(s => s.Text))) == "en";

    public void Run()
    {
        var found = false;
        foreach (var fresh in _pairing.New)
        {
            if (
                _now.Statements.Contains(fresh)
                || (IsAside(fresh) && !(_pairing.FormerOf(fresh) is not null && fresh.Block.Kind == BlockKind.Caption))
            )
            {
                continue;
            }

            var near = Invitations.StandApart(_page, _kept, fresh) ? Nearness.Text : NearnessOf(_page, _now, fresh);
            if (near is Nearness.Above or Nearness.Outside && IsAtHead(fresh))
                near = Nearness.Head;
            // The passage itself, printed a second time.
            if (fresh.Words.Count >= Sentence && _now.Statements.Any(s => s.Key.EndsWith(fresh.Key, StringComparison.Ordinal)))
                continue;
            var was = _pairing.FormerOf(fresh);
            if (was is { Block.Kind: BlockKind.Heading } && fresh.Block.Kind == BlockKind.Heading && IsOneHeading(was, fresh))
                continue;
            if (IsHeaderRow(fresh) || PageStamps.TellsAge(fresh) || (was is null && PageStamps.IsOne(fresh.Words)))
                continue;
            if (was is not null && IsReworded(fresh, was))
                continue;
            if (What(fresh, was, near) is not { } what)
                continue;
            found = true;
            Fail(fresh, was, near, what);
        }

        if (Antecedent.Changed(_kept, _was, _page, _now, _pairing) is { } leant)
        {
            found = true;
            _parts.Fails(
                "before",
                leant.Was.Text,
                leant.Now.Text,
                LookOutcome.Changed,
                $"The passage stands, but whom or what it means reads differently: “{LookParts.Short(leant.Now.Text)}”"
            );
        }

        foreach (
            var gone in _pairing.Gone.Where(s => !_pairing.IsEdited(s) && !_was.Statements.Contains(s) && !Invitations.IsIdle(s))
        )
        {
            var near = NearnessOf(_kept, _was, gone);
            if (!(_isRead ? Bearing.SpokeOf(gone, _subject, near) : near <= Nearness.Beside))
                continue;
            found = true;
            _parts.Fails(
                PartOf(_was, gone, near),
                gone.Text,
                null,
                LookOutcome.Changed,
                $"What stood beside the passage and spoke of it is gone: “{LookParts.Short(gone.Text)}”"
            );
        }

        if (!found)
            _parts.Holds("elsewhere", null);
    }

    // Each takes long to compare; on a page with more of them the rest count as other words.
    private bool IsReworded(PageStatement fresh, PageStatement was) =>
        _isRead && fresh.Block.Kind != BlockKind.Row && _compared++ < MostReworded && SameSaid.Is(was, fresh);

    private bool IsOneHeading(PageStatement was, PageStatement fresh) =>
        SameHeading.IsSame(was.Text, fresh.Text)
        || (SameHeading.IsReworded(was.Text, fresh.Text) && !was.Telling.Except(fresh.Telling).Any(_subject.Telling.Contains));

    // The columns of the passage's own row are judged with the row.
    private bool IsHeaderRow(PageStatement fresh) =>
        fresh.Block.Kind == BlockKind.Row
        && _now.First.Block is { Kind: BlockKind.Row } own
        && own.Group == fresh.Block.Group
        && fresh.Block.Cells.Count > 1
        && fresh.Block.Cells.All(cell => own.Cells.Any(one => one.Header == cell.Text));

    private string? What(PageStatement fresh, PageStatement? was, Nearness near)
    {
        if (_now.Statements.Count == 1 && was is null && ParallelEntries.IsAnothers(_page, _now.First, fresh))
            return null;
        if (_isRead && SpeaksOfOther(fresh, was, near))
            return null;
        if (was is not null && IsOfAnotherDay(fresh, was))
            return "the page is of another day, and the passage names one by the day of the week";
        if (was is not null && IsDatedAnew(fresh, was))
            return "its entry bears another day than the page";
        if (_isRead)
        {
            return Bearing.Of(fresh, was, _subject, near)
                ?? OfText(fresh, was)
                ?? OfLaterEntry(fresh, was)
                ?? _undoing.Of(fresh, was);
        }
        // Nothing is known of what it says: beside the passage, or about the same, it is enough that it is new.
        var shared = fresh.Telling.Count(_subject.Telling.Contains);
        return near <= Nearness.Beside || (near < Nearness.Outside && shared >= 2)
            ? "the page has new words beside the passage in a language that is not read"
            : null;
    }

    private bool SpeaksOfOther(PageStatement fresh, PageStatement? was, Nearness near) =>
        was is null
            ? _others.IsMeantBy(fresh, near, IsAtHead(fresh)) || _otherThing.IsMeantBy(_page, _kept, fresh)
            : _otherThing.IsNamedBy(fresh) && _otherThing.IsNamedBy(was);

    // "Week of 9 September" that is "Week of 16 September" now, above "on Saturday".
    private bool IsOfAnotherDay(PageStatement fresh, PageStatement was) =>
        !_subject.HasDay
        && _subject.Months.Any(PageStamps.IsWeekday)
        && PageStamps.DayOf(fresh.Words) is { } now
        && PageStamps.DayOf(was.Words) is { } before
        && now != before;

    // "13:15" that is "13:15, 4 February 2022" now, above an entry of a page that bears the day of another year.
    private bool IsDatedAnew(PageStatement fresh, PageStatement was) =>
        fresh.Index < _now.First.Index
        && IsStamp(fresh)
        && !was.Words.Exists(word => word.IsDay)
        && fresh.Words.Find(word => word.IsDay) is { IsDay: true } day
        && !_page.All.Skip(fresh.Index + 1).Take(_now.First.Index - fresh.Index - 1).Any(IsStamp)
        && _kept.All.Any(s => s.Words.Count <= FewWords && s.Words.Exists(word => word.IsDay))
        && !_kept.All.Any(s => s.Words.Exists(word => word.IsDay && word.Form == day.Form));

    // Nothing but an hour or a day.
    private static bool IsStamp(PageStatement s) =>
        s.Words.Count is > 0 and <= MostInLabel && s.Words.TrueForAll(word => word.IsFigure || word.IsDay);

    // A new entry with an hour of its own, above the passage's: newer, whether or not it says so.
    private string? OfLaterEntry(PageStatement fresh, PageStatement? was) =>
        was is null
        && fresh.Index < _now.First.Index
        && fresh.Block is { Zone: PageZone.Body, Linked: < 0.5 }
        && fresh.Telling.Count(stem => _subject.Telling.Contains(stem) && !_subject.Persons.Contains(stem)) >= 2
        && _page.All.Take(fresh.Index).TakeLast(MostBeforeEntry).Any(s => IsStamp(s) && _kept.Lacks(s.Key))
        && _page.All.Take(_now.First.Index).Skip(fresh.Index).Any(IsStamp)
            ? "a later entry of the page speaks of the same"
            : null;

    private string? OfText(PageStatement fresh, PageStatement? was)
    {
        if (was is not null)
            return null;
        if (TextNotices.IsOne(_page, _kept, fresh, _subject) || TakesPageBack(fresh))
            return "a new notice on the page speaks of its text";
        return TextNotices.IsAddition(_page, _kept, fresh, _subject) ? "what was added to the page speaks of the same" : null;
    }

    // "This piece was for the first of April. Nothing in it is true.": the page is named in one sentence, and taken back in the
    // next.
    private bool TakesPageBack(PageStatement fresh)
    {
        if (fresh.Block.Linked > 0.5 || Invitations.Invites(_page, fresh))
            return false;
        var cues = new Cues(fresh.Words, null);
        if (cues.Has("Other") || !cues.Has("Strong"))
            return false;
        var block = _page.BlockOf(fresh);
        return block.TrueForAll(one => _kept.Lacks(one.Key))
            && block.Exists(one =>
                one != fresh && !OtherMatter.IsOtherText(one.Words) && new Cues(one.Words, null).Names("Self", true)
            );
    }

    private void Fail(PageStatement fresh, PageStatement? was, Nearness near, string what)
    {
        var denied = near <= Nearness.Beside && new Cues(fresh.Words, was?.Words).HasNew("Strong");
        var where = near switch
        {
            Nearness.Same => "in the block of the passage",
            Nearness.Beside => "beside the passage",
            Nearness.Above => "above the passage",
            Nearness.Text => "further on in the text",
            Nearness.Head => "at the head of the page",
            _ => "beside the text",
        };
        _parts.Fails(
            PartOf(_now, fresh, near),
            was?.Text,
            fresh.Text,
            denied ? LookOutcome.Denied : LookOutcome.AlsoElsewhere,
            $"The passage stands, but {what} ({where}): “{LookParts.Short(fresh.Text)}”"
        );
    }

    private static string PartOf(Place place, PageStatement s, Nearness near) =>
        near > Nearness.Beside ? "elsewhere"
        : s.Index < place.First.Index ? "before"
        : "after";

    // What is laid over the page asks for consent or a sign-in, unless it takes something back.
    private static bool IsAside(PageStatement s) =>
        s.Block.Zone is PageZone.Navigation or PageZone.Advert
        || (s.Block.Zone == PageZone.Overlay && (s.Words.Count <= MostOnButton || !Invitations.TakesBack(s)))
        || s.Words.Count == 0
        || Invitations.IsIdle(s);

    // Before the first sentence of the text that was kept, or as a box right beside the page's title.
    private bool IsAtHead(PageStatement s)
    {
        // What is laid over the page speaks of the whole of it.
        if (s.Block.Zone == PageZone.Overlay)
            return true;
        if (s.Block.Zone is not (PageZone.Body or PageZone.Aside) || s.Block.Linked > 0.5 || s.Index > _now.First.Index)
            return false;
        var (first, last) = (s.BlockIndex - 1, s.BlockIndex + 1);
        if (IsTitle(first) || IsTitle(last))
            return true;
        if (s.Block.Zone != PageZone.Body)
            return false;
        return s.Index <= (_firstKept ??= FirstKept());
    }

    // Where the text that was kept begins.
    private int FirstKept() =>
        _page
            .All.FirstOrDefault(one =>
                one.Block is { Zone: PageZone.Body, Kind: not (BlockKind.Heading or BlockKind.Field), Linked: < 0.8 }
                && !_kept.Lacks(one.Key)
                && one.Words.Count(Tells.Something) > MostInByline
            )
            ?.Index
        ?? int.MaxValue;

    private bool IsNewHeading(PageBlock block) => _kept.Lacks(KeptLook.HeadingKey(block.Text));

    private bool IsTitle(int block) =>
        block >= 0 && block < _page.Blocks.Count && _page.Blocks[block] is { Kind: BlockKind.Heading, Level: 1 };

    private Nearness NearnessOf(PageStatements page, Place place, PageStatement s)
    {
        var (first, last) = (place.First.BlockIndex, place.Last.BlockIndex);
        var between = s.BlockIndex >= first && s.BlockIndex <= last;
        if (between && (s.Block.Zone != PageZone.Teaser || Invitations.TakesBack(s)))
            return Nearness.Same;
        if (s.Block.Anchors.Count > 0 && place.Statements.Any(p => p.Block.Notes.Any(s.Block.Anchors.Contains)))
            return Nearness.Same;
        if (NoteSigns.Leads(place, s))
            return Nearness.Same;
        // A box right beside it may speak of it, whatever the page calls the box.
        var touches = s.BlockIndex == first - 1 || s.BlockIndex == last + 1;
        if (touches && s.Block is { Zone: PageZone.Aside or PageZone.Teaser, Linked: < 0.5 } && Invitations.TakesBack(s))
            return Nearness.Beside;
        if (s.Block.Zone != PageZone.Body)
            return Nearness.Outside;
        var step = s.BlockIndex < first ? -1 : 1;
        for (var at = (step < 0 ? first : last) + step; at >= 0 && at < page.Blocks.Count; at += step)
        {
            if (at == s.BlockIndex)
                return Nearness.Beside;
            // What is new right behind it may have a heading of its own.
            if (page.Blocks[at].Kind == BlockKind.Heading && IsNewHeading(page.Blocks[at]))
                continue;
            // The other rows and items of its table or list stand between it and what is said of all.
            if (page.Blocks[at].Group > 0 && page.Blocks[at].Group == place.First.Block.Group)
                continue;
            if (page.Blocks[at] is { Zone: PageZone.Body, Linked: < 0.8 })
                break;
        }

        return s.BlockIndex < first ? Nearness.Above : Nearness.Text;
    }
}
