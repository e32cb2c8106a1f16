namespace ClaimTracker.Domain;

/// <content>Findings that speak against the published verdict. While one is open the claim is in doubt.</content>
public sealed partial class Claim
{
    /// <summary>When the oldest finding was made that is not settled; null where all are.</summary>
    public DateTime? InDoubtSince { get; private set; }

    /// <summary>
    /// When a finding was last made. It changes with each, so that nobody settles the claim's doubt without having seen the
    /// latest.
    /// </summary>
    public DateTime? LastFoundAt { get; private set; }

    /// <summary>Loaded with the claim wherever one is raised or settled: at least those that are open.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>The findings that nobody has settled, oldest first.</summary>
    public IEnumerable<Finding> OpenFindings =>
        Findings.Where(f => f.SettledAt is null).OrderBy(f => f.FoundAt).ThenBy(f => f.Id);

    /// <summary>
    /// Puts the published verdict in doubt. The same seen again at the same source is the same finding. Unless the passage was
    /// <paramref name="seen"/> standing, a change is a change of the passage itself.
    /// </summary>
    public Result<Finding> Raise(FindingKind kind, Evidence? evidence, string words, DateTime now, SeenPassage? seen = null)
    {
        if (!IsInForce || VerdictVersion is not { } version)
            return new Refusal("not-published", "Only a published verdict can be in doubt.");
        var finding = new Finding(kind, version, evidence, words, now, seen);
        if (finding.IsLoss)
            evidence?.NoteLoss(kind == FindingKind.Missing ? PassageLoss.Missing : PassageLoss.Differs, now);
        if (
            OpenFindings.FirstOrDefault(open => open.Kind == kind && open.IsAt(evidence) && open.Words == finding.Words) is
            { } same
        )
        {
            return same;
        }

        Findings.Add(finding);
        InDoubtSince ??= now;
        LastFoundAt = now;
        return finding;
    }

    /// <summary>
    /// Raises what a look found. Where it names no source, the outcome itself is the finding. A source that could not be read is
    /// one only once that has lasted longer than a check may be overdue.
    /// </summary>
    private void RaiseWhatWasFound(
        RecheckOutcome outcome,
        IReadOnlyCollection<SourceOutcome> looks,
        string words,
        RecheckPolicy policy,
        DateTime now
    )
    {
        foreach (var look in looks)
        {
            look.Evidence.NoteLook(look.Outcome, look.Seen?.Stands == true, now);
            if (look.Outcome is RecheckOutcome.Changed or RecheckOutcome.Missing)
            {
                Raise(
                    look.Outcome == RecheckOutcome.Changed ? FindingKind.Changed : FindingKind.Missing,
                    look.Evidence,
                    look.Words,
                    now,
                    look.Seen
                );
            }
            else if (
                look.Evidence.UnreachableSince + policy.StaleAfter <= now
                && !OpenFindings.Any(f => f.Kind == FindingKind.Unreachable && f.IsAt(look.Evidence))
            )
            {
                Raise(FindingKind.Unreachable, look.Evidence, look.Words, now);
            }
        }

        if (outcome is RecheckOutcome.Changed or RecheckOutcome.Missing && !looks.Any(look => look.Outcome == outcome))
            Raise(outcome == RecheckOutcome.Changed ? FindingKind.Changed : FindingKind.Missing, null, words, now);
    }

    /// <summary>
    /// Puts the claim in doubt where what is left of the evidence is less than the published version was held to.
    /// </summary>
    private void DoubtWhereGroundIsGone(Evidence withdrawn, string by, DateTime now)
    {
        if (PublishedVerdict is { } published && published.Evidence.Contains(withdrawn))
            RaiseWhereBelowMinimum(withdrawn, $"{by} withdrew {withdrawn.Source}.", now);
    }

    /// <summary>
    /// Puts the claim in doubt where what is left of the published version's evidence is less than it was held to, and no open
    /// finding says so: after an import, which may have brought it so.
    /// </summary>
    public void DoubtWhatIsBelowMinimum(DateTime now)
    {
        if (PublishedVerdict is not { } published || OpenFindings.Any(f => f.Kind == FindingKind.BelowMinimum))
            return;
        var withdrawn = published.Evidence.Where(e => e.WithdrawnAt is not null).MaxBy(e => e.WithdrawnAt);
        var at = withdrawn?.WithdrawnAt ?? published.PublishedAt ?? now;
        RaiseWhereBelowMinimum(
            withdrawn,
            withdrawn is null ? "It came in so." : $"{withdrawn.WithdrawnBy} withdrew {withdrawn.Source}.",
            at < now ? at : now
        );
    }

    /// <summary>
    /// Puts the claim in doubt where sources of the published version turned out to be one, so that it stands on less than it was
    /// held to.
    /// </summary>
    /// <param name="evidence">The source whose page told so.</param>
    /// <param name="before">The independent groups that the published version stood on until then.</param>
    /// <param name="now">When.</param>
    public void DoubtWhereGroupsFall(Evidence evidence, int before, DateTime now)
    {
        if (PublishedVerdict is { } published && EvidenceGroups.CountIndependent(published.Evidence) < before)
            RaiseWhereBelowMinimum(evidence, $"{evidence.Source} leads to where another source is.", now);
    }

    private void RaiseWhereBelowMinimum(Evidence? withdrawn, string why, DateTime now)
    {
        if (PublishedVerdict is not { } published)
            return;
        var (left, held) = (EvidenceGroups.CountIndependent(published.Evidence), Math.Max(1, published.MinimumGroups));
        if (left < held)
        {
            Raise(
                FindingKind.BelowMinimum,
                withdrawn,
                $"{why} The verdict stands on {Plural.Of(left, "independent group")} now and was held to {held}.",
                now
            );
        }
    }

    // Ground that is gone comes back with a new version, not by looking at what is left.
    private void SettleByCheck(Settlement how, string by, IEnumerable<Finding> findings, DateTime now) =>
        Settle(how, by, findings.Where(f => f.Kind != FindingKind.BelowMinimum), now);

    private void Settle(Settlement how, string by, IEnumerable<Finding> findings, DateTime now)
    {
        var open = OpenFindings.ToList();
        if (InDoubtSince is not null && open.Count == 0)
        {
            throw new InvalidOperationException(
                $"Claim {Id} is in doubt, and the finding is not loaded; load its findings before it is settled."
            );
        }

        foreach (var finding in findings.Where(open.Contains).ToList())
            finding.Settle(how, by, now);
        InDoubtSince = OpenFindings.FirstOrDefault()?.FoundAt;
    }
}
