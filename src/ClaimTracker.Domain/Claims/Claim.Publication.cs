namespace ClaimTracker.Domain;

/// <content>What we say of the claim, and whether that is public.</content>
public sealed partial class Claim
{
    public Publication Publication { get; private set; }

    /// <summary>Rating of the latest published verdict.</summary>
    public string? Rating { get; private set; }

    /// <summary>Version of the latest published verdict.</summary>
    public int? VerdictVersion { get; private set; }

    /// <summary>That version's number among those that ever were public (<see cref="Verdict.Number"/>).</summary>
    public int? VerdictNumber { get; private set; }

    /// <summary>When a verdict was first published.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The version under review now, or null.</summary>
    public Verdict? ProposedVerdict => Verdicts.Find(v => v.Status == VerdictStatus.Proposed);

    /// <summary>
    /// Another text whenever what an approver has to read is another, what was found against the published version included. Null
    /// without a proposal. Evidence, verdicts and open findings have to be loaded.
    /// </summary>
    public string? ProposalMark => ProposedVerdict is { } proposed ? ReadingMark.Of(this, proposed) : null;

    /// <summary>The version that readers see, or null.</summary>
    public Verdict? PublishedVerdict => Verdicts.Find(v => v.Status == VerdictStatus.Published);

    /// <summary>Proposes a verdict on the evidence that stands now; an earlier proposal still open is replaced.</summary>
    public Result<Verdict> Propose(VerdictProposal proposal, DateTime now)
    {
        if (VerdictProposal.Check(proposal.Rating, proposal.Rationale) is { } refusal)
            return refusal;
        if (
            VerdictProposal.CheckChange(PublishedVerdict, proposal.Rating, proposal.ChangeKind, proposal.ChangeReason) is
            { } unsaid
        )
        {
            return unsaid;
        }

        ProposedVerdict?.Close(VerdictStatus.Rejected, now, "Replaced by a later proposal.");
        var version = Verdicts.Count == 0 ? 1 : Verdicts.Max(v => v.Version) + 1;
        var verdict = new Verdict(version, proposal, Evidence.Where(e => e.WithdrawnAt is null), now);
        Verdicts.Add(verdict);
        return verdict;
    }

    /// <summary>
    /// Approves the proposal that <paramref name="seen"/> is the mark of. Refused where it reads otherwise now, and to its
    /// authors.
    /// </summary>
    public Result ApproveProposal(string by, string? seen, DateTime now)
    {
        if (ProposedVerdict is not { } proposed)
            return Result.Refused("no-proposal", "There is no proposed verdict to approve.");
        return NotAsSeen(seen) is { } changed
            ? new Result(changed)
            : proposed.Approve(by, ReadingMark.OfText(this, proposed), now);
    }

    /// <summary>
    /// Why an approval of what <paramref name="seen"/> is the mark of would be none of the proposal as it stands; null where it
    /// would be.
    /// </summary>
    public Refusal? NotAsSeen(string? seen) =>
        seen == ProposalMark
            ? null
            : new Refusal(
                "changed-meanwhile",
                "The proposed verdict, its evidence or the claim was changed after you opened the page, so you have not read what you would approve. Read it as it stands now, then decide again."
            );

    /// <summary>
    /// Changes the proposal: what it says, and what the new version says that it is. Whoever does is an author of it.
    /// </summary>
    public Result EditProposal(string rating, string rationale, CorrectionKind? kind, string? reason, string by, DateTime now)
    {
        if (ProposedVerdict is not { } proposed)
            return Result.Refused("no-proposal", "There is no proposed verdict to change.");
        if (VerdictProposal.CheckChange(PublishedVerdict, rating, kind, reason) is { } unsaid)
            return new Result(unsaid);
        var edited = proposed.Edit(rating, rationale, by, now);
        if (edited.IsOk && PublishedVerdict is not null)
            proposed.SayChange(kind, reason, by, now);
        return edited;
    }

    /// <summary>Turns the proposal down; it stays in the history with the reason. Refused to its authors.</summary>
    public Result RejectProposal(string by, string reason, DateTime now)
    {
        if (ProposedVerdict is not { } proposed)
            return Result.Refused("no-proposal", "There is no proposed verdict to turn down.");
        if (Authorship.Bar(proposed, by) is { } author)
            return new Result(author);
        proposed.Close(VerdictStatus.Rejected, now, $"{by}: {reason}");
        return Result.Ok;
    }

    /// <summary>
    /// What a new version is held to: the greatest of what its step asks, the floor, and what the last version that was ever
    /// public was held to, retracted or not.
    /// </summary>
    public Minimum MinimumOf(Minimum step)
    {
        var last = Verdicts.Where(v => v.PublishedAt is not null).MaxBy(v => v.Version);
        return step.AtLeast(Minimum.Floor).AtLeast(last?.HeldTo ?? Minimum.Floor);
    }

