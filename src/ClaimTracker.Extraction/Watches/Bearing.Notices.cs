namespace ClaimTracker.Extraction.Watches;

// What the page says of itself: a notice, a note, a correction.
internal sealed partial class Bearing
{
    private const int FewestForeign = 3;
    private const int ShortLine = 10;

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

    // "Annulled by the assembly, 3 May": a short new line above the passage that opens with what takes it back.
    private bool IsStateAbove =>
        _was is null
        && IsText
        && !IsLinks
        && !_isOfOther
        && _near is Nearness.Head or Nearness.Beside
        && _now.Block is { Kind: BlockKind.Paragraph or BlockKind.Field, Zone: PageZone.Body, Group: 0 }
        && _now.Words.Count <= ShortLine
        && _cues.Leads("Strong")
        && !_foreign.Exists(_subject.Elsewhere.Contains)
        && !OtherMatter.IsOtherText(_now.Words);

    // What a notice says of the text need have no word that takes anything back: "the driver has died".
    private bool IsMarkedNotice =>
        _now.Block.IsNotice
        && !_subject.IsNotice
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

    private bool NamesPage() => _cues.Names("Self", true) || (_cues.Names("Self", false) && _foreign.Count <= 3);

    private bool CorrectsIt()
    {
        if (IsLinks)
            return _shared.Count > 0;
        if (_shared.Count > 0 || (_near == Nearness.Head && !_isOfOther && _now.Telling.Overlaps(_subject.All)))
            return true;
        if (_isOfOther || IsOfNothingHere())
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

    // "Correction: the chess column of last week had White to move": nothing that it names stands on the page.
    private bool IsOfNothingHere() =>
        _near >= Nearness.Text
        && _foreign.Count >= FewestForeign
        && !NamesPage()
        && !_now.Telling.Overlaps(_subject.All)
        && !_foreign.Exists(_subject.Elsewhere.Contains);
}
