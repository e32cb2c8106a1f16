using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Steps;

/// <summary>
/// A task as a step opens it: all that a queue and a page need to show it, with no knowledge of the step.
/// One task takes one decision, except a vote, which takes one by each of several people.
/// </summary>
public sealed record TaskSpec
{
    private static readonly Dictionary<string, string> NoForms = [];

    /// <summary>
    /// Unique within the review: activity id, <c>#</c>, number of the visit; where one visit opens several, <c>/</c> and a number
    /// more.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The activity that waits.</summary>
    public required string ActivityId { get; init; }

    /// <summary>A few words for lists.</summary>
    public required string Title { get; init; }

    /// <summary>What the person is to do, where the definition says.</summary>
    public string? Instructions { get; init; }

    /// <summary>The role that may decide; see <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    /// <summary>A second role that may decide since the task was escalated.</summary>
    public string? EscalatedTo { get; init; }

    /// <summary>The decisions that may be taken, in the order to show them.</summary>
    public required IReadOnlyList<string> Decisions { get; init; }

    /// <summary>When the task is overdue, UTC.</summary>
    public DateTime? DueAtUtc { get; init; }

    /// <summary>User names that may not decide.</summary>
    public IReadOnlyList<string> Barred { get; init; } = [];

    /// <summary>Why they may not: <c>proposer</c>, <c>approver</c>, <c>decided:ACTIVITY</c> or <c>user:NAME</c>.</summary>
    public IReadOnlyList<string> BarredRules { get; init; } = [];

    /// <summary>
    /// Who decided the step last that the task names in <c>heldFor</c>: it is kept for that person. Null where it is for all.
    /// </summary>
    public string? HeldFor { get; init; }

    /// <summary>
    /// What a decision must bring with it, by decision; see <see cref="TaskForms"/>. What is not here needs nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string> Forms { get; init; } = NoForms;

    /// <summary>The decisions that approve the proposed verdict.</summary>
    public IReadOnlyList<string> Approves { get; init; } = [];

    /// <summary>The decisions that reject the proposed verdict; their form is <see cref="TaskForms.Reason"/>.</summary>
    public IReadOnlyList<string> Rejects { get; init; } = [];

    /// <summary>
    /// How many people have to decide; more than one is a vote, and the task stays open until it is carried or lost.
    /// </summary>
    public int Votes { get; init; } = 1;

    /// <summary>How many votes carry.</summary>
    public int VotesNeeded { get; init; } = 1;

    /// <summary>True where the page must not show what others proposed or decided.</summary>
    public bool Blind { get; init; }

    /// <summary>
    /// The task with its authors barred where it judges the proposed verdict: whatever a definition says, no author approves,
    /// rejects or votes.
    /// </summary>
    internal TaskSpec BarringAuthors() =>
        (Approves.Count == 0 && Rejects.Count == 0) || BarredRules.Contains(BarRule.Proposer)
            ? this
            : this with
            {
                BarredRules = [BarRule.Proposer, .. BarredRules],
            };

    /// <summary>
    /// The task without some decisions; with all of them where none would be left, so that nobody is asked for nothing.
    /// </summary>
    internal TaskSpec Without(IEnumerable<string> decisions) =>
        Decisions.Except(decisions) is var left && left.Any()
            ? this with
            {
                Decisions = [.. Decisions.Where(left.Contains)],
            }
            : this;

    /// <summary>The form that a decision needs; <see cref="TaskForms.None"/> where it needs nothing.</summary>
    public string FormOf(string decision) => Forms.GetValueOrDefault(decision, TaskForms.None);
}
