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

/// <summary>
/// What we say of a claim: a rating with its rationale and evidence. Versioned; once published it is only superseded.
/// </summary>
public sealed class Verdict : IRevised
{
    private Verdict() { }

    internal Verdict(int version, VerdictProposal proposal, IEnumerable<Evidence> evidence, DateTime now)
    {
        Version = version;
        Rating = proposal.Rating;
        Rationale = proposal.Rationale;
        ChangeReason = proposal.ChangeReason;
        ChangeKind = proposal.ChangeKind;
        ProposedBy = proposal.By;
        ReviewId = proposal.ReviewId;
        Workflow = proposal.Workflow;
        ProposedAt = now;
        Evidence.AddRange(evidence);
        Authors.Add(new VerdictAuthor(proposal.By, VerdictAuthor.Proposed, now));
    }

    public long Id { get; private set; }

    public long Revision { get; private set; }

    public long ClaimId { get; private set; }

    /// <summary>1, 2, 3 … within the claim, counting what was turned down too.</summary>
    public int Version { get; private set; }

    /// <summary>
    /// 1, 2, 3 … among the versions that ever were public, given at its release: readers are told this one. Null before.
    /// </summary>
    public int? Number { get; private set; }

    public VerdictStatus Status { get; private set; }

    /// <summary>An id out of <see cref="Ratings"/>.</summary>
    public string Rating { get; private set; } = "";

    public string Rationale { get; private set; } = "";

    /// <summary>What a new version changes in a published verdict and why; shown to readers. Null for a first version.</summary>
    public string? ChangeReason { get; private set; }

    /// <summary>
    /// Whether it says that we were wrong, that the world moved, or that only writing changed. Null for a first version.
    /// </summary>
    public CorrectionKind? ChangeKind { get; private set; }

    public string ProposedBy { get; private set; } = "";

