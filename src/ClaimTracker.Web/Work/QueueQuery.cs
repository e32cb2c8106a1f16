using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What a page of the queue shows.</summary>
/// <param name="Kind">Only claims of this kind; null for all.</param>
/// <param name="ShowHeld">True to see also what others hold.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
public sealed record QueueFilter(string? Kind, bool ShowHeld, QueueCursor? After);

/// <summary>
/// Reads queues by walking an index for each role and merging the walks, so that a page costs the same however long the queue is.
/// </summary>
public sealed class QueueQuery(DeskDb db)
{
    /// <summary>Tasks on a page.</summary>
    public const int PageSize = 25;

    /// <summary>
    /// The open tasks that a person's roles may decide, by deadline; at most <see cref="PageSize"/> and one more, which says that
    /// there is another page.
    /// </summary>
    public async Task<List<QueueItem>> ReadAsync(Actor actor, QueueFilter filter, CancellationToken cancel)
    {
        var open = Filtered(actor.Name, filter);
        List<QueueItem> found = [];
        foreach (var role in actor.ActorRoles.Order(StringComparer.Ordinal))
        {
            found.AddRange(await WalkAsync(open.Where(t => t.Role == role), cancel));
            found.AddRange(await WalkAsync(open.Where(t => t.EscalatedTo == role), cancel));
        }

        return [.. found.DistinctBy(t => t.TaskId).OrderBy(t => t.Order).ThenBy(t => t.TaskId).Take(PageSize + 1)];
    }

    /// <summary>What the person holds now, by deadline.</summary>
    public Task<List<QueueItem>> HeldByAsync(string person, CancellationToken cancel)
    {
        var now = db.Now;
        return WalkAsync(
            db.Tasks.Where(t => t.Status == ReviewTaskStatus.Open && t.LeasedBy == person).Where(ReviewTask.HeldAt(now)),
            cancel
        );
    }

    private IQueryable<ReviewTask> Filtered(string person, QueueFilter filter)
    {
        var now = db.Now;
        var open = db.Tasks.Where(t => t.Status == ReviewTaskStatus.Open && !t.Decided.Any(d => d.By == person));
        if (filter.Kind is { } kind)
            open = open.Where(t => t.Kind == kind);
        if (!filter.ShowHeld)
            open = open.Where(ReviewTask.FreeAt(now)).Where(ReviewTask.NotKeptForAnother(person, now));
        else
            open = open.Where(ReviewTask.NotHeldBy(person, now));
        if (filter.After is { } after)
            open = open.Where(t => t.QueueOrder >= after.Order && (t.QueueOrder > after.Order || t.Id > after.Id));
        return open;
    }

    private static Task<List<QueueItem>> WalkAsync(IQueryable<ReviewTask> tasks, CancellationToken cancel) =>
        tasks
            .AsNoTracking()
            .OrderBy(t => t.QueueOrder)
            .ThenBy(t => t.Id)
            .Take(PageSize + 1)
            .Select(t => new QueueItem
            {
                TaskId = t.Id,
                ClaimId = t.ClaimId,
                Wording = t.Claim.Wording,
                Kind = t.Kind,
                Stage = t.Claim.Stage,
                Title = t.Title,
                Role = t.Role,
                EscalatedTo = t.EscalatedTo,
                DueAt = t.DueAt,
                Order = t.QueueOrder,
                LeasedBy = t.LeasedBy,
                LeasedAt = t.LeasedAt,
                LeaseUntil = t.LeaseUntil,
                Terms = t.Terms,
                Barred = t.Barred,
                StandsStill = t.Review != null && t.Review.Status != ReviewStatus.Suspended,
            })
            .ToListAsync(cancel);
}
