using System.Text.Json.Nodes;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Starts another review of the same claim and, if asked, waits for its end.</summary>
[StepType("Elsa.DispatchWorkflow")]
public sealed class DispatchWorkflow : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Dispatch a workflow",
            "Starts another review of the same claim and, if asked, waits for its end.",
            [
                new("workflowDefinitionId", InputType.Text, "Which definition; its latest published version.", Required: true),
                new("input", InputType.Names, "Values for its inputs."),
                new("waitForCompletion", InputType.Flag, "True to wait for its end; false where it is not set.", Fixed: true),
                new("correlationId", InputType.Text, "Always the claim's id here; kept for Elsa."),
            ],
            [new("result", "The child's outputs.")],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var inputs = context.Input("input") switch
        {
            null => new JsonObject(),
            JsonObject named => (JsonObject)named.DeepClone(),
            _ => throw new StepFailedException("the input input is no JSON object"),
        };
        var wait = context.Flag("waitForCompletion") ?? false;
        context.StartChild(context.Required("workflowDefinitionId"), inputs, wait);
        return wait ? StepResult.Waits : StepResult.Done;
    }

    /// <inheritdoc />
    public override StepResult OnChildEnded(IStepContext context, JsonObject outputs)
    {
        context.Output("result", outputs);
        return StepResult.Done;
    }
}
