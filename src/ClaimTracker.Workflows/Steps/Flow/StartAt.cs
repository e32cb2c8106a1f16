using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Waits until an instant.</summary>
[StepType("Elsa.StartAt")]
public sealed class StartAt : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Start at",
            "Waits until an instant; goes on at once where it is past.",
            [new("dateTime", InputType.Instant, "The instant, e.g. 2026-01-31T12:00:00Z.", Required: true)],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var instant = context.Instant("dateTime") ?? throw new StepFailedException("the input dateTime is empty");
        if (instant <= context.NowUtc)
            return StepResult.Done;
        context.SetTimer("instant", instant);
        return StepResult.Waits;
    }

    /// <inheritdoc />
    public override StepResult OnTimer(IStepContext context, string timer) => StepResult.Done;
}
