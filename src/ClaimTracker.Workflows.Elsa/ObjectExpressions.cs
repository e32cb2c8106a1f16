using System.Text.Json.Nodes;
using Elsa.Expressions.Contracts;
using Elsa.Expressions.Models;
using Elsa.Workflows.Expressions;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>
/// Elsa's <c>Object</c> expression, with one thing changed: where the input takes anything, Elsa hands over the text of the JSON,
/// and here it is what the JSON says, so that <c>getFinding().rating</c> reads it in a script.
/// </summary>
internal sealed class ObjectExpressions : IExpressionDescriptorProvider, IExpressionHandler
{
    private readonly ObjectExpressionHandler elsas = new();

    /// <inheritdoc />
    public IEnumerable<ExpressionDescriptor> GetDescriptors() =>
        [
            new()
            {
                Type = "Object",
                DisplayName = "Object",
                IsBrowsable = false,
                Properties = new Dictionary<string, object> { ["MonacoLanguage"] = "json" },
                HandlerFactory = _ => this,
            },
        ];

    /// <inheritdoc />
    public ValueTask<object?> EvaluateAsync(
        Expression expression,
        Type returnType,
        ExpressionExecutionContext context,
        ExpressionEvaluatorOptions options
    ) =>
        returnType == typeof(object) && expression.Value is string { Length: > 0 } json
            ? new(ElsaValues.ToClr(JsonNode.Parse(json)))
            : elsas.EvaluateAsync(expression, returnType, context, options);
}
