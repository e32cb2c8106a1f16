namespace ClaimTracker.Extraction.Watches;

/// <summary>Whether a passage that reads as it did stands where it stood: part of the page, heading, what leads in.</summary>
internal sealed class PlaceCheck(
    PageStatements kept,
    Place was,
    PageStatements page,
    Place now,
    NumberShifts shifts,
    LookParts parts
)
{
    private const string Opening = "\"“„«‘‚‹";
    private const string Closing = "\"”“»’›";

    private const int LongestHeading = 200;

    private PageBlock Was => was.First.Block;

    private PageBlock Now => now.First.Block;

    /// <summary>Notes each part.</summary>
    public void Run()
    {
        if (!kept.Page.IsStructured || !page.Page.IsStructured)
            return;
        CheckZone();
        CheckHeading();
        CheckPart();
        CheckLeadIn();
        CheckCaption();
        CheckTitle();
    }

    private void CheckZone()
    {
        if (Now.Zone > Was.Zone && Now.Zone != PageZone.Frame)
        {
            parts.Fails(
                "place",
                Was.Zone.ToString(),
                Now.Zone.ToString(),
                LookOutcome.Moved,
                "The words stand in another part of the page, no longer in its text."
            );
        }
        else if (Now.Kind == BlockKind.Quoted && Was.Kind != BlockKind.Quoted)
        {
            parts.Fails(
                "place",
                Was.Kind.ToString(),
                Now.Kind.ToString(),
                LookOutcome.Moved,
                "The words stand there as a quotation now."
            );
        }
        else if (IsQuoted(now) && !IsQuoted(was))
        {
            parts.Fails(
                "place",
                null,
                null,
                LookOutcome.Moved,
                "The words stand there between quotation marks now, as what somebody said."
            );
        }
        else
        {
            parts.Holds("place", null);
        }
    }

    // From the first word to the last between marks of quotation: said by somebody, no longer by the page.
    private static bool IsQuoted(Place place)
    {
        if (place.First.Block.Kind == BlockKind.Row)
            return false;
        var (first, last) = (place.First.Block.Text, place.Last.Block.Text);
        var (start, end) = (place.First.Span.Start, place.Last.Span.End);
        var opens = start < first.Length && (Opening.Contains(first[start]) || (start > 0 && Opening.Contains(first[start - 1])));
        var around = last[Math.Max(0, end - 2)..Math.Min(last.Length, end + 2)];
        return opens && around.Any(Closing.Contains);
    }

    private void CheckHeading()
    {
        var (old, fresh) = (KeptLook.HeadingKey(Was.Heading), KeptLook.HeadingKey(Now.Heading));
        if (PartsUnder(was) <= 1 && PartsUnder(now) > 1)
        {
            parts.Fails(
                "heading",
                Was.Heading,
                now.Last.Block.Heading,
                LookOutcome.Moved,
                "A part of the passage stands under another heading."
            );
            return;
        }

        if (old == fresh || Was.Kind == BlockKind.Heading)
        {
            parts.Holds("heading", Was.Heading);
        }
        else if (
            IsStill(old)
            || IsTitle(fresh)
            || IsTitleReworded()
            || SameHeading.IsSame(Was.Heading, Now.Heading)
            || shifts.IsHeading(Was.Heading, Now.Heading)
            || BecameHeading(fresh)
            || HeadingWords.IsSame(kept, was, page, now)
        )
        {
            parts.Holds("heading", Was.Heading);
        }
        else
        {
            parts.Fails("heading", Was.Heading, Now.Heading, LookOutcome.Moved, "The passage stands under another heading.");
        }
    }

    // "Applying", that is "Rules in force until June" now, with the same heading below it.
    private void CheckPart()
    {
        if (
            Was.Part is { } old
            && Now.Part is { } fresh
            && kept.Lacks(KeptLook.HeadingKey(fresh))
            && !SameHeading.IsSame(old, fresh)
            && !shifts.IsHeading(old, fresh)
            && (new Cues(PlainWords.Of(fresh), PlainWords.Of(old)) is var cues)
            && (
                SameHeading.Turning.Any(cues.HasNew)
                || cues.Inserted.Any(word => word.IsDay || word.IsFigure || Tells.ADate(word))
            )
        )
        {
            parts.Fails(
                "heading",
                old,
                fresh,
                LookOutcome.Moved,
                "The passage stands in a part of the page with another heading."
            );
        }
    }

    private static int PartsUnder(Place place) =>
        place.Statements.Select(s => KeptLook.HeadingKey(s.Block.Heading)).Distinct().Count();

    // The heading became a line of another kind: it counts where no other of the old headings comes between.
    private bool IsStill(string old)
    {
        if (old.Length == 0)
            return false;
        var headings = kept.All.Where(s => s.Block.Kind == BlockKind.Heading).Select(s => s.Key).ToHashSet();
        for (var at = now.First.Index - 1; at >= 0; at--)
        {
            var s = page.All[at];
            if (s.Key == old && s.Block.Kind != BlockKind.Heading)
                return true;
            if (headings.Contains(s.Key) || (s.Block.Kind == BlockKind.Heading && s.Block.Zone == PageZone.Body))
                return false;
        }

        return false;
    }

    // A line that stood above it is set as a heading now; no heading of either page comes between.
    private bool BecameHeading(string fresh)
    {
        if (fresh.Length == 0 || (Was.Heading is not null && page.Lacks(KeptLook.HeadingKey(Was.Heading))))
            return false;
        var headings = page.All.Where(s => s.Block.Kind == BlockKind.Heading).Select(s => s.Key).ToHashSet();
        // By blocks, for a year by itself is no sentence.
        for (var at = was.First.BlockIndex - 1; at >= 0; at--)
        {
            var block = kept.Blocks[at];
            if (block.Kind == BlockKind.Heading)
                return false;
            var key = block.Text.Length <= LongestHeading ? KeptLook.HeadingKey(block.Text) : "";
            if (key == fresh)
                return true;
            if (headings.Contains(key))
                return false;
        }

        return false;
    }

    // No heading where none was but the page's own title.
    private bool IsTitle(string fresh) =>
        (Was.Heading is null && (fresh.Length == 0 || Now.Level <= 1 || Repeats(kept, fresh)))
        || (fresh.Length == 0 && Was.Level == 1 && Repeats(page, KeptLook.HeadingKey(Was.Heading)));

    // The page's own title in other words, on the same matter, which takes nothing back; what it says is judged as any edited
    // statement is.
    private bool IsTitleReworded() =>
        Was.Heading is { } old
        && Now.Heading is { } fresh
        && Was.Level <= 2
        && Now.Level <= 2
        && page.Lacks(KeptLook.HeadingKey(old))
        && Repeats(kept, KeptLook.HeadingKey(old))
        && Repeats(page, KeptLook.HeadingKey(fresh))
        && SameHeading.IsReworded(old, fresh);

    private static bool Repeats(PageStatements page, string key) =>
        page.Page.Title is { } title && KeptLook.HeadingKey(title).Contains(key, StringComparison.Ordinal);

    private void CheckLeadIn()
    {
        var (old, fresh) = (LeadIn(kept, was.First), LeadIn(page, now.First));
        if (old is null && fresh is null)
            return;
        if (old?.Key == fresh?.Key)
            parts.Holds("before", old!.Text);
        else if (fresh is not null || Was.Kind == Now.Kind)
            parts.Fails("before", old?.Text, fresh?.Text, LookOutcome.Changed, "What leads in to the passage reads differently.");
    }

    // A page's own title, where it is not the heading above the passage already, and the title that browsers show.
    private void CheckTitle()
    {
        if (
            TitleOf(kept) is { } old
            && TitleOf(page) is { } fresh
            && old.Key != fresh.Key
            && Was.Level != 1
            && !SameHeading.IsSame(old.Text, fresh.Text)
            && !SameHeading.IsReworded(old.Text, fresh.Text)
            && page.Lacks(old.Key)
        )
        {
            parts.Fails("title", old.Text, fresh.Text, LookOutcome.Moved, "The page has another title now.");
        }
        else if (
            kept.Page.Title is { } before
            && page.Page.Title is { } after
            && before != after
            && !SameHeading.IsReworded(before, after)
            && new Cues(PlainWords.Of(after), PlainWords.Of(before)) is var cues
            && (cues.HasNew("Strong") || cues.HasNew("Correction"))
        )
        {
            parts.Fails(
                "title",
                before,
                after,
                LookOutcome.AlsoElsewhere,
                "The title of the page speaks against what stands there now."
            );
        }
    }

    private static PageStatement? TitleOf(PageStatements page)
    {
        var titles = page.All.Where(s => s.Block is { Kind: BlockKind.Heading, Level: 1 }).Take(2).ToList();
        return titles.Count == 1 ? titles[0] : null;
    }

    private void CheckCaption()
    {
        if (Was.Kind != BlockKind.Row || Now.Kind != BlockKind.Row)
            return;
        var (old, fresh) = (CaptionOf(kept, Was), CaptionOf(page, Now));
        if (old is null && fresh is null)
            return;
        if (KeptLook.HeadingKey(old) == KeptLook.HeadingKey(fresh))
            parts.Holds("caption", old);
        else
            parts.Fails("caption", old, fresh, LookOutcome.Changed, "The title of the passage's table reads differently.");
    }

    private static string? CaptionOf(PageStatements page, PageBlock row) =>
        page.Blocks.FirstOrDefault(block => block.Kind == BlockKind.Caption && block.Group == row.Group)?.Text;

    // The line with a colon before a list, or before a paragraph.
    private static PageStatement? LeadIn(PageStatements page, PageStatement item)
    {
        var at = item.Index - 1;
        while (
            at >= 0
            && item.Block.Kind != BlockKind.Paragraph
            && page.All[at].Block.Kind == item.Block.Kind
            && page.All[at].Block.Group == item.Block.Group
        )
        {
            at--;
        }

        return at >= 0 && page.All[at].Text.TrimEnd().EndsWith(':') ? page.All[at] : null;
    }
}
