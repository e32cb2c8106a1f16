using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Watches;

/// <summary>How near to the passage something stands.</summary>
internal enum Nearness
{
    /// <summary>In its block, or where its note marks point.</summary>
    Same,

    /// <summary>In the block before or after.</summary>
    Beside,

    /// <summary>Above it, at the head of the page, before its text begins.</summary>
    Head,

    /// <summary>Above it in the text.</summary>
    Above,

    /// <summary>Elsewhere in the text.</summary>
    Text,

    /// <summary>Beside the text.</summary>
    Outside,
}

/// <summary>
/// Whether new words on a page speak of the passage, and against it. No cue decides alone: what is new is asked first what it
/// speaks of.
/// </summary>
internal sealed class Bearing
{
    // Figures of one thing at one time are seldom further apart than this.
    private const double FarthestFigure = 5;

    // From here on one figure is seldom another's by chance.
    private const double Known = 100;

    // A number below it may be any.
    private const double Telling = 10;

    private const int LongestField = 16;

    private readonly PageStatement _now;
    private readonly PageStatement? _was;
    private readonly PassageSubject _subject;
    private readonly Nearness _near;
    private readonly Cues _cues;
    private readonly List<string> _shared;
    private readonly List<string> _foreign;
    private readonly bool _isOfOther;

    private Bearing(PageStatement now, PageStatement? was, PassageSubject subject, Nearness near)
    {
        (_now, _was, _subject, _near) = (now, was, subject, near);
        _cues = new Cues(now.Words, was?.Words, now.Text);
        _shared = [.. now.Telling.Where(subject.Telling.Contains)];
        _foreign = _cues.Foreign(subject.All);
        // What the passage itself speaks of is no other matter of the page.
        _isOfOther = _cues.Within("Other").Any(stem => !subject.All.Contains(stem));
    }

    /// <summary>What a new or edited statement says of the passage, in words; null where it speaks of something else.</summary>
    public static string? Of(PageStatement now, PageStatement? was, PassageSubject subject, Nearness near)
    {
        var bearing = new Bearing(now, was, subject, near);
        return was is null ? bearing.OfNew() : bearing.OfEdit(was);
    }

    /// <summary>True where a statement that stood beside the passage and is gone spoke of it.</summary>
    public static bool SpokeOf(PageStatement gone, PassageSubject subject, Nearness near) =>
        near <= Nearness.Beside
        && new Bearing(gone, null, subject, near) is var bearing
        && (bearing.NamesIt(true) || (near == Nearness.Same && bearing._cues.OpensWithAnaphor));

    private bool IsLinks => _now.Block.Linked > 0.5;

    private bool IsText => _near < Nearness.Outside;

    private bool IsOther => _isOfOther && _shared.Count == 0 && !NamesIt(true) && !(_cues.HasNew("Strong") && NamesIt(false));

    private string? OfNew()
    {
        if (!IsLinks && GivesItsFigure() && (_cues.HasNew("Negation") || _cues.HasNew("Strong") || _cues.HasNew("Correction")))
            return "new words on the page speak of the passage's figure";
        if (_cues.Has("Invite") && _shared.Count < 2 && !(_shared.Count == 1 && _cues.HasBeside("Strong", "Invite")))
            return null;
        if (
            Reassurance.Says(_now)
            || ((OtherMatter.IsNamed(_now, _subject) || OtherMatter.IsOtherText(_now.Words)) && _shared.Count == 0)
        )
        {
            return null;
        }

        if (IsMarkedNotice)
            return "a box that the page sets apart as a notice speaks of the same";
        if (IsTagged || IsBareNotice || IsOwnWord)
            return "a notice on the page takes back what stands there";
        if (_cues.HasNew("Correction"))
        {
            if (CorrectsIt() || OtherFigure() is not null)
                return "a correction on the page speaks of the passage";
            // "Withdrawn, kept for the record": it is taken back first of all.
            if (!_cues.Leads("Strong") && !(_cues.Has("Retract") && NamesPage()))
                return null;
        }

        if (_cues.HasNew("Strong") && !IsOther && SpeaksOfIt())
            return "new words on the page speak against the passage";
        if (
            (IsText || _shared.Count >= 2)
            && !IsLinks
            && (_cues.Denies(_subject.Telling) || (_near <= Nearness.Head && _shared.Count > 0 && _cues.HasNew("Negation")))
        )
        {
            return "new words on the page deny what the passage speaks of";
        }

        if (IsText && !IsLinks && _subject.Figures.Count > 0 && _cues.PointsFrom("Figure"))
            return "a new notice speaks of the page's figures";
        if (IsBeside())
            return "new words right beside the passage speak of it";
        if (
            !IsLinks
            && !IsOther
            && _now.Block.Kind != BlockKind.Heading
            && _cues.Names("Self", true)
            && _subject.Figures.Count > 0
            && _cues.Has("Figure")
            && _near != Nearness.Text
        )
        {
            return "a new notice speaks of the page's figures";
        }

        if (OtherFigure() is { } figure)
            return $"the page also gives {figure}";
        if (IsText && !IsLinks && _cues.HasNew("Newer") && IsNewer())
            return "newer words on the page speak of the same";
        if (IsText && !IsLinks && _cues.HasNew("AsOf") && _near <= Nearness.Above && _foreign.Count <= 3)
            return "the page dates its figures anew";
        return IsText && !IsLinks && _now.Block.Kind != BlockKind.Caption && SaysAlike()
            ? "new words on the page speak of the same"
            : null;
    }

