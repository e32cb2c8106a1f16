using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Links the claim to one that is already checked.</summary>
[StepType("ClaimTracker.Link")]
public sealed class Link : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Link to a checked claim",
            "Closes the claim as the same as one already checked; its readers see that claim's verdict.",
            [new("claim", InputType.Number, "The other claim's id; the one named with the last decision where it is not set.")],
            [],
            "Done.",
            MayEnd: true
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var claim =
            context.Number("claim")
            ?? context.Last?.ClaimId
            ?? throw new StepFailedException(
                "no claim is named; set the input claim, or list the decision before in its needsClaim"
            );
        if (claim == context.Facts.ClaimId)
            throw new StepFailedException("the claim would be linked to itself; name the other claim");
        context.Ask(new Effects.LinkTo(context.ActivityId, claim, context.Last?.By ?? "workflow"));
        return StepResult.Done;
    }
}
