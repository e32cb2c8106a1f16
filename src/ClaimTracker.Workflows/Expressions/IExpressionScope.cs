using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>What an expression can reach: nothing but the review's own data.</summary>
internal interface IExpressionScope
{
    CompiledDefinition Definition { get; }

    ReviewFacts Facts { get; }

    DateTime NowUtc { get; }

    JsonNode? GetVariable(string id);

    /// <summary>Takes effect only if the step that evaluates does not fail.</summary>
    void SetVariable(string id, JsonNode? value);

    JsonNode? GetInput(string name);
}
