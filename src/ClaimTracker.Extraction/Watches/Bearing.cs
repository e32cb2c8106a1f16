namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Whether new words on a page speak of the passage, and against it. No cue decides alone: what is new is asked first what it
/// speaks of.
/// </summary>
internal sealed partial class Bearing
{
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
        _isOfOther = _cues.Others.Any(stem => !subject.All.Contains(stem));
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
        if (
            !IsLinks
            && GivesItsFigure()
            && (
                (_now.Block.IsNotice && !_subject.IsNotice)
                || _cues.HasNew("Negation")
                || _cues.HasNew("Strong")
                || _cues.HasNew("Correction")
            )
        )
        {
            return "new words on the page speak of the passage's figure";
        }
        if (_cues.Has("Invite") && _shared.Count < 2 && !(_shared.Count == 1 && _cues.HasBeside("Strong", "Invite")))
            return null;
        if (
            Reassurance.Says(_now)
            || ((OtherMatter.IsNamed(_now, _subject) || OtherMatter.IsOtherText(_now.Words)) && _shared.Count == 0)
        )
        {
            return null;
        }

        if (IsText && !IsLinks && CountsSameHarm())
            return "new words on the page count who came to harm";
        if (IsText && _subject.DeniesHarm && _cues.Has("Harm") && !_cues.Has("Negation"))
            return "new words on the page speak of harm, which the passage denies";
        if (IsMarkedNotice)
            return "a box that the page sets apart as a notice speaks of the same";
        if (IsTagged || IsBareNotice || IsStateAbove || IsOwnWord)
            return "a notice on the page takes back what stands there";
        if (_cues.HasNew("Correction"))
        {
            if (CorrectsIt() || OtherFigure() is not null)
                return "a correction on the page speaks of the passage";
            // "Withdrawn, kept for the record": it is taken back first of all.
            if (!_cues.Leads("Strong") && !(_cues.Has("Retract") && NamesPage()))
            {
                return _near == Nearness.Same && _cues.Refers && !_isOfOther
                    ? "new words right beside the passage correct it"
                    : null;
            }
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
        if (IsTrivial(inserted, [.. removed.Inserted]) || IsStampAdded(was, inserted, removed))
            return null;
        if (IsStatus(was) && StatusField.IsOnlyDated(was, _now))
            return null;
        if (IsStatus(was))
            return "the state that the page gives reads differently";
        if (RowFigure(was) is { } given)
            return $"the row of what the passage names gives “{given}” now";
        if (IsFact(was))
            return "a fact that the page gives by name reads differently";
        var turned = _cues.HasNew("Negation") != removed.HasNew("Negation");
        if (
            (_cues.HasNew("Strong") || turned)
            && !IsOther
            && (SpeaksOfIt() || (turned && _near <= Nearness.Beside && _foreign.Count <= 3 && (_cues.Refers || was.Index == 0)))
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
            return IsOfItsNumber;
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
            && (
                _cues.OpensWithAnaphor
                || _cues.EndsWithAnaphor
                || PointsShortly
                || (_near == Nearness.Same && _foreign.Count <= 4 && (_was is null || _cues.Refers))
            );
    }

    // "The hospital disputes this and speaks of 29": a new sentence right behind that says little but that.
    private bool PointsShortly => _was is null && _foreign.Count <= 3 && _now.Words.Exists(word => word.Form is "this" or "that");

    // "Rescuers recovered 17 more bodies overnight", "sixty dead by now"; another place's is another count.
    private bool CountsSameHarm() =>
        _subject.CountsHarm
        && _cues.Has("Harm")
        && _now.Words.Exists(word => word.IsFigure)
        && !OtherNames()
        && (_near <= Nearness.Beside || _now.Words.Exists(word => word.Form is "more" or "another" or "further" or "now"));

    // "The Route 12 bridge no longer serves": a box beside the text that has the passage's name and its number.
    private bool IsOfItsNumber =>
        _now.Block.Zone == PageZone.Aside
        && _subject.Names.Overlaps(_now.Telling)
        && _now.Words.Exists(word => word.IsFigure && _subject.Values.Contains(word.Form));

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
        && !IsLabelledOtherwise()
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

    // Half of what tells the passage from others stood in it: a standfirst, a headline, a summary.
    private bool Restates(PageStatement was) =>
        was.Telling.Count(_subject.Telling.Contains) * 2 >= _subject.Telling.Count
        && was.Telling.Count(_subject.Telling.Contains) >= 2;
}
