using ClaimTracker.Domain;
using ClaimTracker.Web.Wording;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>Which forms and fields the page has for this person, and what is typed or refused that none of them takes.</content>
public sealed partial class WorkModel
{
    /// <summary>True where the wording may be fixed.</summary>
    public bool MayReword =>
        OnDesk
        && Shown.Claim.Publication == Publication.Unpublished
        && Shown.Claim.Stage is not (Stage.Linked or Stage.Folded or Stage.Declined);

    /// <summary>True where there is a proposal that this person sees and may change.</summary>
    public bool MayEdit => OnDesk && !Shown.Blind && Offers.MayChange(Shown.Claim);

    /// <summary>True where a review may be begun, or the claim linked instead.</summary>
    public bool MayLink => OnDesk && Offers.MayBegin(Shown.Claim, Shown.UnderWay is not null);

    /// <summary>True where this person may withhold the verdict, or more of it.</summary>
    public bool MaySuspend =>
        Actor.Is(Roles.Editor)
        && Shown.Claim.Publication != Publication.Unpublished
        && !(Shown.Claim.WordingWithheld && Shown.Claim.Withholds(Shown.Claim.VerdictVersion ?? 0));

    /// <summary>
    /// True where evidence is withdrawn with a reason: the public verdict stands on it, and nobody has asked yet.
    /// </summary>
    public bool MayAskWithdrawal(Evidence evidence) =>
        evidence.WithdrawnAt is null && !evidence.WithdrawalIsAsked && Shown.Ground.Contains(evidence.Id);

    /// <summary>What is typed into fields that this page has no more, so that it is shown and kept all the same.</summary>
    public IEnumerable<IGrouping<string, KeyValuePair<string, string>>> Left =>
        Typed.All.Where(typed => !HasField(PageFields.FieldOf(typed.Key))).GroupBy(typed => PageFields.PartOf(typed.Key)!);

    /// <summary>Why what was pressed was refused, where its form is on this page no more; null where the form tells it.</summary>
    public string? RefusedWithoutForm => Refused is (var form, var why) && form != "draft" && !IsOffered(form) ? why : null;

    /// <summary>True where the page has a form for that part.</summary>
    public bool IsOffered(string part) =>
        part switch
        {
            PageFields.Evidence => OnDesk,
            PageFields.Wording => MayReword,
            PageFields.Edit => MayEdit,
            PageFields.Link => MayLink,
            PageFields.Suspend => MaySuspend,
            _ => Shown.NewPassages.Any(finding => OnDesk && part == PageFields.OfPassage(finding.Id))
                || Shown.Tasks.Any(task => part == PageFields.OfTask(task.Task.Id))
                || (OnDesk && Shown.Claim.Evidence.Exists(e => part == PageFields.OfWithdrawal(e.Id) && MayAskWithdrawal(e)))
                || (IsAdministrator && Shown.Reviews.Any(review => review.IsUnderWay && part == PageFields.OfReview(review.Id))),
        };

    /// <summary>
    /// The hidden field that says what a field is offered with: what is sent back as it was is not typed. What is typed keeps the
    /// mark of the text that it was begun from until its writer is told that another stands there now.
    /// </summary>
    public IHtmlContent Offer(string name, string? text)
    {
        var hidden = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        hidden.MergeAttribute("type", "hidden");
        hidden.MergeAttribute("name", PageFields.OfferName(name));
        var begunFrom = IsToldOfChange(PageFields.PartOf(name)) ? null : Typed[PageFields.OfferName(name)];
        hidden.MergeAttribute("value", begunFrom ?? PageFields.MarkOf(text));

        // The page's script sends such a field no more than a person types it.
        if (Typed[name] is null)
            hidden.MergeAttribute("data-as-offered", "");
        return hidden;
    }

    /// <summary>True where the part was just refused since its text was changed meanwhile.</summary>
    public bool IsToldOfChange(string? part) => _refusedFor is "changed-meanwhile" or "not-proposed" && Refused?.Form == part;

    private bool HasField(string name) =>
        IsOffered(PageFields.PartOf(name)!)
        && name switch
        {
            "changeKind" or "changeReason" => Shown.Claim.PublishedVerdict is not null,
            _ => Shown.Tasks.All(task =>
                PageFields.PartOf(name) != PageFields.OfTask(task.Task.Id) || task.HasField(PageFields.InTask(name))
            ),
        };
}
