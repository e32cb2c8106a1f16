using ClaimTracker.Domain;
using ClaimTracker.Extraction.Watches;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Where a quote stands on its page, in words for whoever adds it and for whoever confirms it.</summary>
internal static class PlaceText
{
    /// <summary>Found, not found, or not looked for; empty for evidence without a page.</summary>
    /// <param name="evidence">What was added.</param>
    /// <param name="page">The places on its page, or why it could not be read; null where it has none.</param>
    public static string Of(Evidence evidence, Result<FoundPlaces>? page)
    {
        if (evidence.Url is null || page is not { } answer)
            return "";
        if (answer is not { Value: { } places })
            return $" Whether the quote is on the page was not looked at: {answer.Refusal!.Message}";
        return places.All switch
        {
            [] =>
                " But the quote is not on the page as it reads now. Compare the wording; where it differs, withdraw this and add it as the page has it.",
            [var only] => $" The quote is on the page, {Where(only)}: “{only.Sentence}” Confirm the place below.",
            [var first, ..] =>
                $" The quote stands at several places on the page, first {Where(first)}. Choose the right one below.",
        };
    }

    /// <summary>"in a paragraph under “Tuesday” (the line with a day above it: “12 May 2026”)".</summary>
    public static string Where(QuotedPlace place) =>
        (QuotePlaces.Compared(place) is { } known ? PlaceWords.Of(known) : "at a place that this version does not know")
        + (place.Date is { } date && date != place.Heading ? $" (the line with a day above it: “{date}”)" : "");
}
