using System.Globalization;

namespace ClaimTracker.Domain;

/// <content>What we say of the claim, and whether that is public.</content>
public sealed partial class Claim
{
    public Publication Publication { get; private set; }

    /// <summary>Rating of the latest published verdict.</summary>
    public string? Rating { get; private set; }

    /// <summary>Version of the latest published verdict.</summary>
    public int? VerdictVersion { get; private set; }

    /// <summary>When a verdict was first published.</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The version under review now, or null.</summary>
    public Verdict? ProposedVerdict => Verdicts.Find(v => v.Status == VerdictStatus.Proposed);

    /// <summary>
    /// Another text whenever what an approver has to read is another: the proposal's words, the evidence that stands, what was found against
    /// the published version. Null without a proposal.
    /// </summary>
    public string? ProposalMark
    {
        get
        {
            var standing = Evidence.OrderByDescending(e => e.Id).Take(100).Where(e => e.WithdrawnAt is null).ToList();
            return ProposedVerdict is { } proposed
                ? string.Create(CultureInfo.InvariantCulture, $"{proposed.Id}.{proposed.Revision}.{standing.Count}.{standing.FirstOrDefault()?.Id ?? 0}.{string.Join('+', OpenFindings.Select(f => f.Id))}")
                : null;
        }
    }

    /// <summary>The version that readers see, or null.</summary>
    public Verdict? PublishedVerdict => Verdicts.Find(v => v.Status == VerdictStatus.Published);

    /// <summary>Proposes a verdict on the evidence that stands now; an earlier proposal still open is replaced.</summary>
    public Result<Verdict> Propose(VerdictProposal proposal, DateTime now)
    {
        if (VerdictProposal.Check(proposal.Rating, proposal.Rationale) is { } refusal)
            return refusal;
        if (PublishedVerdict is not null && string.IsNullOrWhiteSpace(proposal.ChangeReason))
            return new Refusal("change-reason", "A verdict is published already: say what the new one changes and why; readers see it.");
        ProposedVerdict?.Close(VerdictStatus.Rejected, now, "Replaced by a later proposal.");
        var version = Verdicts.Count == 0 ? 1 : Verdicts.Max(v => v.Version) + 1;
        var verdict = new Verdict(version, proposal, Evidence.Where(e => e.WithdrawnAt is null), now);
        Verdicts.Add(verdict);
        return verdict;
    }

    /// <summary>Turns the proposal down; it stays in the history with the reason.</summary>
    public Result RejectProposal(string reason, DateTime now)
    {
        if (ProposedVerdict is not { } proposed)
            return Result.Refused("no-proposal", "There is no proposed verdict to turn down.");
        proposed.Close(VerdictStatus.Rejected, now, reason);
        return Result.Ok;
    }

    /// <summary>
    /// Publishes the proposal. Refused below <paramref name="minimumGroups"/> of independent evidence and below
    /// <paramref name="approvals"/> valid approvals by people other than its authors. A verdict already public is superseded,
    /// and a correction says what changed.
    /// </summary>
    public Result Publish(int minimumGroups, int approvals, RecheckPolicy policy, DateTime now)
    {
        if (ProposedVerdict is not { } proposed)
            return Result.Refused("no-proposal", "There is no proposed verdict to publish.");
        var groups = EvidenceGroups.CountIndependent(proposed.Evidence);
        if (groups < minimumGroups)
            return Result.Refused("evidence-minimum", $"Publishing needs {minimumGroups} independent evidence group(s); this verdict stands on {groups}. Sources that quote us and context do not count.");
        var approvers = proposed.ValidApprovers.Where(a => a != proposed.ProposedBy && a != proposed.EditedBy).Distinct().ToList();
        if (approvers.Count < approvals)
            return Result.Refused("approvals", $"Publishing needs {approvals} approval(s) of the verdict as it stands; it has {approvers.Count}. An edit or new evidence after an approval voids it: send it back and approve it again.");

        var earlier = PublishedVerdict;
        earlier?.Close(VerdictStatus.Superseded, now);
        proposed.Release(minimumGroups, approvals, now);
        Settle(Settlement.NewVersion, approvers.FirstOrDefault() ?? proposed.ProposedBy, OpenFindings.Where(f => proposed.WasRead(f)), now);
        if (earlier is not null)
            Corrections.Add(new Correction(CorrectionOf(earlier, proposed), earlier, proposed, proposed.ChangeReason!, approvers.FirstOrDefault() ?? "", now));
        Publication = Publication.Published;
        Listed = true;
        Rating = proposed.Rating;
        VerdictVersion = proposed.Version;
        PublishedAt ??= now;
        VerdictIssuedAt = now;
        Verify(Verifier.Person, approvers.FirstOrDefault() ?? proposed.ProposedBy, policy, now);
        return Result.Ok;
    }

    /// <summary>Withdraws the published verdict; that it was withdrawn, and why, stays public.</summary>
    public Result Retract(string why, string by, DateTime now)
    {
        if (PublishedVerdict is not { } published)
            return Result.Refused("not-published", "There is no published verdict to retract.");
        if (string.IsNullOrWhiteSpace(why))
            return Result.Refused("reason", "Say why the verdict is retracted; readers see it.");
        published.Close(VerdictStatus.Retracted, now, why);
        Corrections.Add(new Correction(CorrectionKind.Retracted, published, null, why, by, now));
        Settle(Settlement.Retraction, by, OpenFindings, now);
        Publication = Publication.Retracted;
        EnterStage(Stage.Published, now);
        NextCheckDueAt = null;
        NextAttemptAt = null;
        StaleAt = null;
        return Result.Ok;
    }

    // A verdict whose rating moved to "outdated" was right in its day; any other change of rating corrects it.
    private static CorrectionKind CorrectionOf(Verdict from, Verdict to) =>
        to.Rating == from.Rating || to.Rating == "outdated" ? CorrectionKind.Updated : CorrectionKind.Corrected;
}
