using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>One checkable statement of a sentence. <c>missing</c> names what its wording leaves open.</summary>
internal sealed record ClaimReadingJson(
    int Start,
    int End,
    string Text,
    string Kind,
    string Canonical,
    bool StandsAlone,
    IReadOnlyList<string> Missing,
    string? Place,
    IReadOnlyList<TimeJson> Times,
    IReadOnlyList<QuantityJson> Quantities,
    AttributionJson? Attribution,
    IReadOnlyList<string> Reasons
)
{
    public static ClaimReadingJson Of(ClaimReading claim, string text) =>
        new(
            claim.Span.Start,
            claim.Span.End,
            claim.Span.Of(text),
            claim.Kind,
            claim.Canonical,
            claim.StandsAlone,
            [.. claim.Missing.Select(Named)],
            claim.Place,
            [.. claim.Times.Select(time => TimeJson.Of(time, text))],
            [.. claim.Quantities.Select(quantity => QuantityJson.Of(quantity, text))],
            AttributionJson.Of(claim.Attribution),
            claim.Reasons
        );

    private static string Named(MissingPart part) =>
        part switch
        {
            MissingPart.Who => "who",
            MissingPart.What => "what",
            MissingPart.Where => "where",
            MissingPart.When => "when",
            MissingPart.OfWhat => "of-what",
            _ => throw new InvalidOperationException($"The missing part {part} has no name."),
        };
}
