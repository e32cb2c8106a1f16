namespace ClaimTracker.Extraction.Watches;

// Labelled lines and stamps, and edits that say nothing.
internal sealed partial class Bearing
{
    private const int LongestField = 16;

    // "By Ann Lee, 3 May" that is "By Ann Lee, as of 8 June" now: the day of the page, which dated no figure before.
    private bool IsStamp(PageStatement was) =>
        was.Words.Exists(word => word.IsDay)
        && _now.Words.Exists(word => word.IsDay)
        && !new Cues(was.Words, null).Has("AsOf")
        && _now.Block.Group == 0
        && _now.Block.Kind is not (BlockKind.Caption or BlockKind.Heading)
        && !_now.Words.Exists(word => word.IsFigure)
        && _cues.Inserted.All(word => word.IsDay || !Tells.Something(word));

    // "Registration: granted" that is "Registration: cancelled" now, on a page about a registration.
    private bool EndsField(PageStatement was) =>
        IsText
        && _now.Label.Length > 0
        && _now.Label == was.Label
        && _now.Words.Count <= LongestField
        && _cues.HasNew("Strong")
        && PlainWords.Of(_now.Label).Exists(word => _subject.All.Contains(word.Stem));

    // "Bicycles: allowed", "Married: A and B", "Missing: 2": a labelled line whose value had the passage's own word, name or
    // number, and has not.
    private bool Unsays(PageStatement was)
    {
        if (
            IsLinks
            || was.Words.Count > LongestField
            || _now.Words.Count > LongestField
            || was.Block.Kind == BlockKind.Heading
            || was.Label.Length == 0
        )
        {
            return false;
        }

        var value = was.Text.IndexOf(':', StringComparison.Ordinal);
        var restated = was
            .Words.Where(word => word.Span.Start > value && _subject.Telling.Contains(word.Stem))
            .Select(word => word.Stem)
            .Distinct()
            .Count();
        if (
            restated < 2
            && new Cues(PlainWords.Of(was.Label), null) is var label
            && (label.Has("AsOf") || label.Has("Newer") || label.Has("Self"))
        )
        {
            return false;
        }

        return was.Words.Exists(word =>
            word.Span.Start > value
            && (
                _subject.Telling.Contains(word.Stem)
                || _subject.Names.Contains(word.Stem)
                || _subject.Values.Contains(word.Form)
                || _subject.Months.Contains(word.Form)
            )
            && !_now.Words.Exists(now => now.Stem == word.Stem)
        );
    }

    // "Level: orange" that is "Level: red" now: what a page gives by name, and gave otherwise, may be what its text rests on.
    // Whom to ask, and when and how often the page was seen, no text rests on.
    private bool IsFact(PageStatement was) =>
        IsText
        && !IsLinks
        && _near <= Nearness.Above
        && _now.Label.Length > 0
        && _now.Label == was.Label
        && _now.Block.Kind is not (BlockKind.Heading or BlockKind.Caption)
        && was.Words.Count <= LongestField
        && _now.Words.Count <= LongestField
        && !IsOfTable(PlainWords.Of(_now.Label))
        && !(PageStamps.IsStampLabel(PlainWords.Of(_now.Label)) && !_cues.HasNew("Strong") && !_cues.HasNew("Negation"))
        && new Cues(PlainWords.Of(_now.Label), null) is var label
        && !(label.Has("AsOf") || label.Has("Newer") || label.Has("Self") || label.Has("Other") || label.Has("Service"));

    // The row of what the passage names: another figure in it is another figure of that.
    private string? RowFigure(PageStatement was)
    {
        if (_now.Block is not { Kind: BlockKind.Row, Zone: PageZone.Body, Cells.Count: > 1 } || was.Block.Kind != BlockKind.Row)
            return null;
        var name = PlainWords.Of(_now.Block.Cells[0].Text).Where(Tells.Something).Select(word => word.Stem).ToList();
        // A passage with figures of its own rests on these; one without rests on the row.
        if (name.Count == 0 || !name.TrueForAll(stem => _subject.Names.Contains(stem) || _subject.Telling.Contains(stem)))
            return null;
        var rests = _subject.Figures.Count == 0;
        return
            _cues.Inserted.FirstOrDefault(word =>
                word.IsFigure
                && word.Span.Start >= _now.Block.Cells[0].Text.Length
                && (rests || was.Words.Exists(old => old.IsFigure && IsTurned(old.Form, word.Form)))
            )
                is { Form: not null } other
            ? other.Span.Of(_now.Text)
            : null;

        // A rise that is a fall now.
        static bool IsTurned(string old, string fresh) =>
            old.StartsWith("#-", StringComparison.Ordinal) != fresh.StartsWith("#-", StringComparison.Ordinal);
    }

    // The rows of a table are judged as rows; one of a figure is about what it names, and not about another passage. An hour
    // names nothing.
    private bool IsOfTable(List<PlainWord> label) =>
        !label.Exists(word => word.IsWord)
        || (
            _now.Block.Kind == BlockKind.Row
            && (
                _now.Block.Cells.Count != 2
                || (_cues.Inserted.All(word => word.IsFigure) && !label.Exists(word => _subject.All.Contains(word.Stem)))
            )
        );

    private bool IsStatus(PageStatement was) =>
        IsText
        && _now.Words.Count <= 14
        && was.Words.Count <= 14
        && _now.Label is { Length: > 0 } label
        && label == was.Label
        && new Cues(PlainWords.Of(label), null) is var cues
        && cues.Has("Status")
        && !cues.Has("Other");

    // A stamp beside what stood there; a figure that gave way to another is none, unless the line was a stamp before.
    private static bool IsStampAdded(PageStatement was, List<PlainWord> inserted, Cues removed) =>
        PageStamps.IsOne(inserted)
        && !removed.Inserted.Any(Tells.Something)
        && (PageStamps.IsOne(was.Words) || !removed.Inserted.Any(word => word.IsFigure || word.IsDay));

    // Small words only, or a letter or two in long ones: the repair of a slip.
    private static bool IsTrivial(List<PlainWord> inserted, List<PlainWord> removed)
    {
        var (fresh, gone) = (inserted.Where(Weighs).ToList(), removed.Where(Weighs).ToList());
        if (fresh.Count != gone.Count)
            return fresh.Count + gone.Count == 0;
        return fresh.Zip(gone).All(pair => pair.First.Stem == pair.Second.Stem || IsSlip(pair.First.Form, pair.Second.Form));

        static bool Weighs(PlainWord word) =>
            !word.IsWord
            || Tells.Something(word)
            || Tells.ADate(word)
            || word.Form is "no" or "not" or "nor" or "never" or "none";
    }

    private static bool IsSlip(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < 5 || Math.Abs(a.Length - b.Length) > 1 || !char.IsLetter(a[0]) || !char.IsLetter(b[0]))
            return false;
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start])
            start++;
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        return start > 0 && Math.Max(a.Length, b.Length) - start - end <= 2;
    }
}
