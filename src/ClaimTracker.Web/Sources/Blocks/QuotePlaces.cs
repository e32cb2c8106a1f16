using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;

namespace ClaimTracker.Web.Sources.Blocks;

/// <summary>Where a quote stands on its page: found, as it is stored, and as it is compared.</summary>
internal static class QuotePlaces
{
    /// <summary>
    /// The places on what a server sent; refused with <c>unreadable</c> where that is no page that can be read.
    /// </summary>
    /// <param name="source">What came.</param>
    /// <param name="quote">The passage.</param>
    /// <param name="now">When it came.</param>
    public static Result<FoundPlaces> On(FetchedSource source, string quote, DateTime now) =>
        On(PageBlocks.Of(source), quote, now);

    /// <summary>The places on a page that was kept.</summary>
    public static Result<FoundPlaces> On(Snapshot kept, string quote, DateTime now) => On(PageBlocks.Of(kept), quote, now);

    private static Result<FoundPlaces> On(WatchedPage page, string quote, DateTime now) =>
        PageComparison.Places(quote, page, FoundPlaces.Most + 1) is not { } found
            ? new Refusal("unreadable", $"{page.Refused ?? "the page has too much text"}.")
            : new FoundPlaces
            {
                All = [.. found.Take(FoundPlaces.Most).Select(Stored)],
                ReadAt = now,
                HasMore = found.Count > FoundPlaces.Most,
            };

    /// <summary>
    /// A stored place as it is compared; null where its words are none of ours, as in an export that was written by hand.
    /// </summary>
    public static QuotePlace? Compared(QuotedPlace place) =>
        Enum.TryParse<BlockKind>(place.Block, out var kind) && Enum.TryParse<PageZone>(place.Zone, out var zone)
            ? new QuotePlace(place.Text, place.Prefix, place.Suffix, place.Position)
            {
                Sentence = place.Sentence,
                Heading = place.Heading,
                Date = place.Date,
                Kind = kind,
                Columns = place.Columns,
                Zone = zone,
            }
            : null;

    private static QuotedPlace Stored(QuotePlace place) =>
        new()
        {
            Text = place.Text,
            Prefix = place.Prefix,
            Suffix = place.Suffix,
            Position = place.Position,
            Sentence = place.Sentence,
            Block = place.Kind.ToString(),
            Zone = place.Zone.ToString(),
            Heading = place.Heading,
            Date = place.Date,
            Columns = place.Columns,
        };
}
