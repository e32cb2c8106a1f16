using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>Whether a passage that reads as it did stands where it stood: part of the page, heading, what leads in.</summary>
internal sealed partial class PlaceCheck(
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

    private const int MostAdded = 3;
    private const int LongestHeading = 200;

    // What a title's new words may not add, nor leave out.
    private static readonly string[] Turning = ["Strong", "Correction", "Negation", "Reserve", "AsOf", "Status"];

    private static readonly string[] Loaded = ["Strong", "Correction", "Negation", "Reserve", "Newer", "AsOf", "Status"];

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
            || IsSame(Was.Heading, Now.Heading)
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
            && !IsSame(old, fresh)
            && !shifts.IsHeading(old, fresh)
            && (new Cues(PlainWords.Of(fresh), PlainWords.Of(old)) is var cues)
            && (Turning.Any(cues.HasNew) || cues.Inserted.Any(word => word.IsDay || word.IsFigure || Tells.ADate(word)))
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
        && IsReworded(old, fresh);

    /// <summary>
    /// True where two headings speak of the same and neither takes back, doubts or counts what the other does not.
    /// </summary>
    internal static bool IsReworded(string was, string now)
    {
        var (old, fresh) = (PlainWords.Of(was), PlainWords.Of(now));
        var (before, after) = (
            new HashSet<string>(old.Where(Tells.Something).Select(word => word.Stem)),
            new HashSet<string>(fresh.Where(Tells.Something).Select(word => word.Stem))
        );
        if (before.Count == 0 || after.Count == 0 || before.Count(after.Contains) * 2 < Math.Min(before.Count, after.Count))
            return false;
        if (fresh.Exists(word => (word.IsFigure || word.IsDay) && !old.Exists(one => one.Form == word.Form)))
            return false;
        var (added, removed) = (new Cues(fresh, old), new Cues(old, fresh));
        return Turning.All(cue => !added.HasNew(cue) || removed.HasNew(cue))
            && Turning.All(cue => !removed.HasNew(cue) || added.HasNew(cue));
    }

    private static bool Repeats(PageStatements page, string key) =>
        page.Page.Title is { } title && KeptLook.HeadingKey(title).Contains(key, StringComparison.Ordinal);

    // A counter, a site's name behind a bar or an article: nothing that says something came or went.
    internal static bool IsSame(string? was, string? now)
    {
        if (was is null || now is null)
            return false;
        // A number in front came or went.
        if (Numbering.Of(was) is null && Numbering.Of(now) is { } got)
            return got.Rest == KeptLook.HeadingKey(was);
        if (Numbering.Of(now) is null && Numbering.Of(was) is { } had)
            return had.Rest == KeptLook.HeadingKey(now);
        var (old, fresh) = (Bare(was), Bare(now));
        return old.Count > 0 && (old.SequenceEqual(fresh) || IsWithin(old, now) || IsWithin(fresh, was));
    }

    // "In brief: …", "… (with pictures)": a word or three before or behind that say nothing of what is reported.
    private static bool IsWithin(List<string> title, string longer)
    {
        var words = PlainWords
            .Of(Extras().Replace(longer, ""))
            .Where(word => word.Form is not ("a" or "an" or "the" or "and"))
            .ToList();
        if (title.Count < MostAdded || words.Count - title.Count is < 1 or > MostAdded)
            return false;
        var forms = words.ConvertAll(word => word.Form);
        var leads = forms.Take(title.Count).SequenceEqual(title);
        if (!leads && !forms.TakeLast(title.Count).SequenceEqual(title))
            return false;
        var added = leads ? words[title.Count..] : words[..^title.Count];
        return !added.Exists(word => word.IsFigure || word.IsDay || !word.IsWord || word.Form is "myth" or "why" or "if")
            && new Cues(added, null) is var cues
            && !Loaded.Any(cues.Has);
    }

    private static List<string> Bare(string heading) =>
        [
            .. PlainWords
                .Of(Extras().Replace(heading, ""))
                .Select(word => word.Form)
                .Where(form => form is not ("a" or "an" or "the" or "and")),
        ];

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
            && !IsSame(old.Text, fresh.Text)
            && !IsReworded(old.Text, fresh.Text)
            && page.Lacks(old.Key)
        )
        {
            parts.Fails("title", old.Text, fresh.Text, LookOutcome.Moved, "The page has another title now.");
        }
        else if (
            kept.Page.Title is { } before
            && page.Page.Title is { } after
            && before != after
            && !IsReworded(before, after)
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

    [GeneratedRegex(
        @"\s*\(\d+\)\s*$|\s*\[\s*edit(?:\s+source)?(?:\s*\|\s*edit source)?\s*\]\s*$|\s+[|–—]\s+[^|–—]{1,40}$",
        RegexOptions.None,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Extras();
}
