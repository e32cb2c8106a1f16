using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>What an expression can reach: nothing but the review's own data.</summary>
internal interface IExpressionScope
{
    IReadOnlyList<Variable> Variables { get; }

    /// <summary>What the definition declares as inputs.</summary>
    IReadOnlyList<string> InputNames { get; }

    VersionName Version { get; }

    ReviewFacts Facts { get; }

    DateTime NowUtc { get; }

    JsonNode? GetVariable(string id);

    /// <summary>Takes effect only if the step that evaluates does not fail.</summary>
    void SetVariable(string id, JsonNode? value);

    JsonNode? GetInput(string name);
}

/// <summary>How a version of a definition is named.</summary>
/// <param name="DefinitionId">The same in all versions.</param>
/// <param name="VersionId">The version's own.</param>
/// <param name="Number">The version's number.</param>
internal readonly record struct VersionName(string DefinitionId, string VersionId, int Number);
