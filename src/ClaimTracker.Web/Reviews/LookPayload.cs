using System.Text.Json.Nodes;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Reviews;

/// <summary>What a decision about a check brings: what a job saw at each source, or which findings the page showed to a person.</summary>
internal static class LookPayload
{
    private const string LooksField = "looks";
    private const string FindingsField = "findings";

    /// <summary>A job's looks at sources, with all of them in words.</summary>
    public static JsonObject Of(IEnumerable<SourceOutcome> looks, string words) => new()
    {
        ["finding"] = words,
        [LooksField] = new JsonArray([.. looks.Select(look => (JsonNode)new JsonObject
        {
            ["evidence"] = look.Evidence.Id,
            ["outcome"] = look.Outcome.ToString(),
            ["words"] = look.Words,
        })]),
    };

    /// <summary>The looks at evidence of the claim; what names none of it is left out, and so was not looked at.</summary>
    public static IReadOnlyCollection<SourceOutcome> Looks(JsonNode? payload, Claim claim)
    {
        List<SourceOutcome> looks = [];
        foreach (var look in (payload?[LooksField] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (claim.Evidence.Find(e => e.Id == look["evidence"]?.GetValue<long>()) is { } evidence
                && Enum.TryParse<RecheckOutcome>(look["outcome"]?.GetValue<string>(), out var outcome))
                looks.Add(new SourceOutcome(evidence, outcome, look["words"]?.GetValue<string>() ?? ""));
        }

        return looks;
    }

    /// <summary>All looks in words, or null.</summary>
    public static string? Words(JsonNode? payload) => payload is JsonObject found ? PayloadNote.Text(found, "finding") : null;

    /// <summary>Notes in a payload which findings a person was shown; they stand there as text, with commas between.</summary>
    public static void AddFindings(JsonObject payload, string? shown)
    {
        var ids = (shown ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(id => long.TryParse(id, out var number) ? number : 0).Where(id => id > 0).Select(id => (JsonNode)id);
        payload[FindingsField] = new JsonArray([.. ids]);
    }

    /// <summary>The findings that a person was shown.</summary>
    public static IReadOnlyCollection<long> Findings(JsonNode? payload) =>
        [.. (payload?[FindingsField] as JsonArray ?? []).OfType<JsonValue>().Select(id => id.TryGetValue<long>(out var number) ? number : 0)];
}
