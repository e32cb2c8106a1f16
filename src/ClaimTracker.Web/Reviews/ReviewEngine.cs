using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Moves reviews, whoever runs them. A move is loaded, made and written in one transaction: state, tasks, timers, effects on the
/// claim, audit. Where another writer was faster it is made anew on what that writer left.
/// </summary>
internal sealed class ReviewEngine(DeskDb db, WorkflowLibrary library, IReviewRunner runner, MoveWriter writer, ReviewStart start)
    : IReviewEngine
{
    public Task<Result<long>> StartAsync(StartReview request, CancellationToken cancel) =>
        CommitAsync<long>(
            $"start {request.DefinitionId}",
            Right.Work,
            async actor =>
            {
                var started = await start.StartAsync(request with { Who = actor.For(request.Who) }, null, cancel);
                if (started is not { Value: { } review })
                    return started.Refusal!;
                await db.SaveChangesAsync(cancel);
                return review.Id;
            },
            cancel
        );

    public async Task<Result<DecisionReceipt>> DecideAsync(DecideTask request, CancellationToken cancel)
    {
        var decided = await TryDecideAsync(request, cancel);
        return decided.Refusal is { ApprovalsWanting: > 0 } wanting
            ? await AskForApprovalsAsync(db.Tasks.Where(t => t.Id == request.TaskId).Select(t => t.ClaimId), wanting, cancel)
            : decided;
    }

    private Task<Result<DecisionReceipt>> TryDecideAsync(DecideTask request, CancellationToken cancel) =>
        CommitAsync<DecisionReceipt>(
            $"decide {request.Decision}",
            Right.Own,
            async actor =>
            {
                var (who, now) = (actor.For(request.Who), db.Now);
                if (await db.LoadReviewOfTaskAsync(request.TaskId, cancel) is not { } review)
                    return new Refusal("unknown-task", $"There is no task {request.TaskId}.");
                var task = review.Tasks.Single(t => t.Id == request.TaskId);
                if (task.Decided.Find(d => d.IdempotencyKey == request.IdempotencyKey) is { } same)
                    return new DecisionReceipt(review.Id, same.Decision, same.By, same.At, Repeated: true, Said: []);
                if (task.NoLongerOpen() is { } closed)
                    return closed;
                if (task.HeldByAnother(who.Name, now) is { } leased)
                    return leased;

                var made = await MakeAsync(review, task, request.Decision, request.Payload, who, now, cancel);
                if (made is not { Value: { } move })
                    return made.Refusal!;
                if (task.Terms.Approves.Contains(request.Decision) && review.Claim.NotAsSeen(request.Seen) is { } changed)
                    return changed;
                var decision = task.Record(
                    request.Decision,
                    who.Name,
                    PayloadNote.Of(request.Payload),
                    request.IdempotencyKey,
                    now
                );
                var written = await writer.WriteAsync(review, move, who.Name, now, cancel);
                if (written.Refusal is { } refused)
                    return refused;
                var proposed = await ProposeInChildAsync(review, task, request, who, now, cancel);
                return proposed.Refusal is { } unproposed
                    ? unproposed
                    : new DecisionReceipt(
                        review.Id,
                        decision.Decision,
                        decision.By,
                        now,
                        Repeated: false,
                        SaidTo(who, review.ClaimId)
                    )
                    {
                        Opened =
                        [
                            .. (proposed.Value ?? move).TasksOpened.Select(opened => new OpenedTask(opened.Title, opened.Role)),
                        ],
                    };
            },
            cancel
        );

    // Too little evidence would bring the same task back at once: it stays open instead, with what is typed, and says what is
    // missing.
    private async Task<Result<Move>> MakeAsync(
        Review review,
        ReviewTask task,
        string decision,
        JsonNode? payload,
        Actor who,
        DateTime now,
        CancellationToken cancel
    )
    {
        var at = await library.PositionAsync(db, review, now, cancel);
        var made = await runner.DecideAsync(at, task.Key, decision, who, payload, cancel);
        return
            made.Value is { } move
            && move.TasksOpened.Any(opened => opened.ActivityId == task.ActivityId)
            && move.Trace.LastOrDefault(step =>
                step.Outcome == RequireEvidence.TooFew && at.Definition.RequiresEvidence(step.ActivityId)
            )
                is { } tooFew
            && move.Effects.OfType<Tell>().FirstOrDefault(told => told.ActivityId == tooFew.ActivityId) is { } missing
            ? new Refusal(
                "too-little-evidence",
                $"Nothing is decided yet. {missing.Message} Then decide again; sources that quote us and context do not count."
            )
            : made;
    }

    // A new version that is proposed with the decision is proposed in the review that it started: in the same act, by the same
    // rules as if that review's task had been taken. Where that task is for others it waits for them.
    private async Task<Result<Move?>> ProposeInChildAsync(
        Review review,
        ReviewTask task,
        DecideTask request,
        Actor who,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (
            task.Terms.FormOf(request.Decision) != TaskForms.NewVerdict
            || request.Payload is not JsonObject { } written
            || PayloadNote.Text(written, "rating") is null
            || StartedBy(review) is not { } child
        )
        {
            return default;
        }

        var open = child.Tasks.Find(t => t.Status == ReviewTaskStatus.Open && ProposalOn(t) is not null);
        if (open is null || open.NotFor(who) is not null)
            return default;

        // The proposal names the review that it is made in, which has a number once it is written.
        await db.SaveChangesAsync(cancel);
        var decision = ProposalOn(open)!;
        var made = await MakeAsync(child, open, decision, request.Payload, who, now, cancel);
        if (made is not { Value: { } move })
            return made.Refusal!;
        open.Record(decision, who.Name, PayloadNote.Of(request.Payload), request.IdempotencyKey, now);
        var moved = await writer.WriteAsync(child, move, who.Name, now, cancel);
        return moved.Refusal is { } refused ? refused : move;
    }

    private Review? StartedBy(Review parent) =>
        db
            .ChangeTracker.Entries<Review>()
            .FirstOrDefault(entry => entry.State == EntityState.Added && entry.Entity.Parent == parent)
            ?.Entity;

    private static string? ProposalOn(ReviewTask task) =>
        task.Terms.Blind ? null : task.Terms.Decisions.FirstOrDefault(d => task.Terms.FormOf(d) == TaskForms.Verdict);

    public Task<Result> CancelAsync(long reviewId, string reason, Actor who, CancellationToken cancel) =>
        MoveAsync(reviewId, $"cancel review: {reason}", who, at => runner.CancelAsync(at.State, at.NowUtc, cancel), cancel);

    public Task<Result> HoldAsync(long reviewId, Actor who, string? why, CancellationToken cancel) =>
        MoveAsync(
            reviewId,
            HeldReview.ActionOf(why),
            who,
            at => Task.FromResult(ReviewRunner.Hold(at.State, at.NowUtc)),
            cancel,
            review => db.TellOfHold(review, who.Name, why, db.Now)
        );

    public Task<Result> ReleaseAsync(long reviewId, Actor who, CancellationToken cancel) =>
        MoveAsync(
            reviewId,
            "release review",
            who,
            at => Task.FromResult(ReviewRunner.Release(at.Definition, at.State, at.Facts, at.NowUtc)),
            cancel
        );

    public Task<Result> RetryAsync(long reviewId, Actor who, CancellationToken cancel) =>
        MoveAsync(reviewId, "retry review", who, at => runner.RetryAsync(at, cancel), cancel);

    public async Task<Result> MoveToVersionAsync(long reviewId, string versionId, Actor who, CancellationToken cancel)
    {
        if (await library.FindAsync(db, versionId, cancel) is not { } to)
            return Result.Refused("unknown-version", $"No workflow version “{versionId}” is loaded.");
        return await MoveAsync(
            reviewId,
            $"move review to {to.DefinitionId} v{to.Source.Version}",
            who,
            at => Task.FromResult(ReviewRunner.MoveToVersion(at.Definition, to, at.State, at.Facts, at.NowUtc)),
            cancel,
            review => review.GoOnBy(to.Source.Version, to.VersionId)
        );
    }

    public Task<Result> TickAsync(long reviewId, DateTime nowUtc, CancellationToken cancel) =>
        MoveAsync(
            reviewId,
            "deadline",
            Actor.System("clock"),
            at => runner.TickAsync(at with { NowUtc = nowUtc }, cancel),
            cancel
        );

    public async Task<Result> StopAsync(long reviewId, string step, string why, Actor who, CancellationToken cancel)
    {
        var stopped = await CommitAsync<bool>(
            "stop review",
            Right.Jobs,
            async _ =>
            {
                if (await db.LoadReviewAsync(reviewId, cancel) is not { } review)
                    return new Refusal("unknown-review", $"There is no review {reviewId}.");
                var written = await writer.StopAsync(review, step, why, who.Name, db.Now, cancel);
                return written.Refusal is { } refused ? refused : true;
            },
            cancel
        );
        return new Result(stopped.Refusal);
    }

    private async Task<Result> MoveAsync(
        long reviewId,
        string action,
        Actor who,
        Func<ReviewPosition, Task<Result<Move>>> run,
        CancellationToken cancel,
        Action<Review>? then = null
    )
    {
        var result = await CommitAsync<bool>(
            action,
            Right.Administer,
            async actor =>
            {
                var now = db.Now;
                if (await db.LoadReviewAsync(reviewId, cancel) is not { } review)
                    return new Refusal("unknown-review", $"There is no review {reviewId}.");
                var made = await run(await library.PositionAsync(db, review, now, cancel));
                if (made is not { Value: { } move })
                    return made.Refusal ?? new Refusal("not-due", "No timer of this review is due.");
                then?.Invoke(review);
                var written = await writer.WriteAsync(review, move, actor.For(who).Name, now, cancel);
                return written.Refusal is { } refused ? refused : true;
            },
            cancel
        );
        return result.Refusal is { ApprovalsWanting: > 0 } wanting
            ? new Result(
                await AskForApprovalsAsync(db.Reviews.Where(r => r.Id == reviewId).Select(r => r.ClaimId), wanting, cancel)
            )
            : new Result(result.Refusal);
    }

    // The move that led to publishing is undone, approval and all: so that it does not wait for ever, whoever may give what is
    // wanting is asked to, in a commit of its own.
    private async Task<Refusal> AskForApprovalsAsync(IQueryable<long> ofClaim, Refusal wanting, CancellationToken cancel)
    {
        var asked = await CommitAsync<string>(
            "ask for approvals",
            Right.Own,
            async _ =>
                await db.LoadClaimAsync(await ofClaim.SingleAsync(cancel), cancel) is { ProposedVerdict: not null } claim
                    ? await db.AskForWantingAsync(claim, wanting.ApprovalsWanting, db.Now, cancel)
                    : new Refusal("no-proposal", "There is no proposed verdict to approve."),
            cancel
        );
        return asked.Value is { } awaited
            ? wanting with
            {
                Message =
                    $"{wanting.Message} This waits: {awaited} was asked to approve it again. Decide once that is done, or send it back.",
            }
            : wanting;
    }

    // What the steps after the decision tell whoever decided. Notices are known as they are added: nothing has to be looked for.
    private List<string> SaidTo(Actor who, long claimId)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var added = db
                .ChangeTracker.Entries<Notice>()
                .Where(entry => entry.State == EntityState.Added)
                .Select(entry => entry.Entity);
            return
            [
                .. added
                    .Where(notice => notice.ClaimId == claimId && notice.IsFor(who))
                    .Select(notice => notice.Message)
                    .Distinct(),
            ];
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // Each attempt starts from what is stored, not from what an earlier page or attempt left in memory.
    private Task<Result<T>> CommitAsync<T>(
        string action,
        Right right,
        Func<Actor, Task<Result<T>>> work,
        CancellationToken cancel
    )
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(action, right, work, cancel);
    }
}
