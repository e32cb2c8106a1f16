namespace ClaimTracker.Domain;

/// <summary>What a decision must bring with it, by the name that a task carries.</summary>
public static class TaskForms
{
    /// <summary>Nothing; a <c>reason</c> may be there.</summary>
    public const string None = "none";

    /// <summary>
    /// <c>{"rating": string, "rationale": string}</c>, neither empty; over a published verdict also what changes and why.
    /// </summary>
    public const string Verdict = "verdict";

    /// <summary>
    /// As <see cref="Verdict"/>, for the review that comes after; or neither, which leaves it to whoever researches there.
    /// </summary>
    public const string NewVerdict = "new-verdict";

    /// <summary><c>{"reason": string}</c>, not empty.</summary>
    public const string Reason = "reason";

    /// <summary><c>{"claimId": number}</c>, the claim already checked; <c>reason</c> may be there.</summary>
    public const string Link = "link";

    /// <summary>True where that person, deciding so, is offered to write a verdict.</summary>
    public static bool AsksForVerdict(string form, Actor who) =>
        form == Verdict || (form == NewVerdict && who.Is(Roles.FactChecker));

    /// <summary>The fields that a form sends, by the names that a decision's payload has.</summary>
    public static IReadOnlyList<string> FieldsOf(string form) =>
        form switch
        {
            Verdict or NewVerdict => ["rating", "rationale", "changeKind", "changeReason"],
            Link => ["claimId", "reason"],
            None or Reason => ["reason"],
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
        };
}
