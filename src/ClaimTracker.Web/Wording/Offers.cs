using ClaimTracker.Domain;

namespace ClaimTracker.Web.Wording;

/// <summary>
/// Which buttons a claim's page has for somebody of the desk, as the claim stands: asked where they are drawn and where they are
/// named as a way back.
/// </summary>
public static class Offers
{
    /// <summary>True where a review may be begun, or the claim linked instead.</summary>
    public static bool MayBegin(Claim claim, bool isUnderWay) =>
        !isUnderWay && claim.Stage is not (Stage.Triage or Stage.New or Stage.Linked or Stage.Folded);

    /// <summary>True where there is a proposal that whoever sees it may change.</summary>
    public static bool MayChange(Claim claim) => claim.ProposedVerdict is not null;

    /// <summary>The button that takes what triage did to the claim back; null where there is none.</summary>
    public static string? Undo(Claim claim) =>
        claim.LinkedToId is not null ? "Unlink"
        : claim.FoldedIntoId is not null ? "Split off"
        : claim.Stage == Stage.Declined ? "Put back into triage"
        : null;

    /// <summary>The button that begins a review.</summary>
    public static string Begin(Claim claim) => claim.IsInForce ? "Review it anew" : "Begin a review";
}
