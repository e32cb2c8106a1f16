using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Effects;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Does to the claim what the steps of a move ask for. The domain may refuse, and then nothing of the move stands.
/// </summary>
internal sealed class EffectWriter(DeskDb db, RecheckSettings rechecks)
{
    public async Task<Result> WriteAsync(Review review, Effect effect, DateTime now, CancellationToken cancel)
    {
        var claim = review.Claim;
        var policy = rechecks.For(claim.Kind);
        switch (effect)
        {
            case EnterStage stage:
                claim.EnterStage(stage.Stage, now);
                return Result.Ok;
            case AddProposal proposal:
                return Propose(review, proposal, now);
            case ApproveVerdict approval:
                // Whether it is what the approver has read was asked before the move, in the same transaction.
                return claim.ApproveProposal(approval.By, claim.ProposalMark, now);
            case RejectVerdict rejection:
                return claim.ProposedVerdict is null ? Result.Ok : claim.RejectProposal(rejection.By, rejection.Reason, now);
            case PublishVerdict publish:
                return await TellingAsync(claim, () => Publish(claim, publish, policy, now), now, cancel);
            case DeclineClaim decline:
                return claim.Decline(decline.Reason, now);
            case LinkTo link:
                return await db.Claims.FindAsync([link.ClaimId], cancel) is { } other
                    ? claim.LinkTo(other, new Actor(link.By, new HashSet<string>()), now)
                    : new Result(Claim.Unknown(link.ClaimId));
            case BringCheckForward schedule:
                // The policy's own date stands since the last verification; a workflow may only bring it forward.
                if (schedule.After is { } after)
                    claim.BringCheckForward(now + after, policy);
                return Result.Ok;
            case AskLooks:
                await db.AskLooksAsync(claim, now, cancel);
                review.WaitForLooks(now);
                return Result.Ok;
            case Looked look:
                EndByLooks(review, look, policy, now);
                return Result.Ok;
            case SaidToHold:
                return new Result(claim.NotToHold());
            case Verified verified:
                var holds =
                    verified.Verifier == Verifier.Machine
                        ? claim.VerifyByLooks(
                            verified.By,
                            LookPayload.Looks(verified.Payload, claim),
                            policy,
                            LookPayload.At(verified.Payload) ?? now
                        )
                        : claim.VerifyByPerson(verified.By, LookPayload.Findings(verified.Payload), policy, now);
                if (!holds.IsOk)
                    return holds;
                await db.NoteKeptPlacesAsync(claim, now, cancel);
                if (review.Recheck is { EndedAt: null } open)
                    open.End(RecheckOutcome.Unchanged, verified.Verifier, verified.By, null, now);
                else if (verified.Verifier == Verifier.Person)
                    claim.NotePersonsCheck(verified.By, now);
                return Result.Ok;
            case Retract retract:
                return await TellingAsync(claim, () => claim.Retract(retract.Reason, retract.By, now), now, cancel);
            case Tell notify:
                db.Notices.Add(new Notice(notify.To, notify.Message, claim.Id, now));
                return Result.Ok;
            case CallIn escalate:
                var title = review.Tasks.Find(t => t.Key == escalate.TaskKey)?.Title ?? escalate.ActivityId;
                db.Notices.Add(
                    new Notice(
                        escalate.Role,
                        $"“{title}” is overdue and now yours to decide as well: {claim.Wording}",
                        claim.Id,
                        now
                    )
                );
                return Result.Ok;
            case RecordBlindRating:
                // The decision itself, with rating and rationale, is on the task and in the audit.
                return Result.Ok;
            default:
                throw new InvalidOperationException($"The effect {effect.GetType().Name} is not known here.");
        }
    }

    /// <summary>A review of the claim has ended, however it ended.</summary>
    public void EndReview(Review review, DateTime now)
    {
        if (review.Recheck is not null)
            review.Claim.EndRecheck(rechecks.For(review.Claim.Kind), now);
        else if (review is { ParentId: null, Parent: null })
            review.Claim.HearRecheckDue(now);
        if (review is { ParentId: null, Parent: null })
            review.Claim.ComeToRest(now);
    }

    // What looks met stands on the claim since they were made. That nothing can be looked at, nobody has noted yet; a person who
    // asks is no attempt.
    private static void EndByLooks(Review review, Looked look, RecheckPolicy policy, DateTime now)
    {
        var by = LookPayload.By(look.Payload) ?? ReservedNames.Machine;
        var isPerson = look.Outcome == RecheckOutcome.Unwatched && by != ReservedNames.Machine && !Actor.IsSystemName(by);
        if (look.Outcome == RecheckOutcome.Unwatched && !isPerson)
            review.Claim.NoteAttempt(look.Outcome, [], "", policy, now);
        review.Recheck?.End(
            look.Outcome,
            isPerson ? Verifier.Person : Verifier.Machine,
            by,
            LookPayload.Words(look.Payload),
            now
        );
    }

    // Whoever linked a claim to this one did so for the verdict that it had.
    private async Task<Result> TellingAsync(Claim claim, Func<Result> change, DateTime now, CancellationToken cancel)
    {
        var before = PublicStanding.Of(claim);
        var changed = change();
        if (changed.IsOk)
            await db.TellOfChangeAsync(claim, before, now, cancel);
        return changed;
    }

    private static Result Propose(Review review, AddProposal asked, DateTime now)
    {
        var proposal = new VerdictProposal(
            asked.Rating,
            asked.Rationale,
            asked.By,
            PayloadNote.Text(asked.Payload, "changeReason"),
            review.Id,
            review.Workflow,
            Enum.TryParse<CorrectionKind>(PayloadNote.Text(asked.Payload, "changeKind"), out var kind) ? kind : null
        );
        return new Result(review.Claim.Propose(proposal, now).Refusal);
    }

    private static Result Publish(Claim claim, PublishVerdict asked, RecheckPolicy policy, DateTime now)
    {
        var published = claim.Publish(asked.MinimumGroups, asked.ApprovalsRequired, policy, now);
        if (published.IsOk)
            claim.EnterStage(Stage.Published, now);
        return published;
    }
}
