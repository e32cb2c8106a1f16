using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Definitions.Reading;

/// <summary>Looks into JSON whose shape is not known yet.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public static bool IsTrue(this JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue(out bool flag) && flag;

    public static IEnumerable<JsonObject> Objects(this JsonObject json, string name) =>
        (json[name] as JsonArray)?.OfType<JsonObject>() ?? [];
}
