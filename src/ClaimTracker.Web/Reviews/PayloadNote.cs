using System.Text.Json.Nodes;

namespace ClaimTracker.Web.Reviews;

/// <summary>What a person wrote beside a decision, as one line of history.</summary>
internal static class PayloadNote
{
    public static string? Of(JsonNode? payload)
    {
        if (payload is not JsonObject fields)
            return null;
        if (Text(fields, "reason") is { } reason)
            return reason;
        return Text(fields, "rating") is { } rating ? $"{rating}: {Text(fields, "rationale")}" : null;
    }

    public static string? Text(JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;
}
