using ClaimTracker.Domain;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Moves the claim to another stage.</summary>
[StepType("ClaimTracker.SetStage")]
public sealed class SetStage : Step
{
    // A claim is folded into another one, by people in triage, and by no step.
    private static readonly string[] Names = [.. Enum.GetNames<Stage>().Except([nameof(Stage.Folded)])];

    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Set the stage",
            "Says where the claim is in review; boards and queues show it.",
            [new("stage", InputType.Text, "The stage.", Required: true, Allowed: Names)],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var name = context.Required("stage");
        if (!Names.Contains(name) || !Enum.TryParse<Stage>(name, out var stage))
            throw new StepFailedException($"there is no stage “{name}”; use one of {string.Join(", ", Names)}");
        context.Ask(new Effects.EnterStage(context.ActivityId, stage));
        return StepResult.Done;
    }
}
