using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Steps;

/// <summary>Lets another role decide what is open.</summary>
[StepType("ClaimTracker.Escalate")]
public sealed class Escalate : Step
{
    /// <inheritdoc />
    public override StepDescription Description { get; } =
        new(
            "Escalate open tasks",
            "Lets another role decide the open tasks of the review too, and tells it so.",
            [
                new("role", InputType.Text, "The role that may decide too.", Required: true, Allowed: Roles.OfTasks),
                new("activity", InputType.Text, "The activity whose tasks are meant; all open ones where it is not set."),
            ],
            [],
            "Done."
        );

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        context.Escalate(context.Required("role"), TaskScope.Review, context.Text("activity"));
        return StepResult.Done;
    }
}
