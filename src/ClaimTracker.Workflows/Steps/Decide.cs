using ClaimTracker.Domain;
using ClaimTracker.Workflows.Effects;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Asks one person of a role to decide, e.g. an editor whether a verdict is approved.</summary>
[StepType("ClaimTracker.Decide")]
public sealed class Decide : TaskStep
{
    private const string StillHolds = "StillHolds";

    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Ask for a decision",
            "Opens a task for a role and goes on by what is decided. Can approve or reject the proposed verdict.",
            [
                new(
                    "decisions",
                    InputType.List,
                    "The decisions that may be taken; each is an outcome.",
                    Required: true,
                    Fixed: true
                ),
                new("approves", InputType.List, "Decisions that approve the proposed verdict.", Fixed: true),
                new(
                    "rejects",
                    InputType.List,
                    "Decisions that send the proposed verdict back; a reason must be typed.",
                    Fixed: true
                ),
                new(
                    "holds",
                    InputType.List,
                    "Decisions that say the published verdict still holds, for another to confirm; StillHolds where it is not set.",
                    Fixed: true
                ),
                new("verifies", InputType.List, "Decisions that say the published verdict still holds.", Fixed: true),
                new(
                    "retracts",
                    InputType.List,
                    "Decisions that withdraw the published verdict; a reason must be typed.",
                    Fixed: true
                ),
                new(
                    "proposes",
                    InputType.List,
                    "Decisions that bring a new version with them: it is proposed in the review that the step after them starts.",
                    Fixed: true
                ),
                .. TaskInputs,
                HeldForInput,
            ],
            TaskOutputs,
            "The decisions, and Overdue where whenOverdue is Outcome. Done follows whatever was decided."
        );

    /// <inheritdoc />
    protected override string DefaultRole => Roles.Editor;

    /// <inheritdoc />
    public override TaskSpec Describe(IStepContext context)
    {
        var task = base.Describe(context);
        var forms = new Dictionary<string, string>(task.Forms, StringComparer.Ordinal);
        foreach (var decision in context.List("rejects").Concat(context.List("retracts")))
            forms[decision] = TaskForms.Reason;
        foreach (var decision in context.List("proposes"))
            forms[decision] = TaskForms.NewVerdict;
        return task with
        {
            Decisions = context.List("decisions"),
            Approves = context.List("approves"),
            Rejects = context.List("rejects"),
            Forms = forms,
        };
    }

    /// <inheritdoc />
    public override StepResult OnDecision(IStepContext context, Decision decision)
    {
        context.CloseTask("decided");
        var by = decision.Who.Name;
        if (context.List("approves").Contains(decision.Name))
            context.Ask(new ApproveVerdict(context.ActivityId, by));
        if (context.List("rejects").Contains(decision.Name))
            context.Ask(new RejectVerdict(context.ActivityId, by, decision.Reason!));
        if (SayingItHolds(context).Contains(decision.Name))
            context.Ask(new SaidToHold(context.ActivityId, by));
        if (context.List("verifies").Contains(decision.Name))
            context.Ask(new Verified(context.ActivityId, Verifier.Person, by, decision.Payload));
        if (context.List("retracts").Contains(decision.Name))
            context.Ask(new Retract(context.ActivityId, decision.Reason!, by));
        return Leave(context, decision, decision.Name);
    }

    // Older files do not name them.
    private static IReadOnlyList<string> SayingItHolds(IStepContext context) =>
        context.Input("holds") is null ? [StillHolds] : context.List("holds");

    /// <inheritdoc />
    protected override IReadOnlyList<string> Ways(IFixedInputs inputs) => InputValues.List(inputs.Fixed("decisions")) ?? [];
}
