using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Lets a review pass only with enough independent evidence.</summary>
[StepType("ClaimTracker.RequireEvidence")]
public sealed class RequireEvidence : Step
{
    /// <summary>The outcome where the groups are too few.</summary>
    public const string TooFew = "Short";

    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Require evidence",
            "Counts the independent groups of evidence. Where they are too few, those who research are told what is missing.",
            [
                new("minimum", InputType.Number, "Independent groups, at least; 1 where it is not set."),
                new(
                    "message",
                    InputType.Text,
                    "What those who research are told, before both numbers; what to do where it is not set."
                ),
                new("role", InputType.Text, "Who is told; fact-checker where it is not set.", Allowed: Roles.OfTasks),
            ],
            [new("groups", "How many groups there are.")],
            "Enough, Short."
        );

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) => ["Enough", TooFew];

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var minimum = context.Number("minimum") ?? 1;
        var groups = context.Facts.IndependentGroups;
        context.Output("groups", groups);
        if (groups >= minimum)
            return StepResult.Left("Enough");
        var counted = string.Create(
            CultureInfo.InvariantCulture,
            $"The verdict rests on {groups} independent {(groups == 1 ? "group" : "groups")} of evidence; this workflow asks for {minimum}."
        );
        var message = context.Text("message") is { } own
            ? $"{own} {counted}"
            : $"{counted} Add a source that does not draw on the others.";
        context.Ask(new Effects.Tell(context.ActivityId, context.Text("role") ?? Roles.FactChecker, message));
        return StepResult.Left(TooFew);
    }
}
