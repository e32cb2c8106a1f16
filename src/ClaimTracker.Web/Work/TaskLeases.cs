using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>Takes, releases and hands over tasks, as <see cref="ReviewTask"/> allows it.</summary>
public sealed class TaskLeases(DeskDb db, TaskPeople people, DeskSettings desk, Blindness blindness)
{
    private const int MostOnPage = 20;

    // Who is handed a task may be away from the desk; a day later it is free again.
    private static readonly TimeSpan Handed = TimeSpan.FromDays(1);

    /// <summary>Takes a task, or prolongs the hold on it.</summary>
    public Task<Result> TakeAsync(long taskId, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            taskId,
            "take task",
            actor,
            async (task, who, now) =>
                await blindness.NotForAsync(task, who, cancel) is { } refusal
                    ? new Result(refusal)
                    : task.Take(who, desk.Lease, now),
            cancel
        );

    /// <summary>Lets go of a task.</summary>
    public Task<Result> ReleaseAsync(long taskId, Actor actor, CancellationToken cancel) =>
        ChangeAsync(taskId, "release task", actor, (task, who, _) => Task.FromResult(task.Release(who.Name)), cancel);

    /// <summary>Hands a task to somebody who may decide it, and tells that person.</summary>
    public Task<Result> HandOverAsync(long taskId, string to, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            taskId,
            $"hand task to {to}",
            actor,
            async (task, who, now) =>
            {
                if (await blindness.NotForOtherAsync(task, to, cancel) is { } blind)
                    return new Result(blind);
                var before = task.HolderAt(now) ?? task.KeptForAt(now);
                var handed = task.HandOver(who, to, await people.HoldersAsync(task, cancel), Handed, now);
                if (handed.IsOk)
                {
                    db.Notices.Add(
                        new Notice(Notice.ToPerson(task.LeasedBy!), $"{who.Name} handed you “{task.Title}”.", task.ClaimId, now)
                    );
                    if (before is not null && !PersonName.Same(before, who.Name) && !PersonName.Same(before, task.LeasedBy))
                    {
                        db.Notices.Add(
                            new Notice(
                                Notice.ToPerson(before),
                                $"{who.Name} handed “{task.Title}”, which was yours, to {task.LeasedBy}.",
                                task.ClaimId,
                                now
                            )
                        );
                    }
                }

                return handed;
            },
            cancel
        );

    /// <summary>Takes a task off whoever holds it, and tells that person; the task is free then.</summary>
    public Task<Result> TakeOffAsync(long taskId, Actor actor, CancellationToken cancel) =>
        ChangeAsync(
            taskId,
            "take task off",
            actor,
            (task, who, now) =>
            {
                var taken = task.TakeOff(who, now);
                if (taken.Value is { } holder && !PersonName.Same(holder, who.Name))
                {
                    db.Notices.Add(
                        new Notice(
                            Notice.ToPerson(holder),
                            $"{who.Name} took “{task.Title}” off you; it is free. Your draft stays.",
                            task.ClaimId,
                            now
                        )
                    );
                }

                return Task.FromResult(new Result(taken.Refusal));
            },
            cancel
        );

    /// <summary>
    /// What became of tasks that a page was opened with as the person's own, in words for whoever still types there: which of
    /// them somebody else holds now, or are closed.
    /// </summary>
    public async Task<IReadOnlyList<string>> LostAsync(
        long claimId,
        IReadOnlyCollection<long> held,
        Actor actor,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (held.Count == 0)
            return [];
        var tasks = await db
            .Tasks.AsNoTracking()
            .Include(t => t.Decided)
            .Where(t => t.ClaimId == claimId && held.Contains(t.Id))
            .OrderBy(t => t.Id)
            .Take(MostOnPage)
            .ToListAsync(cancel);
        return
        [
            .. tasks
                .Select(task => task.NoLongerOpen() ?? task.HeldByAnother(actor.Name, now))
                .OfType<Refusal>()
                .Select(why => $"{why.Message} It is yours no more. What you type here stays your draft."),
        ];
    }

    private Task<Result> ChangeAsync(
        long taskId,
        string action,
        Actor asked,
        Func<ReviewTask, Actor, DateTime, Task<Result>> change,
        CancellationToken cancel
    ) =>
        db.CommitAsync(
            action,
            Right.Own,
            async actor =>
                await db.Tasks.SingleOrDefaultAsync(t => t.Id == taskId, cancel) is { } task
                    ? await change(task, actor.For(asked), db.Now)
                    : Result.Refused("unknown-task", $"There is no task {taskId}."),
            cancel
        );
}
