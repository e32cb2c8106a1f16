using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Steps;

/// <summary>The inputs of an activity that stand in the file.</summary>
public interface IFixedInputs
{
    /// <summary>The value; null where it is absent or an expression.</summary>
    JsonNode? Fixed(string name);

    /// <summary>The labels of a switch's cases.</summary>
    IReadOnlyList<string> CaseLabels { get; }
}
