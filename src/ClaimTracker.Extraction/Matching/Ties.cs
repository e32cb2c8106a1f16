namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// What a small word means where it stands: "by 5 percent", "for three weeks" say no more than the bare figure.
/// </summary>
internal static class Ties
{
    /// <summary>The link that it makes of what follows; empty where it makes none.</summary>
    /// <param name="pieces">The statement.</param>
    /// <param name="at">Where the small word stands; something follows it.</param>
    /// <param name="link">What it means by itself.</param>
    /// <param name="passive">True where "by" may name who did it.</param>
    /// <param name="before">The link right before it, of which nothing was said yet.</param>
    public static string Meaning(List<Piece> pieces, int at, string link, bool passive, string before)
    {
        var next = pieces[at + 1];
        var doers = passive && next.Counts && pieces[at + 2] is { IsWord: true, Plain: not ("votes" or "points" or "seats") };
        if (link == "by" && next.Kind == PieceKind.Figure && !doers)
            return "";
        if ((link == "for" && next.IsSpan) || (pieces[at].Plain == "at" && IsAge(pieces, at + 1)))
            return "";
        // "To close" is no direction.
        if (link == "to" && next is { IsWord: true, Name: false } && VerbForms.IsPresent(next.Plain) && !next.Plain.EndsWith('s'))
            return "to-do";
        // "Higher in Kent than in Essex": what is compared keeps its side.
        return before is "than" or "as" ? $"{before} {link}" : link;
    }

    // "At the age of 91" is "aged 91".
    private static bool IsAge(List<Piece> pieces, int at) =>
        pieces[SmallWords.IsArticle(pieces[at].Plain) ? at + 1 : at] is { Kind: PieceKind.Figure } figure
        && figure.Text.StartsWith("age of", StringComparison.OrdinalIgnoreCase);
}
