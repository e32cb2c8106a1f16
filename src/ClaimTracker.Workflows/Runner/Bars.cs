using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Runner;

/// <summary>Who may not decide a task, and what they are told.</summary>
internal static class Bars
{
    /// <summary>Bars the authors of the proposed verdict. Whatever a definition says, it holds for each task that judges one.</summary>
    public const string Proposer = "proposer";

    private const string Decided = "decided:";
    private const string User = "user:";

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

    /// <summary>True where a rule can be understood; the linter refuses the others.</summary>
    public static bool IsRule(string rule) => rule is Proposer or "approver"
        || (rule.StartsWith(Decided, StringComparison.Ordinal) && rule.Length > Decided.Length)
        || (rule.StartsWith(User, StringComparison.Ordinal) && rule.Length > User.Length);

    /// <summary>The activity that a rule names, or null.</summary>
    public static string? ActivityOf(string rule) =>
        rule.StartsWith(Decided, StringComparison.Ordinal) ? rule[Decided.Length..] : null;

    private static IEnumerable<string> Names(string rule, StateData data, ReviewFacts facts) => rule switch
    {
        Proposer => facts.Proposed?.Authors ?? [],
        "approver" => facts.Proposed?.Approvals ?? [],
        _ when ActivityOf(rule) is { } activity => Voted(activity, data),
        _ when rule.StartsWith(User, StringComparison.Ordinal) => [rule[User.Length..]],
        _ => throw Unknown(rule),
    };

    /// <summary>The failure of a step whose rule means nobody.</summary>
    public static Steps.StepFailedException Unknown(string rule) =>
        new($"“{rule}” bars nobody; use proposer, approver, decided:ACTIVITY or user:NAME");

    private static string Reason(string rule) => rule switch
    {
        Proposer => "proposed or changed this verdict",
        "approver" => "has approved this verdict already",
        _ when ActivityOf(rule) is { } activity => $"decided the step “{activity}” before",
        _ => "is named as barred in the workflow",
    };

    private static List<string> Voted(string activity, StateData data) => data.DecidedBy.GetValueOrDefault(activity) ?? [];

    private static bool Contains(IEnumerable<string> names, Actor who) => Authorship.Includes(names, who.Name);
}
