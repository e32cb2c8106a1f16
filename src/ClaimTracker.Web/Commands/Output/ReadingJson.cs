using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>What <c>read</c> prints of one article. <c>text</c> is there where a page was read: offsets point into it.</summary>
internal sealed record ReadingJson(
    JsonElement Id,
    string? Title,
    DateOnly? PublishedAt,
    string? Language,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    IReadOnlyList<SentenceJson> Sentences
);

/// <summary>
/// What was found in one sentence. <c>kind</c> and <c>canonical</c> are those of the first claim, null where there is none.
/// </summary>
internal sealed record SentenceJson(
    int Start,
    int End,
    string Text,
    double Score,
    bool Claim,
    string? Kind,
    IReadOnlyList<QuantityJson> Quantities,
    IReadOnlyList<TimeJson> Times,
    AttributionJson? Attribution,
    IReadOnlyList<string> Hedges,
    bool Negated,
    IReadOnlyList<string> Reasons,
    string? Canonical,
    IReadOnlyList<ClaimReadingJson> Claims
)
{
    public static SentenceJson Of(SentenceReading sentence, string text) =>
        new(
            sentence.Span.Start,
            sentence.Span.End,
            sentence.Span.Of(text),
            Math.Round(sentence.Score, 4),
            sentence.Claims.Count > 0,
            sentence.Claims.Count > 0 ? sentence.Claims[0].Kind : null,
            [.. sentence.Quantities.Select(quantity => QuantityJson.Of(quantity, text))],
            [.. sentence.Times.Select(time => TimeJson.Of(time, text))],
            AttributionJson.Of(sentence.Attribution),
            [.. sentence.Hedges.Select(hedge => hedge.Of(text))],
            sentence.Negated,
            sentence.Reasons,
            sentence.Claims.Count > 0 ? sentence.Claims[0].Canonical : null,
            [.. sentence.Claims.Select(claim => ClaimReadingJson.Of(claim, text))]
        );
}
