using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>A page of a queue.</summary>
/// <param name="Tasks">In the order that was asked for.</param>
/// <param name="Next">Where the next page begins, or null where nothing comes after.</param>
/// <param name="Cut">True where the page is short since only so many tasks are looked through at a time.</param>
/// <param name="Older">
/// Where a search goes on among older claims (<see cref="QueueFilter.Before"/>), or null where it has seen all.
/// </param>
public sealed record QueuePage(IReadOnlyList<QueueItem> Tasks, QueueCursor? Next, bool Cut, long? Older)
{
    /// <summary>How many tasks a filter lets through; null where there is none, and on further pages.</summary>
    public QueueNumber? Found { get; init; }
}

/// <summary>
/// Reads queues by walking an index for each role and merging the walks, so that a page costs the same however long the queue is.
/// </summary>
public sealed class QueueQuery(DeskDb db, TaskPeople people)
{
    /// <summary>Tasks on a page.</summary>
    public const int PageSize = 25;

    /// <summary>A number is exact up to this.</summary>
    public const int Counted = 1_000;

    /// <summary>Of the claims that hold the words, a search looks through the newest so many.</summary>
    public const int FoundAtOnce = 2_000;

    private const int MostOutlets = 200;

    /// <summary>
    /// The open tasks that a person's roles may decide and that the filter lets through. What a filter lets through is counted
    /// with its first page.
    /// </summary>
    public async Task<QueuePage> ReadAsync(Actor actor, QueueFilter filter, CancellationToken cancel)
    {
        var (walks, older) = await WalksAsync(actor, filter, cancel);
        QueueNumber? number = filter is { IsAny: true, After: null, Before: null } ? new(0, older is not null) : null;
        List<QueueCursor> found = [];
        QueueCursor? end = null;
        foreach (var walk in walks.All())
        {
            var rest = walks.After(walk, filter.After);
            var last = await walks.EndAsync(rest, cancel);
            var most = Math.Max(PageSize, Counted - (number?.Counted ?? Counted)) + 1;
            var places = await walks.PlacesAsync(walks.UpTo(walks.Narrow(rest.Tasks), last), most, cancel);
            found.AddRange(places);
            number = number?.And(places.Count, last is not null);
            if (last is { } one && (end is not { } soonest || one.IsBefore(soonest)))
                end = one;
        }

        // Behind the end of one walk stand tasks of it that were not looked at, which come before others' that were.
        var seen = found
            .Where(place => end is not { } last || !last.IsBefore(place))
            .OrderBy(place => place.Order)
            .ThenBy(place => place.Id)
            .Take(PageSize + 1)
            .ToList();
        var isFull = seen.Count > PageSize;
        var tasks = await ItemsAsync(isFull ? seen[..PageSize] : seen, cancel);
        return new QueuePage(tasks, isFull ? seen[PageSize - 1] : end, !isFull && end is not null, older) { Found = number };
    }

    /// <summary>The ids of the first tasks that the filter lets through, at most <paramref name="most"/>.</summary>
    public async Task<List<long>> ChooseAsync(Actor actor, QueueFilter filter, int most, CancellationToken cancel)
    {
        List<long> chosen = [];
        var rest = filter with { After = null };
        while (chosen.Count < most)
        {
            var page = await ReadAsync(actor, rest, cancel);
            chosen.AddRange(page.Tasks.Where(t => !t.IsOdd).Select(t => t.TaskId));
            if (page is { Next: null, Older: null })
                break;
            rest = page.Next is { } next ? rest with { After = next } : rest with { After = null, Before = page.Older };
        }

        return chosen.Count > most ? chosen[..most] : chosen;
    }

    /// <summary>The first of what the person holds now, by deadline; at most <see cref="PageSize"/> and one more.</summary>
    public Task<List<QueueItem>> HeldByAsync(string person, CancellationToken cancel)
    {
        var now = db.Now;
        return ItemsAsync(
            db.Tasks.AsNoTracking()
                .Where(t => t.Status == ReviewTaskStatus.Open && t.LeasedBy == person)
                .Where(ReviewTask.HeldAt(now))
                .OrderBy(t => t.QueueOrder)
                .ThenBy(t => t.Id)
                .Take(PageSize + 1),
            cancel
        );
    }

    /// <summary>The people who may hold tasks and the outlets, to choose from; the first of each.</summary>
    public async Task<(IReadOnlyList<string> People, IReadOnlyList<string> Outlets)> ChoicesAsync(CancellationToken cancel)
    {
        var outlets = await db.Outlets.OrderBy(o => o.Name).Select(o => o.Name).Take(MostOutlets).ToListAsync(cancel);
        return (await people.HoldersAsync(Roles.OfTasks, cancel), outlets);
    }

    private async Task<(QueueWalks Walks, long? Older)> WalksAsync(Actor actor, QueueFilter filter, CancellationToken cancel)
    {
        if (filter.Q is not { } words)
            return (new QueueWalks(db, actor, filter, null), null);
        var (ids, older) = await db.FindNewestClaimsAsync(words, filter.Before, FoundAtOnce, cancel);
        return (new QueueWalks(db, actor, filter, ids), older);
    }

    // In the order of their places. What was closed since is not shown.
    private async Task<List<QueueItem>> ItemsAsync(List<QueueCursor> places, CancellationToken cancel)
    {
        var ids = places.ConvertAll(place => place.Id);
        var open = db.Tasks.AsNoTracking().Where(t => t.Status == ReviewTaskStatus.Open && ids.Contains(t.Id));
        var items = (await ItemsAsync(open, cancel)).ToDictionary(t => t.TaskId);
        return [.. ids.Where(items.ContainsKey).Select(id => items[id])];
    }

    private static Task<List<QueueItem>> ItemsAsync(IQueryable<ReviewTask> tasks, CancellationToken cancel) =>
        tasks.ReadItemsAsync(Items, OddItems, cancel);

    // Its place, and where it leads to.
    private static IQueryable<QueueItem> OddItems(IQueryable<ReviewTask> tasks) =>
        tasks.Select(t => new QueueItem
        {
            TaskId = t.Id,
            ClaimId = t.ClaimId,
            Wording = "",
            Kind = t.Kind,
            Stage = default,
            Title = t.Title,
            Role = t.Role,
            EscalatedTo = null,
            DueAt = null,
            OpenedAt = default,
            Outlet = "",
            Rechecks = false,
            InDoubt = false,
            LeasedBy = null,
            LeasedAt = null,
            LeaseUntil = null,
            Terms = new TaskTerms(),
            Barred = new List<string>(),
            HeldFor = null,
            StandsStill = false,
            Purpose = TaskPurpose.Step,
        });

    private static IQueryable<QueueItem> Items(IQueryable<ReviewTask> tasks) =>
        tasks.Select(t => new QueueItem
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
            OpenedAt = t.OpenedAt,
            Outlet = t.Claim.Outlet,
            Rechecks =
                t.Claim.UnderRecheck
                && (t.Claim.Publication == Publication.Published || t.Claim.Publication == Publication.Suspended),
            InDoubt =
                t.Claim.InDoubtSince != null
                && (t.Claim.Publication == Publication.Published || t.Claim.Publication == Publication.Suspended),
            LeasedBy = t.LeasedBy,
            LeasedAt = t.LeasedAt,
            LeaseUntil = t.LeaseUntil,
            Terms = t.Terms,
            Barred = t.Barred,
            HeldFor = t.HeldFor,
            StandsStill = t.Review != null && t.Review.Status != ReviewStatus.Suspended,
            Purpose = t.Purpose,
        });
}
