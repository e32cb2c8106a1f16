using ClaimTracker.Domain;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>Which forms the page has for this person: asked where they are drawn, and where it is looked for text that none of them takes.</content>
public sealed partial class WorkModel
{
    /// <summary>True where the wording may be fixed.</summary>
    public bool MayReword => OnDesk && Shown.Claim.Publication == Publication.Unpublished
        && Shown.Claim.Stage is not (Stage.Linked or Stage.Folded or Stage.Declined);

    /// <summary>True where there is a proposal that this person sees and may change.</summary>
    public bool MayEdit => OnDesk && !Shown.Blind && Shown.Claim.ProposedVerdict is not null;

    /// <summary>True where a review may be begun, or the claim linked instead.</summary>
    public bool MayLink => OnDesk && Shown.UnderWay is null
        && Shown.Claim.Stage is not (Stage.Triage or Stage.New or Stage.Linked or Stage.Folded);

    /// <summary>True where evidence is withdrawn with a reason: the public verdict stands on it, and nobody has asked yet.</summary>
    public bool MayAskWithdrawal(Evidence evidence) =>
        evidence.WithdrawnAt is null && !evidence.WithdrawalIsAsked && Shown.Ground.Contains(evidence.Id);
}
