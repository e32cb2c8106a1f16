using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Runner;
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

    public Task<Result<DecisionReceipt>> DecideAsync(DecideTask request, CancellationToken cancel) =>
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
                if (task.Status != ReviewTaskStatus.Open)
                    return TaskClosed(task);
                if (task.HeldByAnother(who.Name, now) is { } leased)
                    return leased;

                var move = await runner.DecideAsync(
                    await PositionAsync(review, now, cancel),
                    task.Key,
                    request.Decision,
                    who,
                    request.Payload,
                    cancel
                );
                if (move.Refusal is { } refusal)
                    return refusal;
                if (task.Terms.Approves.Contains(request.Decision) && review.Claim.NotAsSeen(request.Seen) is { } changed)
                    return changed;
                var decision = task.Record(
                    request.Decision,
                    who.Name,
                    PayloadNote.Of(request.Payload),
                    request.IdempotencyKey,
                    now
                );
                var written = await writer.WriteAsync(review, move.Value!, who.Name, now, cancel);
                return written.Refusal is { } refused
                    ? refused
                    : new DecisionReceipt(
                        review.Id,
                        decision.Decision,
                        decision.By,
                        now,
                        Repeated: false,
                        SaidTo(who, review.ClaimId)
                    )
                    {
                        Opened = [.. move.Value!.TasksOpened.Select(opened => new OpenedTask(opened.Title, opened.Role))],
                    };
            },
            cancel
        );

    public Task<Result> CancelAsync(long reviewId, string reason, Actor who, CancellationToken cancel) =>
        MoveAsync(reviewId, $"cancel review: {reason}", who, at => runner.CancelAsync(at.State, at.NowUtc, cancel), cancel);

    public Task<Result> HoldAsync(long reviewId, Actor who, CancellationToken cancel) =>
        MoveAsync(reviewId, "hold review", who, at => Task.FromResult(ReviewRunner.Hold(at.State, at.NowUtc)), cancel);

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
                var made = await run(await PositionAsync(review, now, cancel));
                if (made is not { Value: { } move })
                    return made.Refusal ?? new Refusal("not-due", "No timer of this review is due.");
                then?.Invoke(review);
                var written = await writer.WriteAsync(review, move, actor.For(who).Name, now, cancel);
                return written.Refusal is { } refused ? refused : true;
            },
            cancel
        );
        return new Result(result.Refusal);
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

    private async Task<ReviewPosition> PositionAsync(Review review, DateTime now, CancellationToken cancel) =>
        new(
            await library.GetAsync(db, review.VersionId, cancel),
            ReviewState.Parse(review.State),
            ClaimFacts.Of(review.Claim, review.Recheck?.Outcome, library.For(review.Claim.Kind)),
            now
        );

    private static Refusal TaskClosed(ReviewTask task) =>
        task.Decided.Exists(d => d.VoidedAt is not null)
            ? new Refusal(
                "task-closed",
                $"“{task.Title}” ended on {task.ClosedAt:d MMMM yyyy} at {task.ClosedAt:HH:mm} UTC, since what is voted on was changed. Read it as it stands now and vote on the task that is open instead."
            )
        : task.Decided.LastOrDefault() is { } decision
            ? new Refusal(
                "task-decided",
                $"{decision.By} decided “{decision.Decision}” on “{task.Title}” on {decision.At:d MMMM yyyy} at {decision.At:HH:mm} UTC. Nothing of yours was changed."
            )
        : new Refusal(
            "task-closed",
            $"“{task.Title}” was closed on {task.ClosedAt:d MMMM yyyy} at {task.ClosedAt:HH:mm} UTC: the review went on without it."
        );
}
