using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Says whether a passage still stands in its place on a page, asserted, with nothing nearer to today that says otherwise. The
/// page is compared with the page as it was kept, part by part. What is not certain is not <see cref="LookOutcome.Unchanged"/>.
/// </summary>
public static class PageComparison
{
    /// <summary>Longest text that is compared, in UTF-16 code units.</summary>
    public const int LongestText = 2_000_000;

    private const double Shrunk = 0.3;
    private const int Several = 3;

    /// <summary>Compares. Deterministic; what cannot be read or is too long is <see cref="LookOutcome.Unreadable"/>.</summary>
    /// <param name="quote">The passage as it was quoted; omissions ("…", "[…]") and insertions in brackets are left out of
    /// account.</param>
    /// <param name="kept">The page as it was kept with the quote; null where none was kept.</param>
    /// <param name="page">The page as it stands.</param>
    /// <param name="confirmed">The place that a person confirmed; null where nobody did, then the likeliest is taken.</param>
    public static PageLook Look(string quote, WatchedPage? kept, WatchedPage page, QuotePlace? confirmed = null)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(page);
        if (Refusal(page) is { } refusal)
            return Unread(quote, refusal);
        quote = ComposedText.Of(quote);
        var now = PageView.Of(page);
        var before = kept is null || Refusal(kept) is not null ? null : PageView.Of(kept);
        if (before?.Shown.Find(quote) is not { Count: > 0 } places)
            return new UnkeptLook(quote, now, before).Look();
        now = now with { Shown = SentenceBounds.Like(before.Shown, now.Shown) };
        var known = confirmed is null ? null : PassagePlace.Confirmed(places, before.Shown, confirmed);
        return new KeptLook(quote, before, known ?? PassagePlace.Choose(places)!, now, known is not null).Look();
    }

    /// <summary>
    /// Where a quote stands on a page, the likeliest place first; none where it is not there, null where the page cannot be read.
    /// </summary>
    /// <param name="quote">The passage as it was quoted.</param>
    /// <param name="page">The page that is about to be kept.</param>
    /// <param name="atMost">As many places are given.</param>
    public static IReadOnlyList<QuotePlace>? Places(string quote, WatchedPage page, int atMost)
    {
        ArgumentNullException.ThrowIfNull(quote);
        ArgumentNullException.ThrowIfNull(page);
        if (Refusal(page) is not null)
            return null;
        var shown = PageView.Of(page).Shown;
        return
        [
            .. PassagePlace
                .InOrder(shown.Find(ComposedText.Of(quote)))
                .Take(atMost)
                .Select(place => QuotePlace.Of(shown, place) with { Date = QuotePlace.DateAbove(shown, place) }),
        ];
    }

    private static string? Refusal(WatchedPage page) =>
        page.Refused
        ?? (
            page.Blocks.Sum(block => (long)block.Text.Length) > LongestText
                ? $"the page has more than {LongestText:N0} characters of text, too many to compare"
                : null
        );

    private static PageLook Unread(string quote, string why) =>
        new(LookOutcome.Unreadable, quote, null, why, [new LookPart("page", false, null, why)], []);

    internal static bool IsShrunk(WallCheck wall) => wall.Others >= Several && wall.Share < Shrunk;
}
