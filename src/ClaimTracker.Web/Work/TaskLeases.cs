using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>Takes, releases and hands over tasks. A vote is held by nobody, since several people decide it at once.</summary>
public sealed class TaskLeases(DeskDb db, TaskPeople people, DeskSettings desk, TimeProvider time)
{
    // Who is handed a task may be away from the desk; a day later it is free again.
    private static readonly TimeSpan Handed = TimeSpan.FromDays(1);

    /// <summary>Takes a task, or prolongs the hold on it.</summary>
    public Task<Result> TakeAsync(long taskId, Actor actor, CancellationToken cancel) => ChangeAsync(taskId, "take task", actor, (task, who, now) =>
        Task.FromResult(task.NotFor(who) is { } refusal ? new Result(refusal)
            : task.Terms.Votes > 1 ? Result.Ok
            : task.Lease(who.Name, desk.Lease, now)), cancel);

    /// <summary>Lets go of a task.</summary>
    public Task<Result> ReleaseAsync(long taskId, Actor actor, CancellationToken cancel) =>
        ChangeAsync(taskId, "release task", actor, (task, who, _) => Task.FromResult(task.Release(who.Name)), cancel);

    /// <summary>
    /// Hands a task to somebody who may decide it, and tells that person. Whoever holds it may, or whoever could take it; editors and
    /// administrators also take it from the person who holds it.
    /// </summary>
    public Task<Result> HandOverAsync(long taskId, string to, Actor actor, CancellationToken cancel) => ChangeAsync(taskId, $"hand task to {to}", actor, async (task, who, now) =>
    {
        if (task.Status != ReviewTaskStatus.Open)
            return Result.Refused("task-closed", $"“{task.Title}” is no longer open.");
        var reassigns = who.Is(Roles.Editor) || who.Is(Roles.Administrator);
        if (!reassigns && task.HeldByAnother(who.Name, now) is { } held)
            return new Result(held);
        if (!reassigns && task.HolderAt(now) != who.Name && task.NotFor(who) is { } refusal)
            return new Result(refusal);
        if (!(await people.WhoMayDecideAsync(task, cancel)).Contains(to))
            return Result.Refused("not-for-them", $"“{task.Title}” cannot be handed to {(to.Length == 0 ? "nobody" : to)}: choose somebody who holds the role {task.Role} and is not barred.");
        task.HandTo(to, Handed, now);
        db.Notices.Add(new Notice($"user:{to}", $"{who.Name} handed you “{task.Title}”.", task.ClaimId, now));
        return Result.Ok;
    }, cancel);

    private Task<Result> ChangeAsync(long taskId, string action, Actor asked, Func<ReviewTask, Actor, DateTime, Task<Result>> change, CancellationToken cancel) =>
        db.CommitAsync(action, Right.Own, async actor => await db.Tasks.SingleOrDefaultAsync(t => t.Id == taskId, cancel) is { } task
            ? await change(task, actor.For(asked), time.GetUtcNow().UtcDateTime)
            : Result.Refused("unknown-task", $"There is no task {taskId}."), cancel);
}
