using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>What an expression can reach before any review has begun: nothing.</summary>
internal sealed class NoReview : IExpressionScope
{
    public IReadOnlyList<Variable> Variables => [];

    public IReadOnlyList<string> InputNames => [];

    public VersionName Version => default;

    public ReviewFacts Facts { get; } = new();

    public DateTime NowUtc => DateTime.UnixEpoch;

    public JsonNode? GetVariable(string id) => throw Missing();

    public void SetVariable(string id, JsonNode? value) => throw Missing();

    public JsonNode? GetInput(string name) => throw Missing();

    private static StepFailedException Missing() => new("there is no review yet");
}
