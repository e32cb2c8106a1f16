namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Marks where a flowchart begins.</summary>
[StepType("Elsa.Start")]
public sealed class Start : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } = new("Start", "Marks where a flowchart begins.", [], [], "Done.");

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context) => StepResult.Done;
}
