namespace ClaimTracker.Workflows.Steps.Flow;

/// <summary>Sets an output of the review, which the review that started it can read.</summary>
[StepType("Elsa.SetOutput")]
public sealed class SetOutput : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Set an output",
            "Sets an output of the review, which the review that started it can read.",
            [
                new("outputName", InputType.Text, "The output's name.", Required: true),
                new("outputValue", InputType.Any, "What it is to hold."),
            ],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        context.SetReviewOutput(context.Required("outputName"), context.Input("outputValue"));
        return StepResult.Done;
    }
}
