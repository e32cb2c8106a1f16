namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>
/// Brings branches together. When it is reached is up to the flowchart; once reached, what is left of them is dropped.
/// </summary>
[StepType("Elsa.FlowJoin")]
public sealed class FlowJoin : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Join",
            "Brings branches together: WaitAny goes on with the first and drops the others, WaitAllActive waits for all that "
                + "were taken, WaitAll asks for every one.",
            [
                new(
                    "mode",
                    InputType.Text,
                    "WaitAny (the default), WaitAll or WaitAllActive.",
                    Fixed: true,
                    Allowed: ["WaitAny", "WaitAll", "WaitAllActive"]
                ),
            ],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context) => StepResult.Done;
}
