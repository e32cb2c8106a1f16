namespace ClaimTracker.Domain;

/// <summary>What a task allows and asks for, as its step laid it down.</summary>
public sealed record TaskTerms
{
    /// <summary>The decisions that may be taken, in the order of the form.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>
    /// Why people are barred from it: <c>proposer</c>, <c>approver</c>, <c>decided:ACTIVITY</c> or <c>user:NAME</c>.
    /// </summary>
    public IReadOnlyList<string> BarredRules { get; init; } = [];

    /// <summary>True where who decided another step is barred from this one.</summary>
    public bool BarsDeciders => BarredRules.Any(rule => BarRule.ActivityOf(rule) is not null);

    /// <summary>The rules behind <see cref="ReviewTask.Barred"/> in words, e.g. for a refusal.</summary>
    public string WhyBarred() =>
        BarredRules.Count == 0 && !Blind
            ? "the review bars you from it"
            : string.Join("; ", BarredRules.Select(BarRule.Because).Concat(Blind ? [BarRule.Known] : []));

    /// <summary>
    /// What a decision must bring with it, by decision; see <see cref="TaskForms"/>. What is not here needs nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string> Forms { get; init; } = new Dictionary<string, string>();

    /// <summary>The decisions that approve the proposed verdict.</summary>
    public IReadOnlyList<string> Approves { get; init; } = [];

    /// <summary>The decisions that turn the proposed verdict down; they need a reason.</summary>
    public IReadOnlyList<string> Rejects { get; init; } = [];

    /// <summary>
    /// The form that a decision needs: <see cref="TaskForms.Reason"/> at least where it turns the proposal down.
    /// </summary>
    public string FormOf(string decision) =>
        Forms.GetValueOrDefault(decision) ?? (Rejects.Contains(decision) ? TaskForms.Reason : TaskForms.None);

    /// <summary>
    /// How many people have to decide; more than one is a vote, and the task stays open until it is carried or lost.
    /// </summary>
    public int Votes { get; init; } = 1;

    /// <summary>True where several people decide it at once, so that nobody holds it.</summary>
    public bool IsVote => Votes > 1;

    /// <summary>How many votes carry.</summary>
    public int VotesNeeded { get; init; } = 1;

    /// <summary>True where the person must not see what others proposed or decided.</summary>
    public bool Blind { get; init; }
}
