using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>Elsa's <c>Variable</c>: what a variable of the definition holds.</summary>
internal sealed class VariableExpression(string id) : Expression
{
    public override JsonNode? Evaluate(IExpressionScope scope) => scope.GetVariable(id);
}
