namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Tells a bare list of headlines, a section's front, from a text: lines of some words each that end in no mark of a sentence,
/// each for itself. Where an article stood it is no article that lost its passage.
/// </summary>
internal static class HeadlineList
{
    private const int Fewest = 4;
    private const int ShortestHeadline = 4;
    private const int LongestHeadline = 20;
    private const int SentencesOfText = 2;
    private const double NewForm = 0.4;

    /// <summary>True where the kept page was a text and the page that came is headlines and next to nothing else.</summary>
    /// <param name="kept">The page as it was kept.</param>
    /// <param name="now">The page that came.</param>
    /// <param name="passage">The statements of the passage: a line that may be its new form is no headline of something
    /// else.</param>
    public static bool Replaces(PageStatements kept, PageStatements now, IReadOnlyList<PageStatement> passage)
    {
        if (kept.All.Count(IsSentence) < SentencesOfText || passage.Any(s => s.Block.Kind == BlockKind.Item && !EndsSentence(s)))
            return false;
        var shown = now.All.Where(IsText).ToList();
        if (shown.Exists(s => s.Block.Kind is BlockKind.Row or BlockKind.Field))
            return false;
        var (headlines, sentences) = (shown.Count(IsHeadline), shown.Count(IsSentence));
        return headlines >= Fewest
            && sentences * 4 <= headlines
            && !shown.Exists(TakesPageBack)
            && !shown.Exists(s => passage.Any(part => PagePairing.Likeness(s, part) >= NewForm));
    }

    private static bool IsText(PageStatement s) =>
        s.Block.Zone is PageZone.Body or PageZone.Aside or PageZone.Teaser && s.Words.Count > 0;

    private static bool IsHeadline(PageStatement s) =>
        s.Span.Length == s.Block.Text.Length
        && s.Words.Count is >= ShortestHeadline and <= LongestHeadline
        && !EndsSentence(s)
        && !s.Text.TrimEnd().EndsWith(':');

    private static bool IsSentence(PageStatement s) =>
        s.Block.Zone == PageZone.Body && s.Words.Count >= ShortestHeadline && EndsSentence(s);

    // A question is a headline as often as not.
    private static bool EndsSentence(PageStatement s) =>
        s.Text.AsSpan().TrimEnd("\"'”’»)] ") is [.., '.' or '!' or '…' or '。' or '।'];

    // "This article has been removed", "WITHDRAWN": that speaks for the page, whatever else it invites to.
    private static bool TakesPageBack(PageStatement s) =>
        new Cues(s.Words, null) is var cues
        && (cues.Has("Strong") || cues.Has("Correction"))
        && (
            s.Words.Count < ShortestHeadline
            || (
                s.Words.Exists(word => word.Form is "this" or "these" or "our")
                && (cues.Names("Self", true) || cues.Names("Claim", true))
            )
        );
}
