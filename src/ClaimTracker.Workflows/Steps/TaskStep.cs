using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Steps;

/// <summary>A step that waits for people: a task with a role, decisions, people who are barred, and a deadline.</summary>
public abstract class TaskStep : Step
{
    /// <summary>The outcome of a task whose deadline passed, where the definition asks for one.</summary>
    public const string Overdue = "Overdue";

    /// <summary>
    /// The role of tasks that a job did. No task is given to one any more; a stored version that names it still loads.
    /// </summary>
    internal const string RetiredRole = "machine";

    /// <summary>The input by which work that is sent back returns to whoever did it.</summary>
    internal const string HeldFor = "heldFor";

    /// <summary>The input with a few words for queues.</summary>
    internal const string Title = "title";

    /// <summary>The input with what the person is to do.</summary>
    internal const string Instructions = "instructions";

    private const string Deadline = "deadline";
    private const string Remind = "remind";
    private const string Escalates = "Escalate";
    private const string Leaves = "Outcome";

    /// <summary>The inputs that all such steps have.</summary>
    protected static IReadOnlyList<InputDescription> TaskInputs { get; } =
    [
        new(Title, InputType.Text, "A few words for queues; the activity's display text where it is not set."),
        new(Instructions, InputType.Text, "What the person is to do."),
        new(
            "role",
            InputType.Text,
            "Who may decide: fact-checker, editor or administrator.",
            Allowed: Roles.OfTasks,
            Retired: [RetiredRole]
        ),
        new("barred", InputType.List, "Who may not, whatever their role: proposer, approver, decided:ACTIVITY, user:NAME."),
        new("needsReason", InputType.List, "Decisions for which a reason must be typed.", Fixed: true),
        new("needsClaim", InputType.List, "Decisions for which another claim must be named.", Fixed: true),
        new(
            "deadline",
            InputType.Duration,
            "How long the task may take, e.g. 2.00:00:00 for two days; none where it is not set."
        ),
        new("remindAfter", InputType.Duration, "When the role is reminded of the open task."),
        new(
            "whenOverdue",
            InputType.Text,
            "What the deadline does: Notify tells the role (the default), Escalate lets another role "
                + "decide too, Outcome leaves the task by Overdue.",
            Fixed: true,
            Allowed: ["Notify", Escalates, Leaves]
        ),
        new("escalateTo", InputType.Text, "The role that may decide too once the task is escalated.", Allowed: Roles.OfTasks),
    ];

    /// <summary>The input of such steps as one person decides alone.</summary>
    protected static InputDescription HeldForInput { get; } =
        new(
            HeldFor,
            InputType.Text,
            "A task of this definition, mostly the activity's own id: whoever decided it last is told and has this one kept for "
                + "them until its deadline, apart from any lease; nobody where it is not set.",
            Fixed: true
        );

    /// <summary>The outputs that all such steps have.</summary>
    protected static IReadOnlyList<OutputDescription> TaskOutputs { get; } =
    [new("decision", "The decision."), new("decidedBy", "Who decided."), new("reason", "The reason that was typed, if any.")];

    /// <summary>The role where the definition names none.</summary>
    protected abstract string DefaultRole { get; }

    /// <inheritdoc />
    public override bool IsAlsoDone => true;

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes(IFixedInputs inputs) =>
        InputValues.Text(inputs.Fixed("whenOverdue")) == Leaves ? [.. Ways(inputs), Overdue] : Ways(inputs);

    /// <inheritdoc />
    public override StepResult Execute(IStepContext context)
    {
        var due = context.NowUtc + context.Duration("deadline");
        context.OpenTask(due);
        if (due is not null)
            context.SetTimer(Deadline, due.Value);
        if (context.Duration("remindAfter") is { } pause)
            context.SetTimer(Remind, context.NowUtc + pause);
        return StepResult.Waits;
    }

    /// <inheritdoc />
    public override TaskSpec Describe(IStepContext context) =>
        new()
        {
            Key = "",
            ActivityId = context.ActivityId,
            Title = context.Text(TaskStep.Title) ?? context.Title,
            Instructions = context.Text(TaskStep.Instructions),
            Role = context.Text("role") ?? DefaultRole,
            Decisions = [],
            BarredRules = context.List("barred"),
            Forms = Forms(context),
        };

    /// <inheritdoc />
    public override StepResult OnTimer(IStepContext context, string timer)
    {
        var task = Describe(context);
        if (timer == Remind)
        {
            context.Ask(new Effects.Tell(context.ActivityId, task.Role, $"“{task.Title}” is still open."));
            return StepResult.Waits;
        }

        switch (context.Text("whenOverdue"))
        {
            case Leaves:
                context.CloseTask("overdue");
                return StepResult.Decided(Overdue);
            case Escalates:
                context.Escalate(context.Required("escalateTo"), TaskScope.Own);
                return StepResult.Waits;
            default:
                context.Ask(new Effects.Tell(context.ActivityId, task.Role, $"“{task.Title}” is overdue."));
                return StepResult.Waits;
        }
    }

    /// <summary>The outcomes without <see cref="Overdue"/>.</summary>
    protected abstract IReadOnlyList<string> Ways(IFixedInputs inputs);

    /// <summary>Keeps the outputs and leaves by the decision.</summary>
    protected static StepResult Leave(IStepContext context, Decision decision, string outcome)
    {
        context.Output("decision", outcome);
        context.Output("decidedBy", decision.Who.Name);
        context.Output("reason", decision.Reason);
        return StepResult.Decided(outcome);
    }

    /// <summary>The forms that the inputs ask for, by decision.</summary>
    protected static Dictionary<string, string> Forms(IStepContext context)
    {
        var forms = context.List("needsClaim").ToDictionary(d => d, _ => TaskForms.Link, StringComparer.Ordinal);
        foreach (var decision in context.List("needsReason"))
            forms[decision] = TaskForms.Reason;
        return forms;
    }
}
