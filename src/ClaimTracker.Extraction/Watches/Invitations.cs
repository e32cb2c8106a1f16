namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// What a page puts between its sentences for the visitor: the box of a newsletter, a poll, the caption of a picture. It speaks
/// of nothing beside it, unless it says something that could take back or renew what stands there.
/// </summary>
internal static class Invitations
{
    private const int FewWords = 6;

    private static readonly HashSet<string> Answers = ["yes", "no", "maybe", "do", "not", "know", "dont", "unsure"];

    /// <summary>True for a question to the visitor, the answers that are offered, and what a picture shows.</summary>
    public static bool IsIdle(PageStatement s)
    {
        if (
            s.Words.Count <= FewWords
            && s.Words.TrueForAll(word => Answers.Contains(word.Form))
            && s.Words.Exists(word => word.Form == "yes")
        )
        {
            return true;
        }

        if (IsToolbar(s))
            return true;
        // The caption of a picture; a table's has a group.
        if (s.Block is { Kind: BlockKind.Caption, Group: 0 })
            return !Speaks(s);
        return s.Text.AsSpan().TrimEnd("\"'”’»)] ").EndsWith("?", StringComparison.Ordinal)
            && s.Words.Exists(word => word.Form is "you" or "your")
            && !Speaks(s);
    }

    // "Print · Larger text · Svenska": no sentence, no value of anything.
    private static bool IsToolbar(PageStatement s) =>
        s.Block.Kind != BlockKind.Row
        && s.Text.Count(c => c is '·' or '•' or '|') >= 2
        && s.Text.AsSpan().IndexOfAny(".;!?") < 0
        && !TakesBack(s)
        && !s.Words.Exists(word => word.IsFigure || word.Form is "no" or "not" or "never");

    /// <summary>True for the sentences of a new block that invites the visitor, but those that say more.</summary>
    /// <param name="page">The page as it stands.</param>
    /// <param name="kept">The kept page.</param>
    /// <param name="s">A new statement.</param>
    public static bool StandApart(PageStatements page, PageStatements kept, PageStatement s)
    {
        if (Speaks(s))
            return false;
        return page.BlockOf(s).TrueForAll(one => kept.Lacks(one.Key)) && Invites(page, s);
    }

    /// <summary>True where a sentence of its block invites the visitor.</summary>
    public static bool Invites(PageStatements page, PageStatement s) =>
        page.BlockOf(s).Exists(one => new Cues(one.Words, null).Has("Invite") || IsIdle(one));

    /// <summary>True where it could take back what stands beside it.</summary>
    public static bool TakesBack(PageStatement s) =>
        new Cues(s.Words, null) is var cues && (cues.Has("Strong") || cues.Has("Correction"));

    private static bool Speaks(PageStatement s) =>
        TakesBack(s)
        || (new Cues(s.Words, null) is var cues && (cues.Has("Negation") || cues.Has("Newer")))
        || s.Words.Skip(IsNumbered(s) ? 2 : 0).Any(word => word.IsFigure);

    // "Figure 2. Moths by month".
    private static bool IsNumbered(PageStatement s) =>
        s.Block.Kind == BlockKind.Caption
        && s.Words is [{ Form: "figure" or "fig" or "picture" or "photo" or "map" or "chart" }, ..];
}
