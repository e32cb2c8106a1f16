using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>Open tasks in the order of an index.</summary>
/// <param name="Tasks">The tasks.</param>
/// <param name="PassesMany">True where the filter may pass many of them before it meets one to show.</param>
internal sealed record QueueWalk(IQueryable<ReviewTask> Tasks, bool PassesMany);

/// <summary>
/// A filter as walks along indexes: one for each role, and one for what was escalated to it, so that none of them has a task
/// that another has. What no index answers is looked for along a walk, among <see cref="Window"/> tasks at a time.
/// </summary>
internal sealed class QueueWalks
{
    /// <summary>So many tasks of a walk are looked through at a time where filters need the tasks themselves.</summary>
    public const int Window = 2_000;

    private readonly DeskDb _db;
    private readonly Actor _actor;
    private readonly QueueFilter _filter;
    private readonly IReadOnlyCollection<long>? _found;
    private readonly DateTime _now;
    private readonly string _key;

    /// <param name="db">The desk.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="filter">For what.</param>
    /// <param name="found">The claims that hold the words that are searched for; null where none are.</param>
    public QueueWalks(DeskDb db, Actor actor, QueueFilter filter, IReadOnlyCollection<long>? found)
    {
        (_db, _actor, _filter, _found, _now) = (db, actor, filter, found, db.Now);
        _key = filter.Sort switch
        {
            QueueSort.Stored => nameof(ReviewTask.QueueOrder),
            QueueSort.Deadline => nameof(ReviewTask.DueOrder),
            QueueSort.Age => nameof(ReviewTask.OpenedAt),
            _ => throw new ArgumentOutOfRangeException(nameof(filter), filter.Sort, null),
        };
    }

    // True where a walk along an index may pass many tasks before it meets one to show.
    private bool PassesMany =>
        _filter is { Outlet: not null } or { Speaker: not null } or { Freshness: not null }
        || _filter.Recheck
        || _filter.InDoubt
        || (_filter.Overdue && _filter.Sort != QueueSort.Deadline)
        || _filter.Holder is QueueHolder.FreeForMe or QueueHolder.Somebody;

    /// <summary>Each walk, with no more asked of a task than an index answers.</summary>
    public IEnumerable<QueueWalk> All()
    {
        var open = _db.Tasks.AsNoTracking().Where(t => t.Status == ReviewTaskStatus.Open);
        if (HeldBy is { } person)
            return [new QueueWalk(open.Where(t => t.LeasedBy == person), false)];
        var roles = Of(_actor, _filter.AllRoles);
        if (_found is { } ids)
        {
            var found = open.Where(t =>
                EF.Parameter(ids).Contains(t.ClaimId) && (roles.Contains(t.Role) || roles.Contains(t.EscalatedTo!))
            );
            return [new QueueWalk(found, false)];
        }

        return roles
            .Select(role => OfRole(open, role))
            .Concat(
                Escalated(open, roles)
                    .Select(walk => new QueueWalk(walk, PassesMany || _filter is not { Kind: null, Stage: null }))
            );
    }

    /// <summary>The roles whose tasks are looked at.</summary>
    public static IReadOnlyList<string> Of(Actor actor, bool allRoles) =>
        allRoles ? Roles.OfTasks : [.. Roles.OfTasks.Where(actor.Is)];

    /// <summary>What other roles have passed on to these, each by a walk of its own.</summary>
    public static IEnumerable<IQueryable<ReviewTask>> Escalated(IQueryable<ReviewTask> open, IReadOnlyList<string> roles) =>
        from second in roles
        from first in Roles.OfTasks.Except(roles)
        select open.Where(t => t.EscalatedTo == second && t.Role == first);

    /// <summary>What the filter asks of the tasks of a walk.</summary>
    public IQueryable<ReviewTask> Narrow(IQueryable<ReviewTask> walk)
    {
        var me = _actor.Name;
        walk = ByHolder(walk.Where(t => !t.Decided.Any(d => d.By == me)));
        if (_filter.Kind is { } kind)
            walk = walk.Where(t => t.Kind == kind);
        if (_filter.Stage is { } stage)
            walk = walk.Where(t => t.ClaimStage == stage);
        if (_filter.Overdue)
            walk = walk.Where(t => t.DueOrder < _now);
        if (HeldBy is not null && _found is { } ids)
            walk = walk.Where(t => EF.Parameter(ids).Contains(t.ClaimId));
        return Claims() is { } claims ? walk.Where(t => claims.Any(c => c.Id == t.ClaimId)) : walk;
    }

