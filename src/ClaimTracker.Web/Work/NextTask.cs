using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>A task that somebody has just been given.</summary>
public sealed record GivenTask(long TaskId, long ClaimId);

/// <summary>
/// Gives people the free task that is due first. It is chosen and locked by the transaction that leases it, so that two who ask
/// at once are given two tasks, and none where there is none.
/// </summary>
public sealed class NextTask(DeskDb db, DeskSettings desk, Blindness blindness, ILogger<NextTask> log)
{
    // So many are looked at together; where more are hidden, as many again.
    private const int MostHidden = 500;

    /// <summary>
    /// Leases a task to <paramref name="asked"/>, of one kind where <paramref name="kind"/> says so. Null, without a refusal,
    /// says that a read made after all that others were choosing just then was done found none.
    /// </summary>
    public Task<Result<GivenTask?>> TakeAsync(Actor asked, string? kind, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync<GivenTask?>(
            "take task",
            Right.Work,
            async who =>
            {
                var (actor, now) = (who.For(asked), db.Now);

                // What others are choosing is passed over; where nothing else is left it is waited for, since they may leave it.
                var task =
                    await ChooseAsync(actor, kind, now, RowLock.PassOver, cancel)
                    ?? await ChooseAsync(actor, kind, now, RowLock.WaitFor, cancel);
                if (task is null)
                    return new Result<GivenTask?>(null, null);

                if (task.Take(actor, desk.Lease, now).Refusal is { } refusal)
                    throw new InvalidOperationException($"Task {task.Id} was chosen as free and is not: {refusal.Message}");
                return new GivenTask(task.Id, task.ClaimId);
            },
            cancel,
            readsLatest: true
        );
    }

    private async Task<ReviewTask?> ChooseAsync(
        Actor actor,
        string? kind,
        DateTime now,
        RowLock rowLock,
        CancellationToken cancel
    )
    {
        var free = db
            .Tasks.Where(ReviewTask.FreeAt(now))
            .Where(ReviewTask.NotKeptForAnother(actor.Name, now))
            .Where(t =>
                t.Status == ReviewTaskStatus.Open
                && !t.Barred.Contains(actor.Name)
                && !t.Decided.Any(d => d.By == actor.Name)
                && (t.ReviewId == null || db.Reviews.Any(r => r.Id == t.ReviewId && r.Status == ReviewStatus.Suspended))
            );
        if (kind is not null)
            free = free.Where(t => t.Kind == kind);

        // What came back to somebody comes before what is for all of the role.
        if (await FirstAsync(free.Where(t => t.HeldFor == actor.Name), actor, rowLock, cancel) is { } returned)
            return returned;
        List<ReviewTask> first = [];
        foreach (var role in actor.ActorRoles.Order(StringComparer.Ordinal))
        {
            foreach (var walk in new[] { free.Where(t => t.Role == role), free.Where(t => t.EscalatedTo == role) })
            {
                if (await FirstAsync(walk, actor, rowLock, cancel) is { } task)
                    first.Add(task);
            }
        }

        return first.OrderBy(t => t.QueueOrder).ThenBy(t => t.Id).FirstOrDefault();
    }

    // Along the index of one role. The rows say who is barred; the rule itself has the last word. Whose approvals are hidden from
    // the person is found for many at once, where one is met.
    private async Task<ReviewTask?> FirstAsync(
        IQueryable<ReviewTask> walk,
        Actor actor,
        RowLock rowLock,
        CancellationToken cancel
    )
    {
        var rest = walk;
        while (true)
        {
            ReviewTask? task;
            var next = rest.OrderBy(t => t.QueueOrder).ThenBy(t => t.Id);
            try
            {
                task = await next.TagWith(RowLocks.TagOf(rowLock)).FirstOrDefaultAsync(cancel);
            }
            catch (Exception failure) when (SoundReading.IsOfRow(failure))
            {
                // One that is not as this program writes it is given to nobody, and the next is. What the row by itself does not
                // fail over is another failure, and no reason to say that nothing is free.
                var odd = await next.Select(t => t.Id).FirstAsync(cancel);
                var alone = await db.Tasks.AsNoTracking().Where(t => t.Id == odd).ReadSoundAsync(t => t.Id, _ => null, cancel);
                if (alone.Odd is not [var (_, why)])
                    throw;
                log.LogError("Passed over: task {Task}, which is not as this program writes it: {Why}", odd, why);
                walk = walk.Where(t => t.Id != odd);
                rest = rest.Where(t => t.Id != odd);
                continue;
            }

            if (task is null)
                return null;
            var blind = await blindness.NotForAsync(task, actor, cancel);
            if ((task.NotFor(actor) ?? blind) is null)
                return task;
            var (order, id) = (task.QueueOrder, task.Id);
            if (blind is not null)
                walk = await WithoutHiddenAsync(walk, (order, id), actor, cancel);
            rest = walk.Where(t => t.QueueOrder >= order && (t.QueueOrder > order || t.Id > id));
        }
    }

    private async Task<IQueryable<ReviewTask>> WithoutHiddenAsync(
        IQueryable<ReviewTask> walk,
        (DateTime Order, long Id) from,
        Actor actor,
        CancellationToken cancel
    )
    {
        var ahead = await walk.Where(t => t.Purpose == TaskPurpose.ApproveAgain)
            .Where(t => t.QueueOrder >= from.Order && (t.QueueOrder > from.Order || t.Id >= from.Id))
            .OrderBy(t => t.QueueOrder)
            .ThenBy(t => t.Id)
            .Take(MostHidden)
            .Select(t => t.ClaimId)
            .ToListAsync(cancel);
        var hidden = (await blindness.HiddenFromAsync([.. ahead.Distinct()], actor, cancel)).ToList();
        return walk.Where(t => t.Purpose != TaskPurpose.ApproveAgain || !EF.Parameter(hidden).Contains(t.ClaimId));
    }
}
