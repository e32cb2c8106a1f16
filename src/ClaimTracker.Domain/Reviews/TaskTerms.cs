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

    /// <summary>What a decision brings with it: none, verdict, reason or link.</summary>
    public string Form { get; init; } = "none";

    /// <summary>The decisions that need the form filled in.</summary>
    public IReadOnlyList<string> FormFor { get; init; } = [];

    /// <summary>The decisions that approve the proposed verdict.</summary>
    public IReadOnlyList<string> Approves { get; init; } = [];

    /// <summary>The decisions that turn the proposed verdict down; they need a reason.</summary>
    public IReadOnlyList<string> Rejects { get; init; } = [];

    /// <summary>Which seat of a vote this is, from 1.</summary>
    public int Seat { get; init; } = 1;

    public int Seats { get; init; } = 1;

    /// <summary>How many votes carry.</summary>
    public int VotesNeeded { get; init; } = 1;

    /// <summary>True where the person must not see what others proposed or decided.</summary>
    public bool Blind { get; init; }
}
