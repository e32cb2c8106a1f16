using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Web.Reviews;

/// <summary>What a check is decided on: what looks met at each source, or which findings the page showed to a person.</summary>
internal static class LookPayload
{
    private const string LooksField = "looks";
    private const string AtField = "at";
    private const string FindingsField = "findings";

    /// <summary>What a re-check is started with, or a review that waits is told.</summary>
    /// <param name="outcome">What the looks give together.</param>
    /// <param name="looks">Each of them.</param>
    /// <param name="words">All of them in words.</param>
    /// <param name="by">In whose name they were made, or who asks for the re-check.</param>
    /// <param name="at">When the oldest was made; null where none verifies anything.</param>
    public static JsonObject Of(
        RecheckOutcome outcome,
        IEnumerable<SourceOutcome> looks,
        string words,
        string by,
        DateTime? at = null
    ) =>
        new()
        {
            [LookFields.Outcome] = outcome.ToString(),
            [LookFields.Words] = words,
            [LookFields.By] = by,
            [AtField] = at?.ToString("O", CultureInfo.InvariantCulture),
            [LooksField] = new JsonArray([
                .. looks.Select(look =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["evidence"] = look.Evidence.Id,
                            ["outcome"] = look.Outcome.ToString(),
                            ["words"] = look.Words,
                        }
                ),
            ]),
        };

    /// <summary>The looks at evidence of the claim; what names none of it is left out, and so was not looked at.</summary>
    public static IReadOnlyCollection<SourceOutcome> Looks(JsonNode? payload, Claim claim)
    {
        List<SourceOutcome> looks = [];
        foreach (var look in (payload?[LooksField] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (
                claim.Evidence.Find(e => e.Id == look["evidence"]?.GetValue<long>()) is { } evidence
                && Enum.TryParse<RecheckOutcome>(look["outcome"]?.GetValue<string>(), out var outcome)
            )
            {
                looks.Add(new SourceOutcome(evidence, outcome, look["words"]?.GetValue<string>() ?? ""));
            }
        }

        return looks;
    }

    /// <summary>All looks in words, or null.</summary>
    public static string? Words(JsonNode? payload) =>
        payload is JsonObject found ? PayloadNote.Text(found, LookFields.Words) : null;

    /// <summary>In whose name they were made; null where nobody says.</summary>
    public static string? By(JsonNode? payload) => payload is JsonObject found ? PayloadNote.Text(found, LookFields.By) : null;

    /// <summary>When the oldest was made, where they verify something.</summary>
    public static DateTime? At(JsonNode? payload) =>
        payload is JsonObject found
        && PayloadNote.Text(found, AtField) is { } at
        && DateTime.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? instant
            : null;

    /// <summary>Notes in a payload which findings a person was shown; they stand there as text, with commas between.</summary>
    public static void AddFindings(JsonObject payload, string? shown)
    {
        var ids = (shown ?? "")
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(id => long.TryParse(id, out var number) ? number : 0)
            .Where(id => id > 0)
            .Select(id => (JsonNode)id);
        payload[FindingsField] = new JsonArray([.. ids]);
    }

    /// <summary>The findings that a person was shown.</summary>
    public static IReadOnlyCollection<long> Findings(JsonNode? payload) =>
        [
            .. (payload?[FindingsField] as JsonArray ?? [])
                .OfType<JsonValue>()
                .Select(id => id.TryGetValue<long>(out var number) ? number : 0),
        ];
}
