using ClaimTracker.Domain;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>Who may not decide a task, and what they are told.</summary>
internal static class Bars
{
    /// <summary>The user names that the rules of a task mean now.</summary>
    public static IReadOnlyList<string> Resolve(TaskSpec task, StateData data, ReviewFacts facts) =>
    [
        .. task.BarredRules.SelectMany(rule => Names(rule, data, facts))
            .Concat(task.Votes > 1 ? Voted(task.ActivityId, data) : [])
            .Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>Why this person is refused, or null where they are not.</summary>
    public static Refusal? Check(TaskSpec task, Actor who, StateData data, ReviewFacts facts)
    {
        if (!who.Is(task.Role) && (task.EscalatedTo is null || !who.Is(task.EscalatedTo)))
        {
            var roles = task.EscalatedTo is null ? task.Role : $"{task.Role} or {task.EscalatedTo}";
            return new Refusal("wrong-role", $"“{task.Title}” is for somebody with the role {roles}, which {who.Name} does not hold.");
        }

        if (task.Votes > 1 && Contains(Voted(task.ActivityId, data), who))
            return new Refusal("voted-already", $"{who.Name} has voted already; another {task.Role} casts the next vote.");
        var rule = task.BarredRules.FirstOrDefault(r => Contains(Names(r, data, facts), who));
        return rule is null ? null : new Refusal("barred", $"{who.Name} {Reason(rule)}, so another {task.Role} has to decide “{task.Title}”.");
    }

    private static IEnumerable<string> Names(string rule, StateData data, ReviewFacts facts) => rule switch
    {
        BarRule.Proposer => facts.Proposed?.Authors ?? [],
        BarRule.Approver => facts.Proposed?.Approvals ?? [],
        _ when BarRule.ActivityOf(rule) is { } activity => Voted(activity, data),
        _ when BarRule.UserOf(rule) is { } user => [user],
        _ => throw Unknown(rule),
    };

    /// <summary>The failure of a step whose rule means nobody.</summary>
    public static StepFailedException Unknown(string rule) => new(BarRule.Unknown(rule));

    private static string Reason(string rule) => rule switch
    {
        BarRule.Proposer => "proposed or changed this verdict",
        BarRule.Approver => "has approved this verdict already",
        _ when BarRule.ActivityOf(rule) is { } activity => $"decided the step “{activity}” before",
        _ => "is named as barred in the workflow",
    };

    private static List<string> Voted(string activity, StateData data) => data.DecidedBy.GetValueOrDefault(activity) ?? [];

    private static bool Contains(IEnumerable<string> names, Actor who) => Authorship.Includes(names, who.Name);
}
