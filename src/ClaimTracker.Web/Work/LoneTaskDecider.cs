using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>
/// Decides tasks that belong to no review: no engine hears of it, and nothing of a review is moved. Role, bars, leases and
/// repeated requests are as with the tasks of steps.
/// </summary>
public sealed class LoneTaskDecider(DeskDb db, ClaimChanges changes, Blindness blindness)
{
    /// <summary>Decides.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="request">What is decided, with the mark of the proposal that was shown.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result<DecisionReceipt>> DecideAsync(long claimId, DecideTask request, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return await db.CommitAsync<DecisionReceipt>(
            $"decide {request.Decision}",
            Right.Own,
            async actor =>
            {
                var who = actor.For(request.Who);
                var task = await db
                    .Tasks.Include(t => t.Decided)
                    .SingleOrDefaultAsync(t => t.Id == request.TaskId && t.ClaimId == claimId && t.ReviewId == null, cancel);
                return task is null
                    ? new Refusal("unknown-task", $"This claim has no task {request.TaskId}.")
                    : await DecideAsync(task, request, who, cancel);
            },
            cancel
        );
    }

    /// <summary>
    /// Confirms a withdrawal that was asked for, or turns it down, as the decision of the task that asks for that. One that came
    /// with a restored claim has no task and is decided by the same rule.
    /// </summary>
    public Task<Result> DecideWithdrawalAsync(
        long claimId,
        long evidenceId,
        bool confirmed,
        Actor actor,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(
            confirmed ? "confirm withdrawal of evidence" : "keep evidence",
            Right.Work,
            async now =>
            {
                var who = now.For(actor);
                var task = await db
                    .Tasks.Include(t => t.Decided)
                    .Where(t => t.ClaimId == claimId && t.Purpose == TaskPurpose.ConfirmWithdrawal && t.SubjectId == evidenceId)
                    .OrderByDescending(t => t.Id)
                    .FirstOrDefaultAsync(cancel);
                if (task is { Status: ReviewTaskStatus.Open })
                {
                    var decision = confirmed ? LoneTasks.Withdraw : LoneTasks.KeepEvidence;
                    var request = new DecideTask(task.Id, decision, Guid.NewGuid().ToString("N"), who, null);
                    return new Result((await DecideAsync(task, request, who, cancel)).Refusal);
                }

                return await changes.MakeAsync(
                    claimId,
                    who,
                    (claim, at) =>
                        task?.NoLongerOpen() is { } over && !claim.Evidence.Exists(e => e.Id == evidenceId && e.WithdrawalIsAsked)
                            ? new Result(over)
                            : DecideWithdrawal(claim, evidenceId, confirmed, who, at),
                    cancel
                );
            },
            cancel
        );
    }

    private async Task<Result<DecisionReceipt>> DecideAsync(
        ReviewTask task,
        DecideTask request,
        Actor who,
        CancellationToken cancel
    )
    {
        if (task.Decided.Find(d => d.IdempotencyKey == request.IdempotencyKey) is { } same)
            return Receipt(same, repeated: true);
        var refusal =
            task.NoLongerOpen()
            ?? task.NotFor(who)
            ?? task.HeldByAnother(who.Name, db.Now)
            ?? await blindness.NotForAsync(task, who, cancel)
            ?? (task.Terms.Approves.Contains(request.Decision) ? TaskRule.NoApprover(task.Title, who) : null);
        if (refusal is not null)
            return refusal;
        var decided = await DoAsync(task, request, who, cancel);
        return decided.Refusal is { } refused ? refused : Receipt(task.Decided[^1], repeated: false);
    }

    private async Task<Result> DoAsync(ReviewTask task, DecideTask request, Actor who, CancellationToken cancel)
    {
        (Claim Claim, PublicStanding Standing)? before = null;
        var decided = await changes.MakeAsync(
            task.ClaimId,
            who,
            (claim, now) =>
            {
                before = (claim, PublicStanding.Of(claim));
                var done = Do(task, request, claim, who, now);
                if (done.IsOk)
                    task.DecideAlone(request.Decision, who.Name, PayloadNote.Of(request.Payload), request.IdempotencyKey, now);
                return done;
            },
            cancel
        );
        if (decided.IsOk && task.Purpose == TaskPurpose.ApproveAgain)
            await GoOnAsync(task, who.Name, db.Now, cancel);
        if (decided.IsOk && before is var (claim, standing))
            await db.TellOfChangeAsync(claim, standing, db.Now, cancel);
        return decided;
    }

    private Result Do(ReviewTask task, DecideTask request, Claim claim, Actor who, DateTime now) =>
        task.Purpose switch
        {
            TaskPurpose.ApproveAgain => claim.ProposedVerdict?.Id == task.SubjectId
                ? claim.ApproveProposal(who.Name, request.Seen, now)
                : Result.Refused("no-proposal", "That version is not proposed any more."),
            TaskPurpose.ConfirmWithdrawal => DecideWithdrawal(
                claim,
                task.SubjectId!.Value,
                request.Decision == LoneTasks.Withdraw,
                who,
                now
            ),
            TaskPurpose.DecideSuspension => DecideSuspension(claim, request, who, now),
            TaskPurpose.Step => throw new InvalidOperationException($"Task {task.Id} is a step, which its engine decides."),
            _ => throw new ArgumentOutOfRangeException(nameof(task), task.Purpose, null),
        };

    // Who suspended it is told.
    private Result DecideSuspension(Claim claim, DecideTask request, Actor who, DateTime now)
    {
        var suspender = claim.OpenSuspension?.By;
        var isRestored = request.Decision == LoneTasks.Restore;
        var decided = isRestored ? claim.Restore(who, now) : claim.RetractSuspended(PayloadNote.Of(request.Payload), who, now);
        if (decided.IsOk)
        {
            db.Notices.Add(
                new Notice(
                    Notice.ToPerson(suspender!),
                    $"{who.Name} has {(isRestored ? "given back to readers" : "retracted")} the verdict of “{claim.Wording}” that you suspended.",
                    claim.Id,
                    now
                )
            );
        }

        return decided;
    }

    // Who asked for it is told.
    private Result DecideWithdrawal(Claim claim, long evidenceId, bool confirmed, Actor who, DateTime now) =>
        ClaimEdits.OnEvidence(
            claim,
            evidenceId,
            evidence =>
            {
                var asker = evidence.WithdrawalAskedBy;
                var decided = confirmed ? claim.ConfirmWithdrawal(evidence, who, now) : claim.KeepEvidence(evidence, who);
                if (decided.IsOk)
                {
                    db.Notices.Add(
                        new Notice(
                            Notice.ToPerson(asker!),
                            $"{who.Name} {(confirmed ? "has withdrawn" : "keeps")} the evidence of {evidence.Source} that you asked to withdraw.",
                            claim.Id,
                            now
                        )
                    );
                }

                return decided;
            }
        );

    // What waited for the approval can be tried at once: the reviews' timers that were put off, and people's open tasks.
    private async Task GoOnAsync(ReviewTask given, string by, DateTime now, CancellationToken cancel)
    {
        var underWay = await db
            .Reviews.Include(r => r.Claim)
            .Include(r => r.Timers.Where(t => t.Failure != null))
            .Include(r => r.Tasks.Where(t => t.Status == ReviewTaskStatus.Open))
            .Where(Review.UnderWay)
            .Where(r => r.ClaimId == given.ClaimId)
            .ToListAsync(cancel);
        var awaitsOthers = await db.Tasks.AnyAsync(
            t =>
                t.ClaimId == given.ClaimId
                && t.Id != given.Id
                && t.Purpose == TaskPurpose.ApproveAgain
                && t.Status == ReviewTaskStatus.Open,
            cancel
        );
        foreach (var review in underWay)
        {
            review.Timers.ForEach(timer => timer.TryAgain(now));
            foreach (var task in review.Tasks)
            {
                if (task.Terms.BarredRules.Contains(BarRule.Approver))
                    task.Bar([.. task.Barred, by]);
                if (awaitsOthers || task.Terms.Approves.Count == 0)
                    continue;
                db.Notices.Add(
                    new Notice(
                        task.HolderAt(now) is { } holder ? Notice.ToPerson(holder) : task.Role,
                        $"{by} approved “{review.Claim.Wording}” again; “{task.Title}” need not wait for that any more.",
                        given.ClaimId,
                        now
                    )
                );
            }
        }
    }

    private static DecisionReceipt Receipt(TaskDecision decision, bool repeated) =>
        new(null, decision.Decision, decision.By, decision.At, repeated, []);
}
