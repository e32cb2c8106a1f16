namespace ClaimTracker.Workflows.Steps;

/// <summary>Makes the proposed verdict public.</summary>
[StepType("ClaimTracker.Publish")]
public sealed class Publish : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } = new(
        "Publish the verdict",
        "Makes the proposed verdict public, if it has the approvals and the evidence; else the review stops here and says what " +
        "is missing. A verdict already public is superseded.",
        [
            new("minimumGroups", InputType.Number, "Independent groups of evidence, at least; 1 where it is not set."),
            new("approvals", InputType.Number, "Approvals by different people other than the proposer, at least; 1 where it is not set."),
            new("note", InputType.Text, "Words for the audit."),
        ],
        [],
        "Done.",
        MayEnd: true);

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var groups = context.Number("minimumGroups") ?? 1;
        var approvals = context.Number("approvals") ?? 1;
        var proposed = context.Facts.Proposed
            ?? throw new StepFailedException("no verdict is proposed; let ClaimTracker.ProposeVerdict come before");
        if (context.Facts.IndependentGroups < groups)
            throw new StepFailedException($"the evidence is in {context.Facts.IndependentGroups} independent group(s) and {groups} are needed; add evidence, then retry");
        if (proposed.Approvals.Count < approvals)
            throw new StepFailedException($"the verdict has {proposed.Approvals.Count} approval(s) and {approvals} are needed; an edit or new evidence after an approval voids it");
        context.Ask(new Effects.Publish(context.ActivityId, groups, approvals, context.Text("note")));
        return StepResult.Done;
    }
}
