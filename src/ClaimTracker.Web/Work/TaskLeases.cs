using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>Takes, releases and hands over tasks, as <see cref="ReviewTask"/> allows it.</summary>
public sealed class TaskLeases(DeskDb db, TaskPeople people, DeskSettings desk)
{
    // Who is handed a task may be away from the desk; a day later it is free again.
    private static readonly TimeSpan Handed = TimeSpan.FromDays(1);

    /// <summary>Takes a task, or prolongs the hold on it.</summary>
    public Task<Result> TakeAsync(long taskId, Actor actor, CancellationToken cancel) =>
        ChangeAsync(taskId, "take task", actor, (task, who, now) => Task.FromResult(task.Take(who, desk.Lease, now)), cancel);

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
                var handed = task.HandOver(who, to, await people.HoldersAsync(task, cancel), Handed, now);
                if (handed.IsOk)
                {
                    db.Notices.Add(
                        new Notice(Notice.ToPerson(task.LeasedBy!), $"{who.Name} handed you “{task.Title}”.", task.ClaimId, now)
                    );
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
