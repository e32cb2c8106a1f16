using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What people change about a claim beside deciding tasks.</summary>
public sealed class ClaimEdits(DeskDb db, ClaimChanges changes, DeskSettings desk, RecheckSettings rechecks)
{
    /// <summary>Adds evidence. A source on our own host quotes us, whatever the form says.</summary>
    /// <param name="claimId">Of which claim.</param>
    /// <param name="input">What was typed.</param>
    /// <param name="actor">Who adds it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="places">Where its quote stands on its page; null where that was not looked at.</param>
    public Task<Result<Evidence>> AddEvidenceAsync(
        long claimId,
        EvidenceInput input,
        Actor actor,
        CancellationToken cancel,
        FoundPlaces? places = null
    ) =>
        db.CommitAsync<Evidence>(
            "add evidence",
            Right.Work,
            async now =>
            {
                Uri? address = null;
                if (WebAddress.Check(input.Address?.Trim()) is { } mistaken)
                    return mistaken;
                if (!string.IsNullOrWhiteSpace(input.Address))
                    address = new Uri(input.Address.Trim());
                Evidence? evidence = null;
                var changed = await changes.MakeAsync(
                    claimId,
                    now.For(actor),
                    (claim, at) => Add(claim, input, address, now.For(actor), at, places, out evidence),
                    cancel
                );
                return changed.Refusal is { } refused ? refused : evidence!;
            },
            cancel
        );

    private Result Add(
        Claim claim,
        EvidenceInput input,
        Uri? address,
        Actor actor,
        DateTime now,
        FoundPlaces? places,
        out Evidence? evidence
    )
    {
        evidence = null;
        var (source, quote, group) = (input.Source?.Trim() ?? "", input.Quote?.Trim() ?? "", input.Group?.Trim() ?? "");
        if (
            claim.Evidence.Find(e =>
                e.WithdrawnAt is null && e.Source == source && e.Quote == quote && e.Url == address?.ToString()
            ) is
            { } same
        )
        {
            return Result.Refused("evidence-twice", $"{same.AddedBy} added this passage on {Moment.Text(same.AddedAt)} already.");
        }

        var limit = ConditionRule.LimitOf(input.Limit);
        if (limit.Refusal is { } mistaken)
            return new Result(mistaken);
        evidence = new Evidence(source, address?.ToString(), quote, input.Stance ?? Stance.Context, group, actor.Name, now)
        {
            QuotesUs = input.QuotesUs || (address is not null && IsOurs(address)),
            Watched = input.Watched && address is not null,
            Condition = input.Condition,
            ConditionLimit = limit.Value,
        };
        if (ConditionRule.Check(claim.Wording, evidence) is { } refused)
            return new Result(refused);
        if (places is not null && address is not null)
            evidence.NotePlaces(places);
        return claim.AddEvidence(evidence, now);
    }

    /// <summary>Confirms that the quote stands at one of the places that were found.</summary>
    public Task<Result> ConfirmPlaceAsync(long claimId, long evidenceId, string? mark, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            claimId,
            "confirm place of quote",
            actor,
            (claim, who, now) => OnEvidence(claim, evidenceId, evidence => claim.ConfirmPlace(evidence, mark, who, now)),
            cancel
        );

    /// <summary>Says whether what a source says can come to differ.</summary>
    public Task<Result> SayNatureAsync(
        long claimId,
        long evidenceId,
        SourceNature nature,
        Actor actor,
        CancellationToken cancel
    ) =>
        ChangeAsync(
            claimId,
            "say nature of source",
            actor,
            (claim, who, now) =>
                OnEvidence(claim, evidenceId, evidence => claim.SayNature(evidence, nature, who, rechecks.For(claim.Kind), now)),
            cancel
        );

    /// <summary>Sets how often this claim is looked at; with null as often as its kind. An editor does.</summary>
    public Task<Result> SetCheckEveryAsync(long claimId, TimeSpan? every, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            claimId,
            "set pause between checks",
            actor,
            (claim, who, now) => claim.SetCheckEvery(every, who, rechecks.For(claim.Kind), now),
            cancel
        );

    /// <summary>
    /// Sets after how long a person looks at this claim, whatever machines said; with null as its kind has it. An editor does.
    /// </summary>
    public Task<Result> SetPersonEveryAsync(long claimId, TimeSpan? every, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            claimId,
            "set pause between people's checks",
            actor,
            (claim, who, now) => claim.SetPersonEvery(every, who, rechecks.For(claim.Kind), now),
            cancel
        );

    /// <summary>
    /// Withdraws evidence, or asks for it where a public verdict stands on it; then it waits in the editors' queue.
    /// </summary>
    public Task<Result<Withdrawal>> WithdrawEvidenceAsync(
        long claimId,
        long evidenceId,
        string? reason,
        Actor actor,
        CancellationToken cancel
    ) =>
        db.CommitAsync<Withdrawal>(
            "withdraw evidence, or ask for it",
            Right.Work,
            async now =>
            {
                var (who, became) = (now.For(actor), Withdrawal.Done);
                var changed = await changes.MakeAsync(
                    claimId,
                    who,
                    (claim, at) =>
                        OnEvidence(
                            claim,
                            evidenceId,
                            evidence =>
                            {
                                var withdrawn = claim.WithdrawEvidence(evidence, reason, who, at);
                                became = withdrawn.Value;
                                if (withdrawn is { IsOk: true, Value: Withdrawal.AskedFor })
                                    db.AskToConfirm(claim, evidence, at);
                                return new Result(withdrawn.Refusal);
                            }
                        ),
                    cancel
                );
                return changed.Refusal is { } refused ? refused : became;
            },
            cancel
        );

