namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// New blocks that speak of the page's own text: "Staging copy: contents are sample text", "This was supplied by a client". What
/// they say of it is not asked, for nobody can list what a notice may say: that most of their words are about texts and how they
/// come about is enough.
/// </summary>
internal static class TextNotices
{
    private const int LongestNotice = 70;
    private const int FewestWords = 2;
    private const int LongestLabel = 40;

    private static readonly PhraseList List = new("notices.txt");

    /// <summary>True where a statement belongs to such a block.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="kept">The kept page.</param>
    /// <param name="s">A new statement.</param>
    /// <param name="subject">What the passage speaks of.</param>
    public static bool IsOne(PageStatements page, PageStatements kept, PageStatement s, PassageSubject subject)
    {
        if (s.Block.Linked > 0.5 || s.Block.Kind is BlockKind.Heading or BlockKind.Caption or BlockKind.Row)
            return false;
        if (s.Block.Zone is not (PageZone.Body or PageZone.Aside))
            return false;
        // A part of the page that reads otherwise is no notice.
        if (kept.GoneSection(s, page).Count > 0)
            return false;
        if (
            s.Block.Kind == BlockKind.Item
            && s.Text.Contains(':', StringComparison.Ordinal)
            && page.StandingIn(s.Block.Group, kept).Any()
        )
        {
            return false;
        }

        var block = page.BlockOf(s);
        if (!block.TrueForAll(one => kept.Lacks(one.Key)) || block.Sum(one => one.Words.Count) > LongestNotice)
            return false;
        if (
            s.Block.Heading is { } heading
            && heading.StartsWith("About ", StringComparison.OrdinalIgnoreCase)
            && kept.Lacks(KeptLook.HeadingKey(heading))
        )
        {
            return false;
        }

        return block.TrueForAll(one => !Serves(one) && !CorrectsOther(one)) && block.Exists(one => IsOfText(one, subject));
    }

    /// <summary>
    /// True where a statement belongs to a new block that was added to the text, or corrects, and that speaks of the passage
    /// somewhere.
    /// </summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="kept">The kept page.</param>
    /// <param name="s">A new statement.</param>
    /// <param name="subject">What the passage speaks of.</param>
    public static bool IsAddition(PageStatements page, PageStatements kept, PageStatement s, PassageSubject subject)
    {
        if (s.Block.Linked > 0.5 || s.Block.Zone is not (PageZone.Body or PageZone.Aside or PageZone.Frame))
            return false;
        var block = page.BlockOf(s);
        if (block[0] != s || !block.TrueForAll(one => kept.Lacks(one.Key)))
            return false;
        var cues = new Cues(s.Words, null);
        var isUnderCorrections =
            s.Block.Heading is { } heading
            && kept.Lacks(KeptLook.HeadingKey(heading))
            && new Cues(PlainWords.Of(heading), null) is var above
            && (above.Has("Correction") || above.Has("Strong"));
        var isLater = s.Words[0].IsDay || List.Find(s.Words).Exists(found => found is { Class: "Addition", Start: 0 });
        var isLabelled = isLater || (cues.Leads("Correction") && s.Text.AsSpan().IndexOfAny(":–—-") is > 0 and < LongestLabel);
        if (!isUnderCorrections && !cues.Has("Correction") && !isLater)
            return false;
        var isOurs = PassageSubject
            .NamesOf(s.Words.Skip(2).Where(word => word.Capital))
            .All(name => subject.All.Contains(name) || subject.Elsewhere.Contains(name));
        // A correction of what else the page says.
        if (
            cues.Has("Correction")
            && !s.Telling.Overlaps(subject.Telling)
            && cues.Foreign(subject.All).Exists(subject.Elsewhere.Contains)
        )
        {
            return false;
        }

        if (
            isLabelled
            && isOurs
            && !OtherMatter.IsOtherText(s.Words)
            && !cues.Has("Other")
            && (
                cues.Names("Claim", false)
                || cues.Names("Self", false)
                || (subject.Figures.Count > 0 && cues.Names("Figure", false))
            )
        )
        {
            return true;
        }

        if (isLater && !s.Words[0].IsDay && (cues.Has("Strong") || cues.Has("Negation")) && !cues.Has("Other") && isOurs)
            return true;
        if (
            isLabelled
            && isOurs
            && cues.Has("Correction")
            && s.Telling.Overlaps(subject.All)
            && !cues.Has("Other")
            && cues.Foreign(subject.All).Count <= 2
        )
        {
            return true;
        }
        // "Update, 9 p.m.: the driver has died"; a map or a quotation that was added is none.
        if (
            isLater
            && !s.Words[0].IsDay
            && isOurs
            && !cues.Has("Other")
            && !s.Words.Exists(word => word.Form == "added")
            && s.Telling.Overlaps(subject.All)
        )
        {
            return true;
        }

        return block.Exists(one =>
            (one.Telling.Overlaps(subject.Telling) || one.Telling.Overlaps(subject.Names))
            && !new Cues(one.Words, null).Has("Invite")
        );
    }

    private static bool Serves(PageStatement s) =>
        List.Find(s.Words).Exists(found => found.Class == "Service" || found is { Class: "Opening", Start: 0 });

    private static bool CorrectsOther(PageStatement s) =>
        new Cues(s.Words, null) is var cues && cues.Has("Correction") && cues.Has("Other") && !cues.Has("Retract");

    private static bool IsOfText(PageStatement s, PassageSubject subject)
    {
        var ofText = List.Find(s.Words)
            .Where(found => found.Class == "Text")
            .SelectMany(found => Enumerable.Range(found.Start, found.End - found.Start))
            .ToHashSet();
        var told = Enumerable.Range(0, s.Words.Count).Where(i => Tells.Something(s.Words[i])).ToList();
        var others = told.Where(i => !ofText.Contains(i) && !subject.All.Contains(s.Words[i].Stem))
            .Select(i => s.Words[i].Stem)
            .ToList();
        // What else the page speaks of has corrections of its own.
        if (others.Exists(subject.Elsewhere.Contains) && new Cues(s.Words, null).Has("Correction"))
            return false;
        if (OtherMatter.IsOtherText(s.Words) || OtherMatter.IsNamed(s, subject))
            return false;
        var about = told.Count(ofText.Contains);
        return about >= others.Count
            && (
                about >= FewestWords
                || (about > 0 && others.Count == 0 && s.Words.Exists(word => word.Form is "this" or "it" or "nothing"))
            );
    }
}
