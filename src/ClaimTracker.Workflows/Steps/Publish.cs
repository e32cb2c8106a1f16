namespace ClaimTracker.Workflows.Steps;

/// <summary>Makes the proposed verdict public.</summary>
[StepType("ClaimTracker.Publish")]
public sealed class Publish : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Publish the verdict",
            "Makes the proposed verdict public, if it has the approvals and the evidence; else the decision that led here is refused "
                + "and says what is missing. A verdict already public is superseded.",
            [
                new("minimumGroups", InputType.Number, "Independent groups of evidence, at least; 1 where it is not set."),
                new(
                    "approvals",
                    InputType.Number,
                    "Approvals by different people other than the proposer, at least; 1 where it is not set."
                ),
                new("note", InputType.Text, "Words for the audit."),
            ],
            [],
            "Done.",
            MayEnd: true
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        // Whether evidence and approvals suffice is the domain's to say, in the same transaction: a refusal there undoes the
        // decision that led here and is told to whoever took it, so the task stays open for another decision.
        context.Ask(
            new Effects.PublishVerdict(
                context.ActivityId,
                context.Number("minimumGroups") ?? 1,
                context.Number("approvals") ?? 1,
                context.Text("note")
            )
        );
        return StepResult.Done;
    }
}