    /// <summary>
    /// Changes the proposal; refused where it is not the text that the form, or what is <paramref name="typed"/> in it, was made
    /// from.
    /// </summary>
    public Task<Result<bool>> EditVerdictAsync(
        long claimId,
        VerdictEdit input,
        Actor actor,
        CancellationToken cancel,
        PageFields? typed = null
    ) =>
        ChangeTextAsync(
            claimId,
            "edit proposed verdict",
            actor,
            (claim, who, now) =>
                claim.ProposedVerdict is not { } proposed || proposed.Id != input.VerdictId
                    ? Result.Refused(
                        "not-proposed",
                        "The verdict that you changed is not proposed any more: it was published, returned or replaced meanwhile. Your text is below."
                    )
                : proposed.Revision != input.VerdictRevision || (typed is not null && VerdictEdit.IsStale(typed, proposed))
                    ? Result.Refused(
                        "changed-meanwhile",
                        $"{proposed.AuthorNames[^1]} changed the verdict or its approvals while you wrote. Your text is below, theirs is above; send yours again only if it takes theirs in."
                    )
                : claim.EditProposal(
                    input.Rating ?? "",
                    input.Rationale ?? "",
                    input.ChangeKind,
                    input.ChangeReason?.Trim(),
                    who.Name,
                    now
                ),
            cancel
        );

    /// <summary>
    /// Fixes the wording; the kind stays, since it chose the workflow. Refused once it is published, and where it is not the
    /// wording that the form, or what is <paramref name="typed"/> in it, was made from. True where it reads differently now.
    /// </summary>
    public Task<Result<bool>> RewordAsync(
        long claimId,
        string wording,
        long revision,
        Actor actor,
        CancellationToken cancel,
        PageFields? typed = null
    ) =>
        ChangeTextAsync(
            claimId,
            "fix wording",
            actor,
            (claim, who, now) =>
                claim.Publication == Publication.Unpublished
                && (
                    (claim.Revision != revision && !WrittenText.Same(claim.Wording, wording))
                    || typed?.IsStale(PageFields.Wording, claim.Wording) == true
                )
                    ? Result.Refused(
                        "changed-meanwhile",
                        $"The claim was changed while you wrote; its wording is now “{claim.Wording}”. Send yours again if it is still better."
                    )
                : ConditionRule.Check(wording, claim.Evidence) is { } turned ? new Result(turned)
                : claim.Reword(wording, claim.Kind, who.Name, now),
            cancel
        );

    /// <summary>Links the claim to another one; in a review that is a decision of a task instead.</summary>
    public Task<Result> LinkAsync(long claimId, long otherId, CancellationToken cancel) =>
        db.CommitAsync(
            $"link to claim {otherId}",
            Right.Work,
            async who =>
            {
                var own = await db
                    .Claims.Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Published))
                        .ThenInclude(v => v.Authors)
                    .SingleOrDefaultAsync(c => c.Id == claimId, cancel);
                if (own is not { } claim)
                    return new Result(Claim.Unknown(claimId));
                if (await db.Claims.SingleOrDefaultAsync(c => c.Id == otherId, cancel) is not { } other)
                    return new Result(Claim.Unknown(otherId));
                if (await db.Reviews.Where(Review.UnderWay).AnyAsync(r => r.ClaimId == claimId, cancel))
                {
                    return Result.Refused(
                        "under-review",
                        "A review of this claim is under way: link it by the decision “Link” of its task, or have the review cancelled first."
                    );
                }

                return claim.LinkTo(other, who, db.Now);
            },
            cancel
        );

    private bool IsOurs(Uri address)
    {
        var (site, ours) = (address.IdnHost.TrimEnd('.'), desk.PublicUrl.IdnHost.TrimEnd('.'));
        return site.Equals(ours, StringComparison.OrdinalIgnoreCase)
            || site.EndsWith("." + ours, StringComparison.OrdinalIgnoreCase);
    }

    // True where an approver has something else to read afterwards; equal text changes nothing, and nobody is told that it did.
    private async Task<Result<bool>> ChangeTextAsync(
        long claimId,
        string action,
        Actor asked,
        Func<Claim, Actor, DateTime, Result> change,
        CancellationToken cancel
    )
    {
        var differs = false;
        var changed = await ChangeAsync(
            claimId,
            action,
            asked,
            (claim, who, now) =>
            {
                var before = (claim.Wording, claim.ProposalMark);
                var made = change(claim, who, now);
                differs = before != (claim.Wording, claim.ProposalMark);
                return made;
            },
            cancel
        );
        return changed.Refusal is { } refusal ? refusal : differs;
    }

    private Task<Result> ChangeAsync(
        long claimId,
        string action,
        Actor asked,
        Func<Claim, Actor, DateTime, Result> change,
        CancellationToken cancel
    ) =>
        db.CommitAsync(
            action,
            Right.Work,
            actor => changes.MakeAsync(claimId, actor.For(asked), (claim, now) => change(claim, actor.For(asked), now), cancel),
            cancel
        );

    /// <summary>Changes one piece of a claim's evidence; refused with <c>unknown-evidence</c> where it has none such.</summary>
    internal static Result OnEvidence(Claim claim, long evidenceId, Func<Evidence, Result> change) =>
        claim.Evidence.Find(e => e.Id == evidenceId) is { } evidence
            ? change(evidence)
            : Result.Refused("unknown-evidence", "This claim has no such evidence.");
}
