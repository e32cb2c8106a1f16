namespace ClaimTracker.Workflows.Steps;

/// <summary>What a decision must bring with it, by the name that a task carries.</summary>
public static class TaskForms
{
    /// <summary>Nothing.</summary>
    public const string None = "none";

    /// <summary><c>{"rating": string, "rationale": string}</c>, neither empty.</summary>
    public const string Verdict = "verdict";

    /// <summary><c>{"reason": string}</c>, not empty.</summary>
    public const string Reason = "reason";

    /// <summary><c>{"claimId": number}</c>, the claim already checked; <c>reason</c> may be there.</summary>
    public const string Link = "link";
}
