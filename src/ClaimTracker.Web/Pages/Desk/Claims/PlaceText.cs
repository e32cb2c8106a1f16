using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Where a quote stands on its page, in words for whoever adds it.</summary>
internal static class PlaceText
{
    /// <summary>Found, not found, or not looked for; empty for evidence without a page.</summary>
    /// <param name="evidence">What was added.</param>
    /// <param name="page">Its page, or why it could not be read; null where it has none.</param>
    public static string Of(Evidence evidence, Result<FetchedSource>? page)
    {
        if (evidence.Url is null || page is not { } answer) return "";
        if (answer is not { Value: { } fetched })
            return $" Whether the quote is on the page was not looked at: {answer.Refusal!.Message}";
        var read = PageBlocks.Of(fetched);
        if (read.Refused is { } why) return $" Whether the quote is on the page was not looked at: {why}.";
        return PageComparison.Place(evidence.Quote, read) is { } place
            ? $" The quote is on the page, {Where(place)}: “{place.Sentence}”"
            : " But the quote is not on the page as it reads now. Compare the wording; where it differs, withdraw this and add it as the page has it.";
    }

    private static string Where(QuotePlace place) =>
        Kind(place.Kind) + (place.Columns.Count > 0 ? $" with the columns {string.Join(", ", place.Columns.Select(column => $"“{column}”"))}" : "")
        + (place.Heading is null ? "" : $" under “{place.Heading}”") + (place.Zone == PageZone.Body ? "" : ", beside its text and not in it");

    private static string Kind(BlockKind kind) => kind switch
    {
        BlockKind.Heading => "in a heading",
        BlockKind.Item => "in an item of a list",
        BlockKind.Row => "in a row of a table",
        BlockKind.Caption => "in a caption",
        BlockKind.Field => "in a field",
        BlockKind.Quoted => "in a quotation",
        _ => "in a paragraph",
    };
}
