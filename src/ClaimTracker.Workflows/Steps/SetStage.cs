using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Moves the claim to another stage.</summary>
[StepType("ClaimTracker.SetStage")]
public sealed class SetStage : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } = new(
        "Set the stage",
        "Says where the claim is in review; boards and queues show it.",
        [new("stage", InputType.Text, "The stage.", Required: true, Allowed: Enum.GetNames<Stage>())],
        [],
        "Done.");

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var name = context.Required("stage");
        if (!Enum.TryParse<Stage>(name, out var stage) || !Enum.IsDefined(stage))
            throw new StepFailedException($"there is no stage “{name}”; use one of {string.Join(", ", Enum.GetNames<Stage>())}");
        context.Ask(new Effects.SetStage(context.ActivityId, stage));
        return StepResult.Done;
    }
}
