using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>The facts as scripts see them: the global <c>claim</c>.</summary>
internal static class ScriptFacts
{
    public static JsonObject ToJson(ReviewFacts facts) =>
        new()
        {
            ["id"] = facts.ClaimId,
            ["kind"] = facts.Kind,
            ["workflow"] = facts.Workflow,
            ["stage"] = facts.Stage.ToString(),
            ["independentGroups"] = facts.IndependentGroups,
            ["proposedRating"] = facts.Proposed?.Rating,
            ["proposedBy"] = facts.Proposed?.By,
            ["approvals"] = facts.Proposed?.Approvals.Count ?? 0,
            ["publishedRating"] = facts.PublishedRating,
            ["recheckOutcome"] = facts.RecheckOutcome?.ToString(),
        };
}
