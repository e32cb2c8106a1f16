namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Goes one of two ways by a condition.</summary>
[StepType("Elsa.FlowDecision")]
public sealed class FlowDecision : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Decision",
            "Goes one of two ways by a condition.",
            [new("condition", InputType.Flag, "What is asked; false where it is not set.")],
            [],
            "True, False."
        );

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) => ["True", "False"];

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context) =>
        StepResult.Left(context.Flag("condition") == true ? "True" : "False");
}
