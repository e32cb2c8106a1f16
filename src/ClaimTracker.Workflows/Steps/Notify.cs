namespace ClaimTracker.Workflows.Steps;

/// <summary>Tells a role or a person something.</summary>
[StepType("ClaimTracker.Notify")]
public sealed class Notify : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Notify people",
            "Leaves a message for all who hold a role, or for one user.",
            [
                new("to", InputType.Text, "A role, or user:NAME.", Required: true),
                new("message", InputType.Text, "The words.", Required: true),
            ],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        context.Ask(new Effects.Tell(context.ActivityId, context.Required("to"), context.Required("message")));
        return StepResult.Done;
    }
}