    /// <summary>What of a walk comes after a place in it.</summary>
    public QueueWalk After(QueueWalk walk, QueueCursor? place) =>
        place is { } after
            ? walk with
            {
                Tasks = walk.Tasks.Where(t =>
                    EF.Property<DateTime>(t, _key) >= after.Order
                    && (EF.Property<DateTime>(t, _key) > after.Order || t.Id > after.Id)
                ),
            }
            : walk;

    /// <summary>The tasks of a walk up to a place in it, that one included.</summary>
    public IQueryable<ReviewTask> UpTo(IQueryable<ReviewTask> walk, QueueCursor? place) =>
        place is { } end
            ? walk.Where(t =>
                EF.Property<DateTime>(t, _key) <= end.Order && (EF.Property<DateTime>(t, _key) < end.Order || t.Id <= end.Id)
            )
            : walk;

    /// <summary>
    /// The first places of a walk, at most <paramref name="most"/>. A task whose place cannot be read stands first.
    /// </summary>
    public Task<List<QueueCursor>> PlacesAsync(IQueryable<ReviewTask> walk, int most, CancellationToken cancel) =>
        Sorted(walk).Take(most).ReadItemsAsync(Places, odd => odd.Select(t => new QueueCursor(DateTime.MinValue, t.Id)), cancel);

    /// <summary>
    /// The last task that is looked through, or null where the walk ends before that. Counted along the index alone.
    /// </summary>
    public async Task<QueueCursor?> EndAsync(QueueWalk walk, CancellationToken cancel)
    {
        if (!walk.PassesMany)
            return null;
        var (end, _) = await Sorted(walk.Tasks).Skip(Window - 1).Take(1).ReadReadableAsync(t => t.Id, Places, cancel);
        return end is [var last] ? last : null;
    }

    private IOrderedQueryable<ReviewTask> Sorted(IQueryable<ReviewTask> walk) =>
        walk.OrderBy(t => EF.Property<DateTime>(t, _key)).ThenBy(t => t.Id);

    private IQueryable<QueueCursor> Places(IQueryable<ReviewTask> walk) =>
        walk.Select(t => new QueueCursor(EF.Property<DateTime>(t, _key), t.Id));

    private string? HeldBy => _filter.Person ?? (_filter.Holder == QueueHolder.Mine ? _actor.Name : null);

    // By the stored order there is an index of one kind, and one of one stage.
    private QueueWalk OfRole(IQueryable<ReviewTask> open, string role)
    {
        var walk = open.Where(t => t.Role == role);
        if (_filter.Sort != QueueSort.Stored)
            return new QueueWalk(walk, PassesMany || _filter is not { Kind: null, Stage: null });
        if (_filter.Kind is { } kind)
            return new QueueWalk(walk.Where(t => t.Kind == kind), PassesMany || _filter.Stage is not null);
        return _filter.Stage is { } stage
            ? new QueueWalk(walk.Where(t => t.ClaimStage == stage), PassesMany)
            : new QueueWalk(walk, PassesMany);
    }

    private IQueryable<ReviewTask> ByHolder(IQueryable<ReviewTask> walk)
    {
        var me = _actor.Name;
        if (HeldBy is not null)
            return walk.Where(ReviewTask.HeldAt(_now));
        return _filter.Holder switch
        {
            QueueHolder.Free => walk.Where(ReviewTask.FreeAt(_now)).Where(ReviewTask.NotKeptForAnother(me, _now)),
            QueueHolder.FreeForMe => walk.Where(ReviewTask.FreeAt(_now))
                .Where(ReviewTask.NotKeptForAnother(me, _now))
                .Where(t => !t.Barred.Contains(me)),
            QueueHolder.Somebody => walk.Where(ReviewTask.HeldAt(_now)).Where(t => t.LeasedBy != me),
            QueueHolder.Any => walk,
            _ => throw new InvalidOperationException($"{_filter.Holder} is answered by the index of leases."),
        };
    }

    // What is asked of the claim, or null where nothing is.
    private IQueryable<Claim>? Claims()
    {
        if (_filter is { Outlet: null, Speaker: null, Freshness: null, Recheck: false, InDoubt: false })
            return null;
        var claims = _filter.Speaker is { } speaker ? _db.ClaimsPutDownTo(speaker) : _db.Claims;
        if (_filter.Outlet is { } outlet)
            claims = claims.Where(c => c.Outlet == outlet);
        if (_filter.Recheck)
            claims = claims.Where(Claim.InForce).Where(c => c.UnderRecheck);
        if (_filter.InDoubt)
            claims = claims.Where(Claim.InForce).Where(c => c.InDoubtSince != null);
        return _filter.Freshness is { } freshness ? claims.Where(FreshnessRule.Is(freshness, _now)) : claims;
    }
}
