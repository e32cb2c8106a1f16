namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Ends the whole review; what else is under way is dropped.</summary>
[StepType("Elsa.Finish")]
public sealed class Finish : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new("Finish", "Ends the whole review; what else is under way is dropped.", [], [], "None.", MayEnd: true);

    /// <inheritdoc />
    public override Ending Ends => Ending.Review;

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) => [];

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context) => StepResult.Done;
}