    // An edit: what was there already says nothing new.
    private string? OfEdit(PageStatement was)
    {
        var removed = new Cues(was.Words, _now.Words);
        var inserted = _cues.Inserted.ToList();
        if (IsTrivial(inserted, [.. removed.Inserted]))
            return null;
        if (IsStatus(was) && StatusField.IsOnlyDated(was, _now))
            return null;
        if (IsStatus(was))
            return "the state that the page gives reads differently";
        var turned = _cues.HasNew("Negation") != removed.HasNew("Negation");
        if (
            (_cues.HasNew("Strong") || turned)
            && !IsOther
            && (SpeaksOfIt() || (turned && _near <= Nearness.Beside && _foreign.Count <= 3))
        )
        {
            return "edited words on the page speak against the passage";
        }

        if (_cues.HasNew("Correction") && CorrectsIt())
            return "a correction on the page speaks of the passage";
        if (IsNoteAdded(inserted, removed) || EndsField(was))
            return "a notice on the page takes back what stands there";
        if (Unsays(was))
            return "what the page gave as the passage has it, it gives no longer";
        if (Renewed(was) is { } renewed)
            return $"the page gave the passage's figure, and gives {renewed} now";
        if (OtherFigure() is { } figure)
            return $"the page also gives {figure}";
        if (IsStamp(was))
            return null;
        var measures = _cues.HasNew("Scale") || removed.HasNew("Scale") || _cues.Has("AsOf");
        if (
            measures
            && IsText
            && (NamesIt(false) || (_near <= Nearness.Beside && (_shared.Count > 0 || _foreign.Count <= 3)) || _foreign.Count <= 2)
        )
        {
            return "what the page says of its figures reads differently";
        }

        if (IsText && !IsLinks && _near <= Nearness.Above && NamesIt(true) && !IsOther)
            return "what the page says of the passage reads differently";
        return
            IsText && !IsLinks && Restates(was) && (inserted.Exists(w => w.IsFigure || w.IsDay || Tells.Something(w)) || turned)
            ? "the same is said in other words elsewhere on the page"
            : null;
    }

    // What is said right behind or before a passage, and points at something, points at it.
    private bool IsBeside() =>
        IsText
        && !IsLinks
        && _near <= Nearness.Beside
        && !IsOther
        && _now.Block.Kind != BlockKind.Heading
        && (
            NamesIt(true)
            || _cues.OpensWithAnaphor
            || (_cues.EndsWithAnaphor && (_cues.HasNew("Negation") || _cues.HasNew("Strong")))
            || (_near == Nearness.Same && (NamesIt(false) || _cues.PointsAtSomething || _cues.Refers))
            || _shared.Exists(stem => !_subject.Persons.Contains(stem))
            || _subject.Names.Overlaps(_now.Telling)
            || (_now.Words.Count <= 4 && (_cues.HasNew("Negation") || _cues.HasNew("Strong")))
        );

    // "RETRACTED: …", "[Withdrawn] …": the word before the headline says it of all that follows.
    private bool IsTagged =>
        !IsLinks && _cues.Opens && (_now.Block is { Kind: BlockKind.Heading, Level: 1 } || _shared.Count > 0) && !_isOfOther;

