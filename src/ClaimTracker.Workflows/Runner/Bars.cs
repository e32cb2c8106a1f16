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
            .. task
                .BarredRules.SelectMany(rule => Names(rule, data, facts))
                .Concat(task.Votes > 1 ? Voted(task.ActivityId, data) : [])
                .Concat(Knowing(task, facts))
                .Distinct(PersonName.Comparer),
        ];

    /// <summary>Why this person is refused, or null where they are not.</summary>
    public static Refusal? Check(TaskSpec task, Actor who, StateData data, ReviewFacts facts)
    {
        if (TaskRule.WrongRole(task.Title, task.Role, task.EscalatedTo, who) is { } wrong)
            return wrong;
        if (task.Votes > 1 && Contains(Voted(task.ActivityId, data), who))
            return new Refusal("voted-already", $"{who.Name} has voted already; another {task.Role} casts the next vote.");
        var rule = task.BarredRules.FirstOrDefault(r => Contains(Names(r, data, facts), who));
        return rule is not null ? TaskRule.Barred(task.Title, task.Role, BarRule.Because(rule))
            : Contains(Knowing(task, facts), who) ? TaskRule.Barred(task.Title, task.Role, BarRule.Known)
            : null;
    }

    private static IEnumerable<string> Knowing(TaskSpec task, ReviewFacts facts) =>
        task.Blind ? facts.Knowing.Concat(facts.Proposed?.Authors ?? []) : [];

    private static IEnumerable<string> Names(string rule, StateData data, ReviewFacts facts) =>
        rule switch
        {
            BarRule.Proposer => facts.Proposed?.Authors ?? [],
            BarRule.Approver => facts.Proposed?.Approvals ?? [],
            _ when BarRule.ActivityOf(rule) is { } activity => Voted(activity, data),
            _ when BarRule.UserOf(rule) is { } user => [user],
            _ => throw Unknown(rule),
        };

    /// <summary>The failure of a step whose rule means nobody.</summary>
    public static StepFailedException Unknown(string rule) => new(BarRule.Unknown(rule));

    private static List<string> Voted(string activity, StateData data) => data.DecidedBy.GetValueOrDefault(activity) ?? [];

    private static bool Contains(IEnumerable<string> names, Actor who) => PersonName.Among(names, who.Name);
}
