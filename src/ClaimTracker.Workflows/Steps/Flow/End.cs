namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Ends the flowchart that it is in; what else is under way in it is dropped.</summary>
[StepType("Elsa.End")]
public sealed class End : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new("End", "Ends the flowchart that it is in; what else is under way in it is dropped.", [], [], "None.", MayEnd: true);

    /// <inheritdoc />
    public override Ending Ends => Ending.Container;

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) => [];

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context) => StepResult.Done;
}
