using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Closes the claim without a verdict.</summary>
[StepType("ClaimTracker.Decline")]
public sealed class Decline : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Decline the claim",
            "Closes the claim without a verdict and says why.",
            [new("reason", InputType.Text, "Why; the reason typed with the last decision where it is not set.")],
            [],
            "Done.",
            MayEnd: true
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var reason =
            context.Text("reason")
            ?? context.Last?.Reason
            ?? throw new StepFailedException(
                "no reason is given; set the input reason, or list the decision before in its needsReason"
            );
        context.Ask(new Effects.DeclineClaim(context.ActivityId, reason));
        return StepResult.Done;
    }
}
