using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Asks a fact-checker for a verdict: a rating with its rationale.</summary>
[StepType("ClaimTracker.ProposeVerdict")]
public sealed class ProposeVerdict : TaskStep
{
    private const string Proposed = "Proposed";

    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Propose a verdict",
            "Opens a task for research; whoever does it proposes a rating with its rationale. Blind, it asks for a second rating "
                + "by someone who is not shown the first, and replaces nothing.",
            [
                new(
                    "decisions",
                    InputType.List,
                    "The decisions that may be taken; Proposed alone where it is not set.",
                    Fixed: true
                ),
                new("blind", InputType.Flag, "True for a second, blind rating.", Fixed: true),
                .. TaskInputs,
                HeldForInput,
            ],
            [.. TaskOutputs, new("rating", "The rating's id.")],
            "The decisions, and Overdue where whenOverdue is Outcome. Done follows whatever was decided."
        );

    /// <inheritdoc />
    protected override string DefaultRole => Roles.FactChecker;

    /// <inheritdoc />
    public override TaskSpec Describe(IStepContext context) =>
        base.Describe(context) with
        {
            Decisions = context.List("decisions") is { Count: > 0 } decisions ? decisions : [Proposed],
            Forms = new Dictionary<string, string>(Forms(context), StringComparer.Ordinal) { [Proposed] = TaskForms.Verdict },
            Blind = context.Flag("blind") ?? false,
        };

    /// <inheritdoc />
    public override StepResult OnDecision(IStepContext context, Decision decision)
    {
        context.CloseTask("decided");
        if (decision.Name == Proposed)
        {
            var rating = decision.Text("rating")!;
            var rationale = decision.Text("rationale")!;
            context.Ask(
                context.Flag("blind") == true
                    ? new Effects.RecordBlindRating(context.ActivityId, rating, rationale, decision.Who.Name)
                    : new Effects.AddProposal(context.ActivityId, rating, rationale, decision.Who.Name, decision.Payload)
            );
            context.Output("rating", rating);
        }

        return Leave(context, decision, decision.Name);
    }

    /// <inheritdoc />
    protected override IReadOnlyList<string> Ways(IFixedInputs inputs) =>
        InputValues.List(inputs.Fixed("decisions")) ?? [Proposed];
}
