using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>Takes values to Elsa and back. What we store is JSON; Elsa holds objects of .NET.</summary>
internal static class ElsaValues
{
    public static JsonNode? ToJson(object? value) =>
        value switch
        {
            null => null,
            JsonNode node => node.DeepClone(),
            _ => JsonSerializer.SerializeToNode(value),
        };

    /// <summary>
    /// A text, truth or number as what .NET has for it, whole numbers as <see cref="long"/>; lists and objects stay JSON.
    /// </summary>
    public static object? ToClr(JsonNode? value) =>
        value switch
        {
            JsonValue v when v.TryGetValue(out string? text) => text,
            JsonValue v when v.TryGetValue(out bool flag) => flag,
            JsonValue v when v.TryGetValue(out long whole) => whole,
            JsonValue v when v.TryGetValue(out double number) => number,
            _ => value?.DeepClone(),
        };

    public static Dictionary<string, object> ToClr(JsonObject values) => values.ToDictionary(v => v.Key, v => ToClr(v.Value)!);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
