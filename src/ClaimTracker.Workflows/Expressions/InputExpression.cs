using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>Elsa's <c>Input</c>: what the review was started with.</summary>
internal sealed class InputExpression(string name) : Expression
{
    public override JsonNode? Evaluate(IExpressionScope scope) => scope.GetInput(name);
}
