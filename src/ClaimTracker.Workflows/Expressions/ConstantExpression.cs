using System.Text.Json.Nodes;

namespace ClaimTracker.Workflows.Expressions;

/// <summary>
/// Elsa's <c>Literal</c>, and its <c>Object</c>: JSON inside a string. The value is shared and must not be changed.
/// </summary>
internal sealed class ConstantExpression(JsonNode? value) : Expression
{
    public JsonNode? Value => value;

    public override bool IsConstant => true;

    public override bool TryForesee(out JsonNode? foreseen)
    {
        foreseen = value;
        return true;
    }

    public override JsonNode? Evaluate(IExpressionScope scope) => value;
}
