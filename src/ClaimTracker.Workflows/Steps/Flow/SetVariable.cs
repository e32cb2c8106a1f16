namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Sets a variable.</summary>
[StepType("Elsa.SetVariable")]
public sealed class SetVariable : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Set a variable",
            "Sets a variable.",
            [
                new("variable", InputType.Variable, "The variable.", Required: true, Fixed: true),
                new("value", InputType.Any, "What it is to hold."),
            ],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        context.SetVariable(context.Input("value"));
        return StepResult.Done;
    }
}
