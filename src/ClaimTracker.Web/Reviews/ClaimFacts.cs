using ClaimTracker.Domain;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Web.Reviews;

/// <summary>What a workflow may know of a claim.</summary>
internal static class ClaimFacts
{
    /// <param name="claim">The claim, with evidence and the versions that a move reads.</param>
    /// <param name="recheckOutcome">What the review's re-check has met; null where it is none.</param>
    /// <param name="workflow">The definition that reviews claims of its kind.</param>
    public static ReviewFacts Of(Claim claim, RecheckOutcome? recheckOutcome, string workflow) =>
        new()
        {
            ClaimId = claim.Id,
            Kind = claim.Kind,
            Workflow = workflow,
            Stage = claim.Stage,
            IndependentGroups = EvidenceGroups.CountIndependent(claim.Evidence),
            Proposed = claim.ProposedVerdict is { } proposed
                ? new ProposedVerdict(proposed.ProposedBy, proposed.AuthorNames, proposed.Rating, [.. proposed.ValidApprovers])
                : null,
            PublishedRating = claim.IsInForce ? claim.Rating : null,
            WatchedSources = claim.PublishedVerdict is { } published ? Round.Watched(published).Count() : 0,
            RecheckOutcome = recheckOutcome,
        };
}
