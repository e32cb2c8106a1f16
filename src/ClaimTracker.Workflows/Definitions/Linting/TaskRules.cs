using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions.Reading;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Definitions.Linting;

/// <summary>The inputs of a task must agree with each other.</summary>
internal static class TaskRules
{
    private static readonly string[] DecisionLists =
    [
        "approves",
        "rejects",
        "holds",
        "verifies",
        "retracts",
        "proposes",
        "needsReason",
        "needsClaim",
    ];

    public static void Check(CompiledDefinition definition, Activity activity, Faults faults)
    {
        if (activity.Step is not TaskStep)
            return;
        foreach (var rule in List(activity, "barred"))
        {
            if (!BarRule.IsRule(rule))
                faults.Add(activity.Id, "barred", BarRule.Unknown(rule));
            else if (BarRule.ActivityOf(rule) is { } other && definition.Find(other)?.Step is not TaskStep)
                faults.Add(activity.Id, "barred", $"“{rule}” names no task of this definition; mend the activity's id");
        }

        if (Value(activity, TaskStep.HeldFor) is { } step && definition.Find(step)?.Step is not TaskStep)
            faults.Add(activity.Id, TaskStep.HeldFor, $"“{step}” names no task of this definition; mend the activity's id");

        foreach (var field in DecisionLists)
        {
            foreach (var decision in List(activity, field).Except(activity.Outcomes))
                faults.Add(activity.Id, field, $"“{decision}” is none of the decisions {string.Join(", ", activity.Outcomes)}");
        }

        CheckDeadline(activity, faults);
        if (
            activity.Step is Vote
            && Number(activity, "needed") is { } needed
            && Number(activity, "votes") is { } votes
            && (needed < 1 || needed > votes)
        )
        {
            faults.Add(
                activity.Id,
                "needed",
                $"{needed} of {votes} votes cannot be reached; ask for at least 1 and at most {votes}"
            );
        }
    }

    private static void CheckDeadline(Activity activity, Faults faults)
    {
        var whenOverdue = Value(activity, "whenOverdue");
        if (whenOverdue is not null && !activity.Inputs.ContainsKey("deadline"))
            faults.Add(activity.Id, "deadline", "is missing, so whenOverdue would never come to pass; set it, e.g. 2.00:00:00");
        if (whenOverdue == "Escalate" && !activity.Inputs.ContainsKey("escalateTo"))
            faults.Add(activity.Id, "escalateTo", "is missing; name the role that may decide too once the task is overdue");
    }

    private static IReadOnlyList<string> List(Activity activity, string name) =>
        activity.Inputs.GetValueOrDefault(name) is ConstantExpression constant ? InputValues.List(constant.Value) ?? [] : [];

    private static string? Value(Activity activity, string name) =>
        InputValues.Text((activity.Inputs.GetValueOrDefault(name) as ConstantExpression)?.Value);

    private static int? Number(Activity activity, string name) =>
        (activity.Inputs.GetValueOrDefault(name) as ConstantExpression)?.Value is { } value ? InputValues.Number(value) : null;
}
