using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Steps;

/// <summary>What somebody decided on a task.</summary>
/// <param name="TaskKey">The task.</param>
/// <param name="Name">The decision.</param>
/// <param name="Who">The person or job.</param>
/// <param name="Payload">What the form brought; an empty object where there was none.</param>
public sealed record Decision(string TaskKey, string Name, Actor Who, JsonObject Payload)
{
    /// <summary>The reason that was typed; null where none was.</summary>
    public string? Reason => Text("reason");

    /// <summary>A text of the payload, trimmed; null where it is absent or empty.</summary>
    public string? Text(string name) =>
        Payload[name] is JsonValue value && value.TryGetValue(out string? text) && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;

    /// <summary>A whole number of the payload; null where it is absent or none.</summary>
    public long? Number(string name) =>
        long.TryParse(
            InputValues.Text(Payload[name]),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
