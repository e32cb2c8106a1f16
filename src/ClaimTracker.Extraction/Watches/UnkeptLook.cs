using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Looks for a passage of which no kept page tells the place: the quote alone is compared, and every cue on the page is new.
/// </summary>
internal sealed class UnkeptLook(string quote, PageView now, PageView? before)
{
    private readonly LookParts _parts = new();

    public PageLook Look()
    {
        if (Text.FoldedText.Of(quote).Folded.Length == 0)
            return Gone("The quote has no words that could be found.");
        if (PassagePlace.Choose(now.Shown.Find(quote)) is not { } place)
            return LookAtRest();
        if (place.First.Block.Zone >= PageZone.Teaser)
        {
            _parts.Fails(
                "place",
                null,
                place.Text,
                LookOutcome.Moved,
                "The words stand only in what the page invites to or advertises."
            );
        }

        _parts.Holds("sentence", place.Text);
        LookAround(place);
        var look = _parts.Look(quote, []);
        return look.Outcome == LookOutcome.Unchanged ? look with { Now = LookParts.Short(place.Text), Why = Standing } : look;
    }

    // Where it stood, and what stood around it, nobody knows.
    private string Standing =>
        before is null
            ? "The quote stands on the page, and nothing there was found to take it back; no page was kept to compare it with."
            : "The quote stands on the page, and nothing new there was found to take it back; on the kept page it was not found.";

    private void LookAround(Place place)
    {
        var subject = new PassageSubject(place.Statements, before?.Shown.All ?? [], null);
        foreach (var statement in place.Statements)
            LookInside(statement, place);
        var pairing = new PagePairing(before?.Shown ?? new PageStatements(now.Shown.Page, []), now.Shown);
        var parts = before is null ? Spoken(pairing.New, place) : pairing.New;
        foreach (
            var fresh in parts.Where(s =>
                !place.Statements.Contains(s) && s.Block.Zone is not (PageZone.Navigation or PageZone.Advert or PageZone.Overlay)
            )
        )
        {
            // What stands beside it may always have stood there.
            var near =
                fresh.BlockIndex == place.First.BlockIndex && now.Shown.Page.IsStructured ? Nearness.Beside
                : Math.Abs(fresh.BlockIndex - place.First.BlockIndex) == 1 ? Nearness.Beside
                : fresh.Block.Zone != PageZone.Body ? Nearness.Outside
                : fresh.Index < place.First.Index ? Nearness.Above
                : Nearness.Text;
            if (Bearing.Of(fresh, null, subject, near) is { } what)
            {
                _parts.Fails(
                    "elsewhere",
                    null,
                    fresh.Text,
                    LookOutcome.AlsoElsewhere,
                    before is null
                        ? $"The passage stands; no page was kept to compare with, and this one may speak against it: “{LookParts.Short(fresh.Text)}”"
                        : $"The passage stands, but {what}: “{LookParts.Short(fresh.Text)}”"
                );
            }
        }
    }

    // Without a kept page, only what has a cue can be told from what was always there.
    private static IEnumerable<PageStatement> Spoken(IEnumerable<PageStatement> statements, Place place) =>
        statements.Where(s =>
            !place.Statements.Contains(s) && new Cues(s.Words, null) is var cues && (cues.Has("Strong") || cues.Has("Correction"))
        );

    // What the sentence says around the quote.
    private void LookInside(PageStatement statement, Place place)
    {
        var quoted = PlainWords.Of(quote);
        var said = place.Statements.SelectMany(s => s.Words).Select(word => word.Form).ToHashSet();
        // A figure that begins or ends where the quote does may be another's part.
        if (quoted.Exists(word => word.IsFigure && !said.Contains(word.Form)))
            _parts.Fails("sentence", quote, place.Text, LookOutcome.Changed, "A figure of the passage reads differently.");
        var cues = new Cues(statement.Words, quoted);
        if (cues.HasNew("Strong") || cues.HasNew("Negation") || cues.HasNew("Correction"))
        {
            _parts.Fails(
                "sentence",
                quote,
                place.Text,
                LookOutcome.Denied,
                "The sentence around the quote denies it or takes it back."
            );
        }
    }

    private PageLook LookAtRest()
    {
        if (Wall() is { } wall)
        {
            _parts.Fails("page", null, null, LookOutcome.Unreadable, $"Nothing can be said of the passage: {wall}.");
            return _parts.Look(quote, []);
        }

        var wanted = new PageStatement(
            new PageBlock(quote, BlockKind.Paragraph, PageZone.Body),
            0,
            new TextSpan(0, quote.Length)
        );
        var closest = now
            .Shown.All.Where(s => s.Block.Zone < PageZone.Teaser)
            .Select(s => (Statement: s, Likeness: Contained(wanted, s)))
            .MaxBy(pair => pair.Likeness);
        if (closest.Statement is null || closest.Likeness < 0.5)
            return Gone("The passage is not on the page.");
        _parts.Fails("sentence", quote, closest.Statement.Text, LookOutcome.Changed, "The passage reads differently.");
        return _parts.Look(quote, FigureDifference.Changed(quote, closest.Statement.Text));
    }

    // A page that was kept without the quote may be a wall itself, and what came is then judged alone as well.
    private string? Wall() =>
        before is null
            ? new WallCheck(null, now.Shown, null, null).Judge()
            : new WallCheck(before.Shown, now.Shown, null, new PagePairing(before.Shown, now.Shown)).Judge()
                ?? new WallCheck(null, now.Shown, null, null).Judge();

    // How much of the quote's words stand in a sentence that may be longer.
    private static double Contained(PageStatement quote, PageStatement s)
    {
        var words = s.Words.Select(w => w.Stem).ToHashSet();
        return quote.Words.Count == 0 ? 0 : quote.Words.Count(w => words.Contains(w.Stem)) / (double)quote.Words.Count;
    }

    private PageLook Gone(string why)
    {
        _parts.Fails("sentence", quote, null, LookOutcome.Missing, why);
        return _parts.Look(quote, []);
    }
}
