using ClaimTracker.Domain;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Web.Reviews;

/// <summary>What a workflow may know of a claim.</summary>
internal static class ClaimFacts
{
    public static ReviewFacts Of(Claim claim, RecheckOutcome? recheckOutcome) => new()
    {
        ClaimId = claim.Id,
        Kind = claim.Kind,
        Stage = claim.Stage,
        IndependentGroups = EvidenceGroups.CountIndependent(claim.Evidence),
        Proposed = claim.ProposedVerdict is { } proposed
            ? new ProposedVerdict(proposed.ProposedBy, proposed.AuthorNames, proposed.Rating, [.. proposed.ValidApprovers])
            : null,
        PublishedRating = claim.Publication == Publication.Published ? claim.Rating : null,
        WatchedSources = claim.PublishedVerdict is { } published ? Round.Watched(published).Count() : 0,
        RecheckOutcome = recheckOutcome,
    };
}