    // Short, and nothing in it but a cue, the page's own name and a date.
    private bool IsBareNotice =>
        _was is null
        && !IsLinks
        && _now.Block.Zone is PageZone.Body or PageZone.Aside or PageZone.Frame
        && _foreign.Count == 0
        && !_isOfOther
        && (_cues.HasNew("Strong") || _cues.HasNew("Correction"))
        && !_now.Words.Exists(w => w.IsFigure && _now.Words.Count > 6)
        && (_now.Words.Count <= 12 || NamesPage());

    // "By Ann Lee, 3 May" that is "By Ann Lee, as of 8 June" now: the day of the page, which dated no figure before.
    private bool IsStamp(PageStatement was) =>
        was.Words.Exists(word => word.IsDay)
        && _now.Words.Exists(word => word.IsDay)
        && !new Cues(was.Words, null).Has("AsOf")
        && _now.Block.Group == 0
        && _now.Block.Kind is not (BlockKind.Caption or BlockKind.Heading)
        && !_now.Words.Exists(word => word.IsFigure)
        && _cues.Inserted.All(word => word.IsDay || !Tells.Something(word));

    // What a notice says of the text need have no word that takes anything back: "the driver has died".
    private bool IsMarkedNotice =>
        _now.Block.IsNotice
        && !IsLinks
        && !_isOfOther
        && !_cues.Has("Invite")
        && !OtherMatter.IsOtherText(_now.Words)
        && (_shared.Count > 0 || (_now.Telling.Overlaps(_subject.All) && !_foreign.Exists(_subject.Elsewhere.Contains)));

    // "We got that one wrong", "the editors ask readers to treat this with care": the page speaks for itself of what stands on
    // it.
    private bool IsOwnWord =>
        _was is null
        && !IsLinks
        && _now.Block.Zone is PageZone.Body or PageZone.Aside or PageZone.Frame
        && _now.Block.Group == 0
        && _now.Words.Exists(word => word.Form is "we" or "our" or "us" or "editors" or "readers")
        && (
            _cues.Has("Doubt")
            || (_cues.Has("Untrue") && !_isOfOther && _foreign.Count <= 2 && !_foreign.Exists(_subject.Elsewhere.Contains))
        );

    // "Ministry of Works, 3 May | Withdrawn 8 June": a line of the page's own that got nothing but a cue and a date.
    private bool IsNoteAdded(List<PlainWord> inserted, Cues removed) =>
        IsText
        && !IsLinks
        && _now.Block.Group == 0
        && _now.Words.Count <= LongestField
        && _cues.HasNew("Strong")
        && removed.Inserted.All(word => word.IsDay)
        && _foreign.TrueForAll(stem => !inserted.Exists(word => word.Stem == stem));

    // "Registration: granted" that is "Registration: cancelled" now, on a page about a registration.
    private bool EndsField(PageStatement was) =>
        IsText
        && _now.Label.Length > 0
        && _now.Label == was.Label
        && _now.Words.Count <= LongestField
        && _cues.HasNew("Strong")
        && PlainWords.Of(_now.Label).Exists(word => _subject.All.Contains(word.Stem));

    private bool NamesPage() => _cues.Names("Self", true) || (_cues.Names("Self", false) && _foreign.Count <= 3);

    private bool NamesIt(bool pointing) =>
        _cues.Names("Claim", pointing)
        || (_subject.Figures.Count > 0 && _cues.Names("Figure", pointing))
        || _cues.PointsAt(_subject.All);

    private bool SpeaksOfIt()
    {
        if (_shared.Count >= 2 || (_shared.Count == 1 && (_near <= Nearness.Beside || _subject.Telling.Count <= 3)))
            return true;
        if (IsLinks)
            return false;
        if (NamesPage() || _cues.PointsAt(_subject.All))
            return true;
        if (!IsText)
            return false;
        // What is said of one that the passage names, and takes something back.
        if (_was is null && _subject.Names.Overlaps(_now.Telling))
            return true;
        // At the head of a page a notice names what the page is about; in the passage's block and its notes "it" is the passage.
        if (_near == Nearness.Head && !_isOfOther && _now.Telling.Overlaps(_subject.All))
            return true;
        if (_near == Nearness.Same && (_cues.Refers || NoteSigns.IsNote(_now.Block)))
            return true;
        if (NamesIt(true) || (NamesIt(false) && (_foreign.Count <= 3 || _near <= Nearness.Beside)))
            return true;
        if (_near <= Nearness.Beside && !_isOfOther && _was is null && _now.Telling.Overlaps(_subject.All))
            return true;
        return _near <= Nearness.Beside
            && (_cues.OpensWithAnaphor || _cues.EndsWithAnaphor || (_near == Nearness.Same && _foreign.Count <= 4));
    }

