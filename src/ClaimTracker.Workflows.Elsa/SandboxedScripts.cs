using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;
using Elsa.Expressions.Helpers;
using Elsa.Expressions.JavaScript.Contracts;
using Elsa.Expressions.Models;
using Elsa.Extensions;
using Jint;

namespace ClaimTracker.Workflows.Elsa;

/// <summary>
/// Evaluates the scripts of Elsa's own activities as those of our steps: what they reach is the review's data and nothing of
/// .NET, and time, memory and statements are limited.
/// </summary>
internal sealed class SandboxedScripts(ElsaMove move) : IJavaScriptEvaluator
{
    /// <inheritdoc />
    public Task<object?> EvaluateAsync(
        string expression,
        Type returnType,
        ExpressionExecutionContext context,
        ExpressionEvaluatorOptions? options = null,
        Action<Engine>? configureEngine = null,
        CancellationToken cancellationToken = default
    )
    {
        var value = JavaScriptExpression.Parse(expression).Evaluate(new Scope(move.Execution, context));
        return Task.FromResult(ElsaValues.ToClr(value).ConvertTo(returnType));
    }

    private sealed class Scope(Execution execution, ExpressionExecutionContext context) : IExpressionScope
    {
        public IReadOnlyList<Variable> Variables => execution.Definition.Variables;

        public IReadOnlyList<string> InputNames => execution.Definition.Inputs;

        public VersionName Version => execution.Definition.Name;

        public ReviewFacts Facts => execution.Facts;

        public DateTime NowUtc => execution.NowUtc;

        public JsonNode? GetVariable(string id) =>
            context.EnumerateVariablesInScope().FirstOrDefault(v => v.Id == id) is { } variable
                ? ElsaValues.ToJson(variable.Get(context))
                : null;

        public void SetVariable(string id, JsonNode? value)
        {
            if (context.EnumerateVariablesInScope().FirstOrDefault(v => v.Id == id) is { } variable)
                variable.Set(context, variable.ParseValue(ElsaValues.ToClr(value)));
        }

        public JsonNode? GetInput(string name) => execution.Data.Inputs[name];
    }
}
