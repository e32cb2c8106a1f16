namespace ClaimTracker.Domain;

/// <summary>Where a version of a verdict stands.</summary>
public enum VerdictStatus
{
    Proposed,
    Published,
    Superseded,
    Rejected,
    Retracted,
}

/// <summary>What we say of a claim: a rating with its rationale and evidence. Versioned; once published it is only superseded.</summary>
public sealed class Verdict : IRevised
{
    private Verdict()
    {
    }

    internal Verdict(int version, VerdictProposal proposal, IEnumerable<Evidence> evidence, DateTime now)
    {
        Version = version;
        Rating = proposal.Rating;
        Rationale = proposal.Rationale;
        ChangeReason = proposal.ChangeReason;
        ProposedBy = proposal.By;
        ReviewId = proposal.ReviewId;
        Workflow = proposal.Workflow;
        ProposedAt = now;
        Evidence.AddRange(evidence);
    }

    public long Id { get; private set; }

    public long Revision { get; private set; }

    public long ClaimId { get; private set; }

    /// <summary>1, 2, 3 … within the claim.</summary>
    public int Version { get; private set; }

    public VerdictStatus Status { get; private set; }

    /// <summary>An id out of <see cref="Ratings"/>.</summary>
    public string Rating { get; private set; } = "";

    public string Rationale { get; private set; } = "";

    /// <summary>What a new version changes in a published verdict and why; shown to readers. Null for a first version.</summary>
    public string? ChangeReason { get; private set; }

    public string ProposedBy { get; private set; } = "";

    /// <summary>Who changed the proposal after it was made; neither that person nor the proposer may approve.</summary>
    public string? EditedBy { get; private set; }

    public DateTime ProposedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>Independent evidence groups that its workflow asked for; a later version may not fall below.</summary>
    public int MinimumGroups { get; private set; }

    /// <summary>Approvals that its workflow asked for.</summary>
    public int RequiredApprovals { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public string? RejectedBecause { get; private set; }

    public long? ReviewId { get; private set; }

    /// <summary>Definition and version of the review it came from, e.g. <c>standard-review v2</c>.</summary>
    public string Workflow { get; private set; } = "";

    public List<Approval> Approvals { get; } = [];

    public List<Evidence> Evidence { get; } = [];

    /// <summary>Who approved it as it stands.</summary>
    public IEnumerable<string> ValidApprovers => Approvals.Where(a => a.VoidedAt is null).Select(a => a.By);

    /// <summary>Approves the verdict as it stands. Refuses its authors, a second approval by one person, and what is not proposed.</summary>
    public Result Approve(string by, DateTime now)
    {
        if (Status != VerdictStatus.Proposed)
            return NotProposed("approved");
        if (by == ProposedBy)
            return Result.Refused("own-verdict", "You proposed this verdict, so another editor has to approve it.");
        if (by == EditedBy)
            return Result.Refused("own-verdict", "You changed this verdict after it was proposed, so another editor has to approve it.");
        if (ValidApprovers.Contains(by))
            return Result.Refused("approved-already", "You have approved this verdict already; a second approval has to come from somebody else.");
        Approvals.Add(new Approval(by, now));
        return Result.Ok;
    }

    /// <summary>Changes a proposal. Whoever approved it before did not approve this text, so those approvals are void.</summary>
    public Result Edit(string rating, string rationale, string by, DateTime now)
    {
        if (Status != VerdictStatus.Proposed)
            return NotProposed("edited");
        if (VerdictProposal.Check(rating, rationale) is { } refusal)
            return new Result(refusal);
        Rating = rating;
        Rationale = rationale;
        if (by != ProposedBy)
            EditedBy = by;
        VoidApprovals(now);
        return Result.Ok;
    }

    /// <summary>True where that finding was made before any approval that counts: it was part of what each approver read.</summary>
    internal bool WasRead(Finding finding) => Approvals.Where(a => a.VoidedAt is null).All(a => a.At >= finding.FoundAt);

    internal void VoidApprovals(DateTime now)
    {
        foreach (var approval in Approvals.Where(a => a.VoidedAt is null))
            approval.VoidedAt = now;
    }

    internal void Close(VerdictStatus status, DateTime now, string? because = null)
    {
        Status = status;
        ClosedAt = now;
        RejectedBecause = because;
    }

    internal void Release(int minimumGroups, int approvals, DateTime now)
    {
        MinimumGroups = minimumGroups;
        RequiredApprovals = approvals;
        Status = VerdictStatus.Published;
        PublishedAt = now;
    }

    private Result NotProposed(string action) => Result.Refused("not-proposed",
        $"Version {Version} of the verdict is {Status.ToString().ToLowerInvariant()} and cannot be {action}; propose a new version instead.");
}
