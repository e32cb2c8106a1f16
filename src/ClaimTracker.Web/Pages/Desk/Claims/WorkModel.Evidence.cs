using ClaimTracker.Domain;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;
using ClaimTracker.Web.Sources.Blocks;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Mvc;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <content>Evidence, the proposal's text, the wording, links.</content>
public sealed partial class WorkModel
{
    public async Task<IActionResult> OnPostEvidenceAsync(
        [Bind(Prefix = nameof(Evidence))] EvidenceInput evidence,
        [FromServices] EvidencePage pages,
        [FromServices] IntakeSettings intake,
        CancellationToken cancel
    )
    {
        if (!ModelState.IsValid)
        {
            return await RefuseAsync(
                "evidence",
                new Refusal("evidence", "The evidence is not added yet; see the fields marked below."),
                cancel
            );
        }

        return await AddAsync(PageFields.Evidence, evidence, pages, intake, cancel);
    }

    public async Task<IActionResult> OnPostPassageAsync(
        [FromQuery] long findingId,
        [FromQuery] Stance stance,
        [FromServices] NewPassage passages,
        [FromServices] EvidencePage pages,
        [FromServices] IntakeSettings intake,
        CancellationToken cancel
    )
    {
        var part = PageFields.OfPassage(findingId);
        var evidence = await passages.OfAsync(Id, findingId, Sent(PageFields.PassageField(findingId)), stance, cancel);
        return evidence.Refusal is { } refusal
            ? await RefuseAsync(part, refusal, cancel)
            : await AddAsync(part, evidence.Value!, pages, intake, cancel);
    }

    private async Task<IActionResult> AddAsync(
        string part,
        EvidenceInput evidence,
        EvidencePage pages,
        IntakeSettings intake,
        CancellationToken cancel
    )
    {
        Result<FoundPlaces>? places = null;
        if (!string.IsNullOrWhiteSpace(evidence.Address))
            places = await pages.FindAsync(evidence.Address, evidence.Quote!.Trim(), cancel);

        // What its address itself forbids, it forbids looks as well. Where a name leads is asked anew each time.
        var isNever = SourceAddress.NotFetched(evidence.Address, intake) is not null;
        if (isNever)
            evidence.Watched = false;
        var added = await SendAsync(part, () => edits.AddEvidenceAsync(Id, evidence, Actor, cancel, places?.Value), cancel);
        if (added is not { Value: { } stored })
            return await RefuseAsync(part, added.Refusal!, cancel);
        return Done(
            stored.QuotesUs
                ? $"Added, marked as quoting us: it does not count towards the minimum of evidence.{PlaceText.Of(stored, places)}"
                : $"Evidence added.{PlaceText.Of(stored, places)}{(isNever ? " Re-checks do not look at it." : "")}",
            $"evidence-{stored.Id}"
        );
    }

    public async Task<IActionResult> OnPostConfirmPlaceAsync([FromQuery] long evidenceId, string? place, CancellationToken cancel)
    {
        var confirmed = await edits.ConfirmPlaceAsync(Id, evidenceId, place, Actor, cancel);
        return confirmed.Refusal is { } refusal
            ? NotDone(refusal, $"evidence-{evidenceId}")
            : Done("The place is confirmed. From now on re-checks look for the passage there.", $"evidence-{evidenceId}");
    }

    public async Task<IActionResult> OnPostNatureAsync(
        [FromQuery] long evidenceId,
        [FromQuery] SourceNature nature,
        CancellationToken cancel
    )
    {
        var said = await edits.SayNatureAsync(Id, evidenceId, nature, Actor, cancel);
        return said.Refusal is { } refusal
            ? NotDone(refusal, $"evidence-{evidenceId}")
            : Done("Noted. Looks go by it from now on.", $"evidence-{evidenceId}");
    }

    public async Task<IActionResult> OnPostEveryAsync([FromQuery] int? days, CancellationToken cancel)
    {
        var set = await edits.SetCheckEveryAsync(Id, days is { } every ? TimeSpan.FromDays(every) : null, Actor, cancel);
        return set.Refusal is { } refusal
            ? NotDone(refusal, "reviews")
            : Done(
                days is null
                    ? "The claim is looked at as often as its kind."
                    : $"The claim is looked at every {days} days, counted from its last verification.",
                "reviews"
            );
    }

