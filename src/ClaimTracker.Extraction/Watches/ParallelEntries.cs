namespace ClaimTracker.Extraction.Watches;

/// <summary>Rows of one table and items of one list that each speak of something else, by the label at their head.</summary>
internal static class ParallelEntries
{
    private const int LongestLabel = 60;

    private static readonly string[] OfAll = ["Strong", "Correction", "Newer", "AsOf", "Status"];

    private static readonly string[] Signs = [":", " – ", " — ", " - ", " | "];

    /// <summary>True where a new entry has another label than the passage's, and nothing in it names that one.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="passage">The passage's entry on it.</param>
    /// <param name="fresh">What is new.</param>
    public static bool IsAnothers(PageStatements page, PageStatement passage, PageStatement fresh)
    {
        var (own, other) = (passage.Block, fresh.Block);
        if (own.Kind != other.Kind || own.Group == 0 || own.Group != other.Group)
            return false;
        if (own.Kind is not (BlockKind.Row or BlockKind.Item))
            return false;
        if (own.Kind == BlockKind.Row && !AreAlike(own, other))
            return false;
        if (LabelOf(passage) is not { Count: > 0 } ours || LabelOf(fresh) is not { Count: > 0 } theirs)
            return false;
        if (IsPeriod(FirstOf(passage)) || IsPeriod(ours) || IsPeriod(theirs))
            return false;
        if (PageStatement.KeyOf(ours) == PageStatement.KeyOf(theirs))
            return false;
        return !IsOfAll(theirs.FindAll(word => !word.IsWord || !ours.Exists(own => own.Form == word.Form)), fresh)
            && !Names(page, passage, ours, fresh);
    }

    // "Withdrawn", "Status", "Note": what such labels head is said of what the whole table is about.
    private static bool IsOfAll(List<PlainWord> label, PageStatement fresh)
    {
        var cues = new Cues(label, null);
        if (OfAll.Any(cues.Has) || cues.Names("Self", true))
            return true;
        var said = new Cues(fresh.Words, null);
        if (!said.Has("Strong") && !said.Has("Correction"))
            return false;
        return cues.Has("Filler")
            || cues.Has("Figure")
            || cues.Has("Claim")
            || label.Exists(word => word.IsWord && !word.Capital);
    }

    // What several labels of the table have in common ("Trust", "Region") names none of them.
    private static bool Names(PageStatements page, PageStatement passage, List<PlainWord> ours, PageStatement fresh)
    {
        var labels = page
            .All.Where(s =>
                s.Block.Group == passage.Block.Group && s.Block.Kind == passage.Block.Kind && s != passage && s != fresh
            )
            .Select(LabelOf)
            .OfType<List<PlainWord>>()
            .ToList();
        var words = fresh.Words.Select(word => word.Stem).ToHashSet();
        return ours.Exists(word =>
            (Tells.Something(word) || word.IsFigure)
            && words.Contains(word.Stem)
            && !labels.Exists(label => label.Exists(one => one.Stem == word.Stem))
        );
    }

    // A cell across several columns speaks of all rows, and two columns without a header are the fields of one thing.
    private static bool AreAlike(PageBlock own, PageBlock other) =>
        (own.Cells.Count > 2 || own.Cells.All(cell => cell.Header.Length > 0))
        && own.Cells.Count > 1
        && own.Cells.Count == other.Cells.Count
        && other.Cells.Count(cell => cell.Text.Length > 0) > 1
        && !other
            .Cells.Zip(other.Cells.Skip(1))
            .Any(pair => pair.First.Text.Any(char.IsLetter) && pair.First.Text == pair.Second.Text);

    private static List<PlainWord>? LabelOf(PageStatement s)
    {
        if (s.Block.Kind == BlockKind.Row)
        {
            var cell =
                s.Block.Cells.FirstOrDefault(cell => cell.Text.Any(char.IsLetter))
                ?? s.Block.Cells.FirstOrDefault(cell => cell.Text.Length > 0);
            return cell is null ? null : PlainWords.Of(cell.Text);
        }

        if (s.Span.Length != s.Block.Text.Length)
            return null;
        var at = Signs.Select(sign => s.Text.IndexOf(sign, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(0).Min();
        if (at is 0 or > LongestLabel || s.Text.AsSpan(at).TrimStart(" :–—-|").Length == 0)
            return null;
        return PlainWords.Of(s.Text[..at]);
    }

    private static List<PlainWord> FirstOf(PageStatement s) =>
        s.Block.Cells.FirstOrDefault(cell => cell.Text.Length > 0) is { } cell ? PlainWords.Of(cell.Text) : [];

    // A row of a later day or year is newer than the passage's.
    private static bool IsPeriod(List<PlainWord> label) =>
        label.Exists(word => word.IsDay || Tells.ADate(word) || (word.IsFigure && word.Form is [_, '1' or '2', _, _, _]))
        || new Cues(label, null).Has("When");
}
