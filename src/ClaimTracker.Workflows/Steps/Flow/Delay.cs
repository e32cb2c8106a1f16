using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Waits for a length of time, however long.</summary>
[StepType("Elsa.Delay")]
public sealed class Delay : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Delay",
            "Waits for a length of time, however long.",
            [new("timeSpan", InputType.Duration, "How long, e.g. 30.00:00:00.", Required: true)],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        context.SetTimer(
            "delay",
            context.NowUtc + (context.Duration("timeSpan") ?? throw new StepFailedException("the input timeSpan is empty"))
        );
        return StepResult.Waits;
    }

    /// <inheritdoc />
    public override StepResult OnTimer(IStepContext context, string timer) => StepResult.Done;
}