    /// <summary>
    /// Publishes the proposal. Refused below <see cref="MinimumOf"/>: of <paramref name="minimumGroups"/> of independent
    /// evidence, and of
    /// <paramref name="approvals"/> of the verdict as it reads now by people other than its authors. A verdict already public is
    /// superseded, and a correction says what changed. Publishing verifies, unless it only mends a typo or stands on a passage
    /// that looks have missed. A suspension ends where somebody else than the suspender approved.
    /// </summary>
    public Result Publish(int minimumGroups, int approvals, RecheckPolicy policy, DateTime now)
    {
        if (ProposedVerdict is not { } proposed)
            return Result.Refused("no-proposal", "There is no proposed verdict to publish.");
        var step = new Minimum(minimumGroups, approvals).AtLeast(Minimum.Floor);
        var needed = MinimumOf(step);
        var groups = EvidenceGroups.CountIndependent(proposed.Evidence);
        if (groups < needed.Groups)
        {
            return Result.Refused(
                "evidence-minimum",
                $"Publishing needs {Plural.Of(needed.Groups, "independent group")} of evidence; this verdict stands on {groups}. Sources that quote us and context do not count.{Because(needed.Groups > step.Groups)}"
            );
        }

        var approvers = proposed.ApproversOf(ReadingMark.OfText(this, proposed));
        if (approvers.Count < needed.Approvals)
        {
            return new Result(
                new Refusal(
                    "approvals",
                    $"Publishing needs {Plural.Of(needed.Approvals, "approval")} of the verdict as it stands; {Standing(proposed, approvers, now)}. A change of text, wording or evidence after an approval voids it.{Because(needed.Approvals > step.Approvals)}"
                )
                {
                    ApprovalsWanting = needed.Approvals - approvers.Count,
                }
            );
        }

        if (
            VerdictProposal.CheckChange(PublishedVerdict, proposed.Rating, proposed.ChangeKind, proposed.ChangeReason) is
            { } unsaid
        )
        {
            return new Result(unsaid);
        }

        var earlier = PublishedVerdict;
        earlier?.Close(VerdictStatus.Superseded, now);
        VerdictNumber = (VerdictNumber ?? 0) + 1;
        proposed.Release(needed, VerdictNumber.Value, now);
        var isTypo = earlier is not null && proposed.ChangeKind == CorrectionKind.Typo;
        if (!isTypo)
            Settle(Settlement.NewVersion, approvers[0], OpenFindings.Where(f => proposed.WasRead(f)), now);
        if (earlier is not null)
        {
            Corrections.Add(
                new Correction(proposed.ChangeKind!.Value, earlier, proposed, proposed.ChangeReason!, approvers[0], now)
            );
        }

        EndSuspensionBy(proposed, approvers, now);
        Listed = true;
        Rating = proposed.Rating;
        VerdictVersion = proposed.Version;
        PublishedAt ??= now;
        VerdictIssuedAt = now;
        var isLost = DoubtWhatIsLost(proposed, now);

        // By what its approvers say only writing changed: nobody looked whether the verdict holds. And nobody saw standing what
        // looks have missed.
        if (!isTypo && !isLost)
        {
            Verify(Verifier.Person, approvers[^1], policy, now);
            return Result.Ok;
        }

        // A verdict that was retracted before is due for nothing until it is public again.
        if (PersonDueAt is null)
            ExpectPerson(policy, now);
        ScheduleNext(policy, VerifiedAt(now) ?? now, atLatest: NextCheckDueAt);
        return Result.Ok;
    }

    /// <summary>
    /// Withdraws the published verdict; that it was withdrawn, and why, stays public. The texts of all versions are withheld.
    /// </summary>
    public Result Retract(string why, string by, DateTime now)
    {
        if (PublishedVerdict is not { } published)
            return Result.Refused("not-published", "There is no published verdict to retract.");
        if (string.IsNullOrWhiteSpace(why))
            return Result.Refused("reason", "Say why the verdict is retracted; readers see it.");
        published.Close(VerdictStatus.Retracted, now, why);
        Corrections.Add(new Correction(CorrectionKind.Retracted, published, null, why, by, now));
        Settle(Settlement.Retraction, by, OpenFindings, now);
        WithholdRetracted(published.Version, by, now);
        Publication = Publication.Retracted;
        EnterStage(Stage.Published, now);
        NextCheckDueAt = null;
        NextAttemptAt = null;
        (StaleAt, ExpiresAt) = (null, null);
        (RecheckDueAt, RecheckBecause) = (null, null);
        (PersonDueAt, PersonStaleAt) = (null, null);
        return Result.Ok;
    }

    // One that is being given with this very act counts only once the act is done, and one that a change voided not any more.
    private static string Standing(Verdict proposed, IReadOnlyList<string> approvers, DateTime now)
    {
        var given = proposed.Approvals.Count(a => a.At == now && PersonName.Among(approvers, a.By));
        var voided = proposed
            .Approvals.Where(a => !PersonName.Among(approvers, a.By))
            .Select(a => a.By)
            .Distinct(PersonName.Comparer)
            .Count();
        return $"it has {approvers.Count - given}"
            + (given > 0 ? $", {approvers.Count} with the one that is given now" : "")
            + (voided > 0 ? $", and {voided} that {(voided == 1 ? "counts" : "count")} no more" : "");
    }

    private static string Because(bool higher) =>
        higher
            ? " The version that was public before was held to that, and no later one falls below it; a re-check asks for as much."
            : "";
}
