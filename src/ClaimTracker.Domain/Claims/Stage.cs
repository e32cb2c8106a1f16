namespace ClaimTracker.Domain;

/// <summary>Where a claim is in review. Says nothing of what we hold of it, whether that is public, or how fresh it is.</summary>
public enum Stage
{
    New,
    Triage,
    Assigned,
    Researching,
    AwaitingReply,
    Drafted,
    PeerCheck,
    EditorReview,
    ChangesRequested,
    Approved,
    Published,

    /// <summary>A re-check has begun. The name stands in databases, addresses and workflows, and so is kept.</summary>
    RecheckDue,
    Linked,

    /// <summary>Folded into another claim that nobody has checked; nothing is done with it until it is split off.</summary>
    Folded,
    Declined,
    OnHold,
    Escalated,
}