    // The very figure of the passage, where it is one that cannot stand for anything.
    private bool GivesItsFigure() =>
        PassageSubject
            .FiguresOf(_now.Text)
            .Exists(given =>
                _subject.Figures.Any(ours =>
                    IsOne(ours.Quantity, given.Quantity) && ours.Quantity is { Value: >= Known or <= -Known }
                )
            );

    private bool CorrectsIt()
    {
        if (IsLinks)
            return _shared.Count > 0;
        if (_shared.Count > 0 || (_near == Nearness.Head && !_isOfOther && _now.Telling.Overlaps(_subject.All)))
            return true;
        if (_isOfOther)
            return false;
        if (!NamesIt(true) && _foreign.Exists(_subject.Elsewhere.Contains))
            return false;
        if (_subject.Figures.Count > 0 && (_cues.Has("Figure") || PassageSubject.FiguresOf(_now.Text).Exists(Alike)))
            return true;
        if (_subject.HasDay && _cues.Has("When") && _foreign.Count <= 2)
            return true;
        if (!_cues.Has("Self") && !_cues.Has("Strong") && _foreign.Count > 0)
            return false;
        // Of something else that stands elsewhere on the page, or of nothing that stands on it.
        return _foreign.Count <= 1 || (_foreign.Count <= 3 && _cues.Names("Self", true));
    }

    private bool IsNewer()
    {
        var figure = _now.Words.Exists(w => w.IsFigure);
        if (_shared.Count >= 2 && _cues.Has("Turned"))
            return true;
        if (
            _shared.Count >= 2
            && (_shared.Count >= 3 || !OtherNames())
            && (figure || _shared.Count * 3 >= _subject.Telling.Count)
        )
        {
            return true;
        }

        if (_cues.PointsAt(_subject.All) && _near <= Nearness.Above)
            return true;
        if (
            figure
            && _subject.Figures.Count > 0
            && _cues.Names("Figure", false)
            && (_foreign.Count <= 4 || _near <= Nearness.Beside)
        )
        {
            return true;
        }

        return _near <= Nearness.Beside && _cues.OpensWithAnaphor && (figure || _near == Nearness.Same);
    }

    private bool SaysAlike() =>
        _shared.Count >= 2
        && !OtherNames()
        && (
            _shared.Count * 5 >= _subject.Telling.Count * 2
            || (_near == Nearness.Same && _shared.Count * 3 >= _subject.Telling.Count)
        );

    private bool OtherNames()
    {
        var names = PassageSubject.NamesOf(_now.Words.Skip(1).Where(w => w.Capital));
        names.ExceptWith(_subject.All);
        return names.Count > 0 && _subject.Names.Count > 0 && !_subject.Names.Overlaps(_now.Telling);
    }

    // A figure for the same counted thing that is another.
    private string? OtherFigure()
    {
        if (_subject.Figures.Count == 0 || (IsLinks && !IsText) || _now.Block.Zone is PageZone.Advert or PageZone.Navigation)
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
        var named = NamesIt(false) || _cues.HasNew("Newer");
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

    // Half of what tells the passage from others stood in it: a standfirst, a headline, a summary.
    private bool Restates(PageStatement was) =>
        was.Telling.Count(_subject.Telling.Contains) * 2 >= _subject.Telling.Count
        && was.Telling.Count(_subject.Telling.Contains) >= 2;

    private bool IsStatus(PageStatement was) =>
        IsText
        && _now.Words.Count <= 14
        && was.Words.Count <= 14
        && _now.Label is { Length: > 0 } label
        && label == was.Label
        && new Cues(PlainWords.Of(label), null) is var cues
        && cues.Has("Status")
        && !cues.Has("Other");

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
