namespace ClaimTracker.Workflows.Runner;

/// <summary>Where a claim can be in review. Stored by these names, which the definitions use too.</summary>
public static class Stages
{
    /// <summary>Read out of an article and not yet looked at.</summary>
    public const string New = "New";

    /// <summary>The stage of research, which a review begins with.</summary>
    public const string Researching = "Researching";

    /// <summary>Public.</summary>
    public const string Published = "Published";

    /// <summary>Closed as the same as a claim already checked.</summary>
    public const string Linked = "Linked";

    /// <summary>Closed without a verdict.</summary>
    public const string Declined = "Declined";

    /// <summary>A deadline passed and someone else was called.</summary>
    public const string Escalated = "Escalated";

    /// <summary>All of them, in the order of a claim's journey.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        New, "Triage", "Assigned", Researching, "AwaitingReply", "Drafted", "PeerCheck", "EditorReview",
        "ChangesRequested", "Approved", Published, "RecheckDue", Linked, Declined, "OnHold", Escalated,
    ];
}
