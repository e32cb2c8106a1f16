using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Startup;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Keeps on the server what people have typed and not sent. Whoever types is at work, so their hold on the task is prolonged.</summary>
public sealed class Drafts(DeskDb db, DeskSettings desk, TimeProvider time)
{
    /// <summary>Keeps what was typed, also where the task was decided meanwhile; gives back when.</summary>
    public Task<Result<DateTime>> SaveAsync(long claimId, long taskId, TaskFields fields, Actor actor, CancellationToken cancel) => db.CommitAsync<DateTime>("save draft", Right.Own, async _ =>
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (fields.Length > TaskFields.MaxLength)
            return new Refusal("too-long", $"The draft has {fields.Length:N0} characters; {TaskFields.MaxLength:N0} is the most.");
        if (await db.Tasks.SingleOrDefaultAsync(t => t.Id == taskId && t.ClaimId == claimId, cancel) is not { } task)
            return new Refusal("unknown-task", $"This claim has no task {taskId}.");
        var draft = await db.Drafts.SingleOrDefaultAsync(d => d.TaskId == taskId && d.Person == actor.Name, cancel);
        if (draft is null)
            db.Drafts.Add(draft = new Draft(taskId, actor.Name));
        draft.Save(fields.ToJson(), now);
        if (task.Status == ReviewTaskStatus.Open && task.HolderAt(now) == actor.Name && task.LeaseUntil < now + desk.Lease)
            task.Lease(actor.Name, desk.Lease, now);
        return now;
    }, cancel);

    /// <summary>Throws a draft of one's own away.</summary>
    public Task<Result> DropAsync(long taskId, Actor actor, CancellationToken cancel) => db.CommitAsync("drop draft", Right.Own, async _ =>
    {
        db.Drafts.RemoveRange(await db.Drafts.Where(d => d.TaskId == taskId && d.Person == actor.Name).ToListAsync(cancel));
        return Result.Ok;
    }, cancel);

    /// <summary>The person's drafts for tasks of a claim, by task.</summary>
    public Task<Dictionary<long, Draft>> ReadAsync(long claimId, string person, CancellationToken cancel) =>
        db.Drafts.AsNoTracking().Where(d => d.Person == person && db.Tasks.Any(t => t.Id == d.TaskId && t.ClaimId == claimId))
            .ToDictionaryAsync(d => d.TaskId, cancel);
}
