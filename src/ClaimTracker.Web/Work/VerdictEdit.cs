using ClaimTracker.Domain;

namespace ClaimTracker.Web.Work;

/// <summary>What the form sends that changes a proposed verdict.</summary>
public sealed record VerdictEdit
{
    public long VerdictId { get; init; }

    /// <summary>The verdict's revision as the form was made.</summary>
    public long VerdictRevision { get; init; }

    public string? Rating { get; init; }

    public string? Rationale { get; init; }

    /// <summary>What the new version is, where a verdict is published.</summary>
    public CorrectionKind? ChangeKind { get; init; }

    public string? ChangeReason { get; init; }

    /// <summary>True where what is typed was begun from another text of the proposal and would replace this one unread.</summary>
    public static bool IsStale(PageFields typed, Verdict now) =>
        typed.IsStale("rating", now.Rating)
        || typed.IsStale("rationale", now.Rationale)
        || typed.IsStale("changeKind", now.ChangeKind?.ToString())
        || typed.IsStale("changeReason", now.ChangeReason);
}
