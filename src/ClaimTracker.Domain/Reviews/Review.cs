using System.Linq.Expressions;

namespace ClaimTracker.Domain;

/// <summary>One run of a workflow over a claim. It keeps the definition's version that it began with.</summary>
public sealed class Review : IRevised
{
    private Review() { }

    /// <summary>A review that begins now.</summary>
    public Review(Claim claim, string definitionId, int definitionVersion, string versionId, string startedBy, DateTime startedAt)
    {
        Claim = claim;
        ClaimId = claim.Id;
        DefinitionId = definitionId;
        DefinitionVersion = definitionVersion;
        VersionId = versionId;
        StartedBy = startedBy;
        StartedAt = startedAt;
    }

    public long Id { get; private set; }

    public long Revision { get; private set; }

    public long ClaimId { get; private set; }

    public Claim Claim { get; private set; } = null!;

    public string DefinitionId { get; private set; } = "";

    public int DefinitionVersion { get; private set; }

    /// <summary>The id of the definition's version, which never changes its content.</summary>
    public string VersionId { get; private set; } = "";

    public ReviewStatus Status { get; private set; }

    /// <summary>The engine's state: one small JSON document.</summary>
    public string State { get; private set; } = "{}";

    /// <summary>What failed and where; null unless faulted.</summary>
    public string? Fault { get; private set; }

    /// <summary>The review whose step started this one.</summary>
    public Review? Parent { get; init; }

    public long? ParentId { get; private set; }

    /// <summary>The name by which the parent's state knows this review.</summary>
    public string? ChildKey { get; init; }

    /// <summary>The re-check that this review carries out; null for a first review.</summary>
    public Recheck? Recheck { get; init; }

    public long? RecheckId { get; private set; }

    /// <summary>When one of its steps asked for looks at the sources; null where none waits for them.</summary>
    public DateTime? LooksAskedAt { get; private set; }

    public string StartedBy { get; private set; } = "";

    public DateTime StartedAt { get; private set; }

    public DateTime? EndedAt { get; private set; }

    public List<ReviewTask> Tasks { get; } = [];

    public List<ReviewTimer> Timers { get; } = [];

    public List<ReviewStep> Steps { get; } = [];

    /// <summary>The reviews that have not ended, for queries: as <see cref="IsUnderWay"/>.</summary>
    public static Expression<Func<Review, bool>> UnderWay { get; } =
        review =>
            review.Status == ReviewStatus.Suspended
            || review.Status == ReviewStatus.Held
            || review.Status == ReviewStatus.Faulted;

    /// <summary>True until the review has ended: also while it is on hold, and while it stands at a step that failed.</summary>
    public bool IsUnderWay => !Status.IsOver();

    /// <summary>Definition and version, as shown with a verdict.</summary>
    public string Workflow => $"{DefinitionId} v{DefinitionVersion}";

    /// <summary>A step waits for looks at the sources, or, with null, none does any more.</summary>
    public void WaitForLooks(DateTime? askedAt) => LooksAskedAt = askedAt;

    /// <summary>Goes on by another version of its definition.</summary>
    public void GoOnBy(int definitionVersion, string versionId)
    {
        DefinitionVersion = definitionVersion;
        VersionId = versionId;
    }

    /// <summary>Takes over what the engine made of the review.</summary>
    public void MoveTo(ReviewStatus status, string state, string? fault, DateTime now)
    {
        Status = status;
        State = state;
        Fault = fault;
        EndedAt = status.IsOver() ? now : null;
        if (EndedAt is not null)
            LooksAskedAt = null;
    }
}
