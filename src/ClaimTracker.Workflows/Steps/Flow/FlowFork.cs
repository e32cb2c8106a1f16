namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Goes several ways at once.</summary>
[StepType("Elsa.FlowFork")]
public sealed class FlowFork : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Fork",
            "Goes several ways at once.",
            [new("branches", InputType.List, "The branches; each is an outcome. Done alone where it is not set.", Fixed: true)],
            [],
            "The branches."
        );

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) => InputValues.List(inputs.Fixed("branches")) ?? [Done];

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context) =>
        StepResult.Left(context.List("branches") is { Count: > 0 } branches ? branches : [Done]);
}
