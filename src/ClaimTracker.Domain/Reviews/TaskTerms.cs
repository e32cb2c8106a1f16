namespace ClaimTracker.Domain;

/// <summary>What a task allows and asks for, as its step laid it down.</summary>
public sealed record TaskTerms
{
    /// <summary>The decisions that may be taken, in the order of the form.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>User names that may not decide.</summary>
    public IReadOnlyList<string> Barred { get; init; } = [];

    /// <summary>Why they may not: <c>proposer</c>, <c>approver</c>, <c>decided:ACTIVITY</c> or <c>user:NAME</c>.</summary>
    public IReadOnlyList<string> BarredRules { get; init; } = [];

    /// <summary>What a decision must bring with it, by decision: verdict, reason or link. What is not here needs nothing.</summary>
    public IReadOnlyDictionary<string, string> Forms { get; init; } = new Dictionary<string, string>();

    /// <summary>The decisions that approve the proposed verdict.</summary>
    public IReadOnlyList<string> Approves { get; init; } = [];

    /// <summary>The decisions that turn the proposed verdict down; they need a reason.</summary>
    public IReadOnlyList<string> Rejects { get; init; } = [];

    /// <summary>How many people have to decide; more than one is a vote, and the task stays open until it is carried or lost.</summary>
    public int Votes { get; init; } = 1;

    /// <summary>How many votes carry.</summary>
    public int VotesNeeded { get; init; } = 1;

    /// <summary>True where the person must not see what others proposed or decided.</summary>
    public bool Blind { get; init; }
}