    public DateTime ProposedAt { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>Independent evidence groups that it was held to; a later version may not fall below.</summary>
    public int MinimumGroups { get; private set; }

    /// <summary>Approvals that it was held to; a later version may not fall below.</summary>
    public int RequiredApprovals { get; private set; }

    /// <summary>
    /// True where it was decided at another desk and came by an import, which alone sets it: by whose rules is not known here.
    /// </summary>
    public bool Imported { get; private set; }

    /// <summary>What it was held to.</summary>
    public Minimum HeldTo => new(MinimumGroups, RequiredApprovals);

    public DateTime? ClosedAt { get; private set; }

    public string? RejectedBecause { get; private set; }

    public long? ReviewId { get; private set; }

    /// <summary>Definition and version of the review it came from, e.g. <c>standard-review v2</c>.</summary>
    public string Workflow { get; private set; } = "";

    public List<Approval> Approvals { get; } = [];

    public List<Evidence> Evidence { get; } = [];

    /// <summary>Its proposer first, then whoever changed what an approver has to read, once each.</summary>
    public List<VerdictAuthor> Authors { get; } = [];

    /// <summary>The authors' names, in the order in which they became authors.</summary>
    /// <exception cref="InvalidOperationException">The authors were not loaded; nobody would be one.</exception>
    public IReadOnlyList<string> AuthorNames =>
        Authors.Count > 0
            ? [.. Authors.OrderBy(a => a.Since).ThenBy(a => a.Id).Select(a => a.Name)]
            : throw new InvalidOperationException($"Version {Version} was loaded without its authors.");

    /// <summary>Who approved it as it stands. An author's approval, which an old import may bring, is none.</summary>
    public IEnumerable<string> ValidApprovers => Approvals.Where(a => a.VoidedAt is null && !IsAuthor(a.By)).Select(a => a.By);

    /// <summary>True where the person made this version what it is, and so does not judge it.</summary>
    public bool IsAuthor(string name) => PersonName.Among(AuthorNames, name);

    /// <summary>
    /// Changes a proposal. Whoever approved it before did not approve this text, so those approvals are void; saving it unchanged
    /// does nothing.
    /// </summary>
    public Result Edit(string rating, string rationale, string by, DateTime now)
    {
        if (Status != VerdictStatus.Proposed)
            return NotProposed("edited");
        if (VerdictProposal.Check(rating, rationale) is { } refusal)
            return new Result(refusal);
        if (rating != Rating)
        {
            Rating = rating;
            NoteChange(by, "rating", now);
        }

        if (!WrittenText.Same(rationale, Rationale))
        {
            Rationale = WrittenText.Of(rationale);
            NoteChange(by, "rationale", now);
        }

        return Result.Ok;
    }

    /// <summary>
    /// True where that finding was made before any approval that counts: it was part of what each approver read.
    /// </summary>
    internal bool WasRead(Finding finding) => Approvals.Where(a => a.VoidedAt is null).All(a => a.At >= finding.FoundAt);

    /// <summary>Changes what the new version says that it is, and why.</summary>
    internal void SayChange(CorrectionKind? kind, string? reason, string by, DateTime now)
    {
        if (kind == ChangeKind && WrittenText.Same(reason ?? "", ChangeReason ?? ""))
            return;
        ChangeKind = kind;
        ChangeReason = reason;
        NoteChange(by, "reason of change", now);
    }

    /// <summary>How many of those who approved it read what <paramref name="mark"/> stands for.</summary>
    internal IReadOnlyList<string> ApproversOf(string mark) =>
        [
            .. Approvals
                .Where(a => a.VoidedAt is null && a.Mark == mark && !IsAuthor(a.By))
                .Select(a => a.By)
                .Distinct(PersonName.Comparer),
        ];

    /// <summary>True of a version that was read for readers and that they are not given the text of.</summary>
    public bool IsWithheld { get; private set; }

    /// <summary>
    /// Takes out of a version that was read for readers, and is not tracked, all that it says. What is stored stays: the database
    /// lets no decided version change.
    /// </summary>
    public void WithholdText()
    {
        IsWithheld = true;
        (Rationale, ChangeReason) = ("", null);
        Evidence.Clear();
    }

    /// <summary>
    /// Approves the verdict as it stands. Refuses its authors, a second approval by one person, and what is not proposed.
    /// </summary>
    internal Result Approve(string by, string mark, DateTime now)
    {
        if (Status != VerdictStatus.Proposed)
            return NotProposed("approved");
        if (Authorship.Bar(this, by) is { } author)
            return new Result(author);
        if (PersonName.Among(ValidApprovers, by))
        {
            return Result.Refused(
                "approved-already",
                "You have approved this verdict already; a second approval has to come from somebody else."
            );
        }

        Approvals.Add(new Approval(by, mark, now));
        return Result.Ok;
    }

    /// <summary>
    /// Something that an approver has to read was changed by <paramref name="by"/>, who is an author from now on; approvals are
    /// void.
    /// </summary>
    internal void NoteChange(string by, string what, DateTime now)
    {
        if (!IsAuthor(by))
            Authors.Add(new VerdictAuthor(by, what, now));
        foreach (var approval in Approvals.Where(a => a.VoidedAt is null))
            approval.VoidedAt = now;
    }

    internal void Close(VerdictStatus status, DateTime now, string? because = null)
    {
        Status = status;
        ClosedAt = now;
        RejectedBecause = because;
    }

    internal void Release(Minimum heldTo, int number, DateTime now)
    {
        Number = number;
        (MinimumGroups, RequiredApprovals) = (heldTo.Groups, heldTo.Approvals);
        Status = VerdictStatus.Published;
        PublishedAt = now;
    }

    private Result NotProposed(string action) =>
        Result.Refused(
            "not-proposed",
            $"Version {Version} of the verdict is {Status.ToString().ToLowerInvariant()} and cannot be {action}; propose a new version instead."
        );
}
