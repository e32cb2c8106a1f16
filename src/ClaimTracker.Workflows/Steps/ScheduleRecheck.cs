namespace ClaimTracker.Workflows.Steps;

/// <summary>Says when the published verdict is to be checked again.</summary>
[StepType("ClaimTracker.ScheduleRecheck")]
public sealed class ScheduleRecheck : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Schedule a re-check",
            "Says when the published verdict is to be checked again.",
            [
                new(
                    "after",
                    InputType.Duration,
                    "How long from now, e.g. 30.00:00:00; by the policy of the claim's kind where it is not set."
                ),
            ],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        context.Ask(new Effects.BringCheckForward(context.ActivityId, context.Duration("after")));
        return StepResult.Done;
    }
}
