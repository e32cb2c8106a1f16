using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// A look for a passage whose figure may change within a condition. Where the figure is all that differs, the page is compared
/// once more with the kept page as it would read with the new figure: so nothing else is let through.
/// </summary>
public static class ConditionedLook
{
    /// <summary>
    /// Compares as <see cref="PageComparison.Look"/> does; <see cref="PageLook.Within"/> where the figure differs and the
    /// condition is surely not met.
    /// </summary>
    /// <param name="quote">The passage as it was quoted: its figure is what is measured against.</param>
    /// <param name="kept">The page as it was kept; null where none was.</param>
    /// <param name="page">The page as it stands.</param>
    /// <param name="condition">When somebody is to be told.</param>
    /// <param name="confirmed">The place that a person confirmed; null where nobody did.</param>
    public static PageLook Look(
        string quote,
        WatchedPage? kept,
        WatchedPage page,
        FigureCondition condition,
        QuotePlace? confirmed = null
    )
    {
        ArgumentNullException.ThrowIfNull(condition);
        var look = PageComparison.Look(quote, kept, page, confirmed);
        if (
            condition.Kind == ConditionKind.Any
            || condition.Refuse(quote) is not null
            || Difference(look) is not { } differs
            || Published(quote, differs.Change) is not var (published, writing)
            || PassageSubject.FiguresOf(differs.Change.Now) is not [var (now, _)]
            || condition.Within(published, now) is not { } words
        )
        {
            return look;
        }

        var before = kept is null ? null : Rewritten(kept, page, differs);
        if (kept is not null && before is null)
            return look;
        var asked = ComposedText.Of(quote).Replace(writing, differs.Change.Now, StringComparison.Ordinal);
        var place = confirmed is null
            ? null
            : confirmed with
            {
                Text = confirmed.Text.Replace(writing, differs.Change.Now, StringComparison.Ordinal),
                Sentence = confirmed.Sentence.Replace(differs.Was, differs.Now, StringComparison.Ordinal),
            };
        var rest = PageComparison.Look(asked, before, page, place);
        return rest.Outcome != LookOutcome.Unchanged
            ? look
            : rest with
            {
                Was = look.Was,
                Now = look.Now,
                Why = $"The figure is {words}. Of the rest: {rest.Why}",
                Parts = [.. rest.Parts, new LookPart("condition", true, differs.Change.Was, differs.Change.Now)],
                Figures = look.Figures,
                Within = rest.Within is { } also ? $"{words}; {also}" : words,
            };
    }

    // The one figure of one sentence or row, and nothing else that was compared.
    private static Differing? Difference(PageLook look) =>
        look.Outcome == LookOutcome.Changed
        && look.Figures is [var change]
        && look.Parts.Where(part => !part.Holds).ToList() is [{ Part: "sentence", Was: { } was, Now: { } now }]
            ? new Differing(was, now, change)
            : null;

    // The quote's own figure, where it is the one that differs, and how it is written there.
    private static (Quantity Published, string Writing)? Published(string quote, FigureChange change)
    {
        var composed = ComposedText.Of(quote);
        if (
            PassageSubject.FiguresOf(composed) is not [var (published, text)]
            || PassageSubject.FiguresOf(change.Was) is not [var (was, _)]
            || published.Value != was.Value
            || published.Comparator != was.Comparator
        )
        {
            return null;
        }

        foreach (var writing in new[] { change.Was, text })
        {
            if (Once(composed, writing))
                return (was, writing);
        }

        return null;
    }

    // The kept page with the new figure in the passage's place; null where that place is not certain.
    private static WatchedPage? Rewritten(WatchedPage kept, WatchedPage page, Differing differs)
    {
        var found = kept.Blocks.Where(block => block.Text.Contains(differs.Was, StringComparison.Ordinal)).ToList();
        if (found is not [var block])
            return null;
        PageBlock? now;
        if (block.Kind == BlockKind.Row)
        {
            var rows = page.Blocks.Where(other => other.Kind == BlockKind.Row && other.Text == differs.Now).ToList();
            now =
                rows is [var row] && row.Cells.Count == block.Cells.Count
                    ? block with
                    {
                        Text = row.Text,
                        Cells = row.Cells,
                    }
                    : null;
        }
        else
        {
            now =
                Once(block.Text, differs.Was) && IsAllElse(differs)
                    ? block with
                    {
                        Text = block.Text.Replace(differs.Was, differs.Now, StringComparison.Ordinal),
                    }
                    : null;
        }

        return now is null
            ? null
            : kept with
            {
                Blocks = [.. kept.Blocks.Select(one => ReferenceEquals(one, block) ? now : one)],
            };
    }

    // Word for word the same, but for the figure and for the days that tell when it was counted.
    private static bool IsAllElse(Differing differs)
    {
        var (was, now) = (Words(differs.Was), Words(differs.Now));
        return was.Count == now.Count
            && was.Zip(now).Where(pair => pair.First.Form != pair.Second.Form).ToList()
                is [({ IsFigure: true }, { IsFigure: true })];
    }

    private static List<PlainWord> Words(string text) => PlainWords.Of(text).FindAll(word => !word.IsDay && !Tells.ADate(word));

    private static bool Once(string text, string part) =>
        text.IndexOf(part, StringComparison.Ordinal) is >= 0 and var at
        && text.IndexOf(part, at + 1, StringComparison.Ordinal) < 0;

    private sealed record Differing(string Was, string Now, FigureChange Change);
}
