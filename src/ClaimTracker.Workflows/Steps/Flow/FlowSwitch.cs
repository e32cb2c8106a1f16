namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Goes by the first case that holds, or by all of them.</summary>
[StepType("Elsa.FlowSwitch")]
public sealed class FlowSwitch : Step
{
    private const string Default = "Default";

    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Switch",
            "Goes by the first case that holds or, in mode MatchAny, by all of them; by Default where none does.",
            [
                new("cases", InputType.Cases, "The cases, each with a label and a condition.", Required: true, Fixed: true),
                new(
                    "mode",
                    InputType.Text,
                    "MatchFirst (the default) or MatchAny.",
                    Fixed: true,
                    Allowed: ["MatchFirst", "MatchAny"]
                ),
            ],
            [],
            "The cases' labels, and Default."
        );

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) => [.. inputs.CaseLabels, Default];

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var matching =
            context.Text("mode") == "MatchAny" ? context.MatchingCases().ToList() : [.. context.MatchingCases().Take(1)];
        return StepResult.Left(matching.Count > 0 ? matching : [Default]);
    }
}
