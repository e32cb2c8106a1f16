using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Runner;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Memory;

namespace ClaimTracker.Workflows.Elsa.Activities;

/// <summary>
/// Elsa keeps the variables. What steps and tasks read of them is a copy that is brought up to date as activities run.
/// </summary>
internal sealed class StepVariables(ActivityExecutionContext context)
{
    private readonly StateData data = context.GetRequiredService<ElsaMove>().Execution.Data;
    private readonly List<Variable> inScope =
    [
        .. context.ExpressionExecutionContext.EnumerateVariablesInScope().DistinctBy(v => v.Id),
    ];
    private readonly Dictionary<string, JsonNode?> before = [];

    /// <summary>Takes what Elsa holds into the move. A container that has just been left holds nothing any more.</summary>
    public void Read()
    {
        foreach (var variable in inScope)
        {
            if (variable.TryGet(context.ExpressionExecutionContext, out var value))
                data.Variables[variable.Id] = before[variable.Id] = ElsaValues.ToJson(value);
        }
    }

    /// <summary>Hands Elsa what the step has set.</summary>
    public void Write()
    {
        foreach (var variable in inScope)
        {
            var value = data.Variables[variable.Id];
            if (!JsonNode.DeepEquals(value, before[variable.Id]))
                variable.Set(context, ElsaValues.ToClr(value));
        }
    }
}
