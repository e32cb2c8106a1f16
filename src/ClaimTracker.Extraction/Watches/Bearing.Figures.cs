using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Watches;

// What a statement gives for a figure or a day of the passage.
internal sealed partial class Bearing
{
    // Figures of one thing at one time are seldom further apart than this.
    private const double FarthestFigure = 5;

    // From here on one figure is seldom another's by chance.
    private const double Known = 100;

    // What stands before a colon.
    private const int LongestHead = 60;

    private static readonly string[] OfOwn = ["Newer", "AsOf", "Correction", "Strong", "Self", "Figure", "When", "Status"];

    // A number below it may be any.
    private const double Telling = 10;

    // The very figure of the passage, where it is one that cannot stand for anything.
    private bool GivesItsFigure() =>
        PassageSubject
            .FiguresOf(_now.Text)
            .Exists(given =>
                _subject.Figures.Any(ours =>
                    IsOne(ours.Quantity, given.Quantity) && ours.Quantity is { Value: >= Known or <= -Known }
                )
            );

    // A figure for the same counted thing that is another.
    private string? OtherFigure()
    {
        if (_subject.Figures.Count == 0 || (IsLinks && !IsText) || _now.Block.Zone is PageZone.Advert or PageZone.Navigation)
            return null;
        if (_was is null && IsLabelledOtherwise())
            return null;
        // A figure that was another when the page was kept is another's.
        if (
            _was is not null
            && !PassageSubject
                .FiguresOf(_was.Text)
                .Exists(old =>
                    _subject.Figures.Any(ours => SameThing(ours.Quantity, old.Quantity) && SameValue(ours.Quantity, old.Quantity))
                )
        )
        {
            return null;
        }

        foreach (var (quantity, text) in PassageSubject.FiguresOf(_now.Text))
        {
            if (_subject.Figures.Any(ours => IsOne(ours.Quantity, quantity)))
                continue;
            if (_was is not null && !_cues.Inserted.Any(w => w.IsFigure && quantity.Span.Overlaps(w.Span)))
                continue;
            foreach (var (ours, _) in _subject.Figures)
            {
                if (SameThing(ours, quantity) && IsOtherValue(ours, quantity) && SameMatter(ours, quantity))
                    return $"“{text}”";
            }
        }

        return null;
    }

    // "Fountain in the square: 90 germs": a line that names at its head what it counts, and names nothing of the passage there.
    private bool IsLabelledOtherwise()
    {
        var colon = _now.Text.IndexOf(':', StringComparison.Ordinal);
        if (colon is <= 0 or > LongestHead || _near == Nearness.Same)
            return false;
        var label = PlainWords.Of(_now.Text[..colon]);
        var told = label.Where(Tells.Something).ToList();
        return told.Count > 0
            && !told.Exists(word => _subject.All.Contains(word.Stem))
            && new Cues(label, null) is var cues
            && !OfOwn.Any(cues.Has);
    }

    // A row or line that gave the very figure of the passage, and gives another: what it is the figure of need not be said again.
    private string? Renewed(PageStatement was)
    {
        if (IsLinks || _now.Block.Zone is not (PageZone.Body or PageZone.Aside))
            return null;
        var (old, fresh) = (PassageSubject.FiguresOf(was.Text), PassageSubject.FiguresOf(_now.Text));
        if (OtherDay(was) is { } day)
            return $"“{day}”";
        foreach (
            var (ours, _) in _subject.Figures.Where(ours =>
                ours.Quantity is { Unit: not null } or { Value: >= Telling or <= -Telling }
            )
        )
        {
            if (!old.Exists(one => IsOne(one.Quantity, ours)) || fresh.Exists(one => IsOne(one.Quantity, ours)))
                continue;
            if (
                fresh.Find(one => one.Quantity.Unit == ours.Unit && !old.Exists(had => IsOne(had.Quantity, one.Quantity))) is
                { Text: { } text }
            )
            {
                return $"“{text}”";
            }
        }

        return null;
    }

    // However it is hedged, and whatever it counts.
    private static bool IsOne(Quantity a, Quantity b) => (a.Value, a.Unit) == (b.Value, b.Unit);

    private string? OtherDay(PageStatement was)
    {
        var days = _now.Words.Where(word => word.IsDay).ToList();
        var gone = was.Words.Exists(word =>
            word.IsDay && _subject.Values.Contains(word.Form) && !days.Exists(day => day.Form == word.Form)
        );
        return gone && days.Find(day => !was.Words.Exists(word => word.Form == day.Form)) is { Form: not null } other
            ? other.Span.Of(_now.Text)
            : null;
    }

    private bool SameMatter(Quantity ours, Quantity other)
    {
        var counted = CountedStems(ours);
        var beside = _shared
            .Concat(_subject.Names.Where(_now.Telling.Contains))
            .Distinct()
            .Count(stem => !counted.Contains(stem));
        if (IsText)
            beside += _now.Words.Count(word => _subject.Values.Contains(word.Form));
        var close = ours.Value is { } a && other.Value is { } b && a != 0 && b / a is > 1 / FarthestFigure and < FarthestFigure;
        var named = NamesIt(false) || _cues.HasNew("Newer") || IsHeadedAsNewer();
        if (OtherNames() && beside < 2)
            return false;
        if (close && _cues.HasNew("Correction") && _cues.HasNew("Strong"))
            return true;
        if (close && IsText && _cues.HasNew("AsOf") && counted.Overlaps(_now.Telling))
            return true;
        return (close && _near == Nearness.Same)
            || (
                close
                && (
                    beside >= (ours.Unit is null ? 1 : 2)
                    || (named && NamesIt(true) && IsText)
                    || (_cues.HasNew("Correction") && NamesIt(false))
                    || (named && _near == Nearness.Head)
                )
            )
            || (beside >= 2 && beside * 2 >= _subject.Telling.Count - counted.Count)
            || (named && beside >= 1 && IsText);
    }

    // "Updated figures" above a box of one sentence: what it gives is the figure.
    private bool IsHeadedAsNewer() =>
        _near <= Nearness.Beside
        && _now.Block.Heading is { } heading
        && new Cues(PlainWords.Of(heading), null) is var cues
        && cues.Has("Newer")
        && cues.Has("Figure");

    private bool SameThing(Quantity ours, Quantity other) =>
        ours.Unit == other.Unit
        && (
            ours.Unit is not null
            || ours.Counted is null
            || other.Counted is null
            || CountedStems(ours).Overlaps(CountedStems(other))
            || _subject.All.Overlaps(CountedStems(other))
        );

    private bool Alike((Quantity Quantity, string Text) figure) =>
        _subject.Figures.Any(ours =>
            SameThing(ours.Quantity, figure.Quantity)
            && (ours.Quantity.Value == figure.Quantity.Value || ours.Quantity.Counted is not null)
        );

    // "Some 300" and "300" are one figure here, "more than 300" and "fewer than 300" are not.
    private static bool IsOtherValue(Quantity ours, Quantity other) =>
        ours.Value != other.Value || (ours.Low is null != other.Low is null && ours.High is null != other.High is null);

    internal static bool SameValue(Quantity a, Quantity b) =>
        (a.Value, a.Low, a.High, a.Comparator, a.Unit) == (b.Value, b.Low, b.High, b.Comparator, b.Unit);

    private static HashSet<string> CountedStems(Quantity quantity) =>
        quantity.Counted is { } counted ? [.. PlainWords.Of(counted).Where(Tells.Something).Select(w => w.Stem)] : [];
}
