using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions;

/// <summary>An activity of a definition, read and resolved.</summary>
internal sealed class Activity
{
    public required string Id { get; init; }

    public required string Type { get; init; }

    /// <summary>The JSON it was read from.</summary>
    public required JsonObject Json { get; init; }

    /// <summary>What it does; null for a container, which the runner itself runs.</summary>
    public Step? Step { get; init; }

    /// <summary>The container that it is in; null for the root.</summary>
    public Activity? Parent { get; init; }

    /// <summary>Its place among the container's activities.</summary>
    public int Index { get; init; }

    /// <summary>What it contains, where it is a container.</summary>
    public Container? Container { get; set; }

    /// <summary>Values for inputs, by the name that the step gives them.</summary>
    public Dictionary<string, Expression> Inputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Variable id by name of the output that is kept in it.</summary>
    public Dictionary<string, string> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>The cases of a switch, in order.</summary>
    public List<SwitchCase> Cases { get; } = [];

    /// <summary>The outcomes that it can leave by.</summary>
    public IReadOnlyList<string> Outcomes { get; set; } = [];

    /// <summary>What people call it: Studio's display text, else its name, else its id.</summary>
    public string Title => Text(Json["metadata"] as JsonObject, "displayText") ?? Text(Json, "name") ?? Id;

    private static string? Text(JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}

/// <summary>A case of a switch.</summary>
/// <param name="Label">The outcome.</param>
/// <param name="Condition">When it is taken.</param>
internal sealed record SwitchCase(string Label, Expression Condition);