    public async Task<IActionResult> OnPostPersonEveryAsync([FromQuery] int? days, CancellationToken cancel)
    {
        var set = await edits.SetPersonEveryAsync(Id, days is { } every ? TimeSpan.FromDays(every) : null, Actor, cancel);
        return set.Refusal is { } refusal
            ? NotDone(refusal, "reviews")
            : Done(
                days is null
                    ? "A person looks at the claim as often as at its kind."
                    : $"A person looks at the claim {days} days after the last one decided on it, whatever machines say.",
                "reviews"
            );
    }

    public async Task<IActionResult> OnPostWithdrawAsync([FromQuery] long evidenceId, CancellationToken cancel)
    {
        var (part, reason) = (PageFields.OfWithdrawal(evidenceId), Typed[$"withdraw[{evidenceId}]"]);
        var withdrawn = await SendAsync(part, () => edits.WithdrawEvidenceAsync(Id, evidenceId, reason, Actor, cancel), cancel);
        if (withdrawn.Refusal is { } refusal)
            return await RefuseAsync(part, refusal, cancel);
        return Done(
            withdrawn.Value == Withdrawal.AskedFor
                ? "Asked for. The public verdict stands on it, so nothing changes until an editor who is no author of that verdict confirms it; the editors are told."
                : "Withdrawn. It counts no more; a verdict that was published with it shows it, marked.",
            $"evidence-{evidenceId}"
        );
    }

    public async Task<IActionResult> OnPostConfirmWithdrawalAsync(
        [FromQuery] long evidenceId,
        [FromQuery] bool confirmed,
        CancellationToken cancel
    )
    {
        var decided = await decider.DecideWithdrawalAsync(Id, evidenceId, confirmed, Actor, cancel);
        return decided.Refusal is { } refusal
            ? NotDone(refusal, $"evidence-{evidenceId}")
            : Done(
                confirmed ? "Withdrawn. It stays shown, marked, and counts no more." : "Kept. It counts as before.",
                $"evidence-{evidenceId}"
            );
    }

    public async Task<IActionResult> OnPostEditAsync(
        VerdictEdit edit,
        [FromServices] Blindness blindness,
        CancellationToken cancel
    )
    {
        if ((await blindness.HiddenFromAsync([Id], Actor, cancel)).Count > 0)
        {
            var blind = new Refusal(
                "blind",
                "You could still be asked to rate this claim without knowing the proposal, so you cannot change it."
            );
            return await RefuseAsync(PageFields.Edit, blind, cancel);
        }

        var edited = await SendAsync(PageFields.Edit, () => edits.EditVerdictAsync(Id, edit, Actor, cancel, Typed), cancel);
        return edited.Refusal is { } refusal
            ? await RefuseAsync(PageFields.Edit, refusal, cancel)
            : Done(
                edited.Value
                    ? "The proposal is changed. Approvals given before are void, and you cannot approve it."
                    : "Nothing was changed: the proposal reads as it did, and its approvals stand.",
                "verdicts"
            );
    }

    public async Task<IActionResult> OnPostRewordAsync(string? wording, long revision, CancellationToken cancel)
    {
        var reworded = await SendAsync(
            PageFields.Wording,
            () => edits.RewordAsync(Id, wording ?? "", revision, Actor, cancel, Typed),
            cancel
        );
        return reworded.Refusal is { } refusal
            ? await RefuseAsync(PageFields.Wording, refusal, cancel)
            : Done(reworded.Value ? "The wording is fixed." : "Nothing was changed: the wording reads as it did.", "main");
    }

    public async Task<IActionResult> OnPostLinkAsync(long? otherId, CancellationToken cancel)
    {
        var linked = otherId is { } other
            ? await SendAsync(PageFields.Link, () => edits.LinkAsync(Id, other, cancel), cancel)
            : Result.Refused(
                "other",
                "Give the number of the claim that this one repeats; it stands in the address of its page."
            );
        return linked.Refusal is { } refusal
            ? await RefuseAsync(PageFields.Link, refusal, cancel)
            : Done($"Linked to claim {otherId}. Both keep their verdicts.", "main");
    }

    public async Task<IActionResult> OnPostUndoAsync([FromServices] TriageDesk triage, CancellationToken cancel)
    {
        var undone = await triage.UndoAsync(Id, cancel);
        return undone.Refusal is { } refusal
            ? NotDone(refusal, "main")
            : Done("Taken back; the claim has everything it had.", "main");
    }
}
