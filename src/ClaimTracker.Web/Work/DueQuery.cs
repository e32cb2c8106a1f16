using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What a page of due checks shows.</summary>
/// <param name="Persons">True for the days on which a person is due, whatever machines said; false for those of any
/// check.</param>
/// <param name="Day">Only what is due on this day; null for all that is due by now.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
public sealed record DueFilter(bool Persons, DateOnly? Day, QueueCursor? After);

/// <summary>An open look of a claim that is due.</summary>
/// <param name="ClaimId">The claim.</param>
/// <param name="Host">The site.</param>
/// <param name="DueAt">From when on it is to be made.</param>
/// <param name="Attempts">How often it could not be made.</param>
/// <param name="IsStopped">True where a person has stopped the looks at the site.</param>
public sealed record WaitingLook(long ClaimId, string Host, DateTime DueAt, int Attempts, bool IsStopped)
{
    /// <summary>Those of some claims; counted apart are those that cannot be read.</summary>
    public static Task<(List<WaitingLook> Items, int Odd)> OfAsync(
        DeskDb db,
        IReadOnlyCollection<long> claims,
        CancellationToken cancel
    ) =>
        db
            .Looks.Where(l => claims.Contains(l.ClaimId) && l.ClosedAt == null && l.Outcome == null)
            .ReadReadableAsync(
                l => l.Id,
                looks =>
                    looks.Select(l => new WaitingLook(
                        l.ClaimId,
                        l.Host,
                        l.DueAt,
                        l.Attempts,
                        db.LookHosts.Any(h => h.Name == l.Host && h.StoppedAt != null)
                    )),
                cancel
            );
}

/// <summary>A claim whose check is due, or falls due.</summary>
/// <param name="Claim">The claim alone.</param>
/// <param name="At">When.</param>
/// <param name="Waiting">Its looks that are still to be made.</param>
public sealed record DueItem(Claim Claim, DateTime At, IReadOnlyList<WaitingLook> Waiting);

/// <summary>A page of what is due.</summary>
/// <param name="Items">Those that can be shown.</param>
/// <param name="Odd">The claims in their place of which what is stored is not as this program writes it.</param>
/// <param name="OddLooks">How many looks of those that can be shown cannot be read.</param>
/// <param name="Next">Where the next page begins; null where there is none.</param>
public sealed record DuePage(IReadOnlyList<DueItem> Items, IReadOnlyList<long> Odd, int OddLooks, QueueCursor? Next);

/// <summary>Reads what is due by walking an index, so that a page costs the same however much there is.</summary>
public sealed class DueQuery(DeskDb db)
{
    /// <summary>Claims on a page.</summary>
    public const int PageSize = 25;

    /// <summary>A day's checks are counted up to this: what a calendar costs does not grow with what is due.</summary>
    public const int Most = 50;

    /// <summary>What is due, the longest due first; at most <see cref="PageSize"/>.</summary>
    public Task<DuePage> ReadAsync(DueFilter filter, CancellationToken cancel)
    {
        var (from, until) = filter.Day is { } day ? (Start(day), End(day)) : (DateTime.MinValue, db.Now);
        var (at, id) = filter.After is { } after ? (after.Order, after.Id) : (DateTime.MinValue, 0);
        var date = Column(filter.Persons);
        return ReadAsync(
            Between(date, from, until)
                .Where(c => EF.Property<DateTime?>(c, date) > at || (EF.Property<DateTime?>(c, date) == at && c.Id > id)),
            date,
            cancel
        );
    }

    /// <summary>
    /// Public verdicts that are in doubt, whatever is due when, the longest first; at most <see cref="PageSize"/>.
    /// </summary>
    public Task<DuePage> InDoubtAsync(CancellationToken cancel) =>
        ReadAsync(db.Claims.Where(Claim.InForce).Where(c => c.InDoubtSince != null), nameof(Claim.InDoubtSince), cancel);

    /// <summary>
    /// How many are due on each of some days, counted up to <see cref="Most"/> and one more. A day without any is not in it.
    /// </summary>
    public async Task<Dictionary<DateOnly, int>> CountAsync(bool persons, IReadOnlyList<DateOnly> days, CancellationToken cancel)
    {
        var counted = await db.CountDueClaims(persons, [.. days.Select(day => (Start(day), End(day)))], Most + 1)
            .ToListAsync(cancel);
        return counted
            .Where(one => one.Number > 0)
            .ToDictionary(one => days[int.Parse(one.Name, CultureInfo.InvariantCulture)], one => one.Number);
    }

    // Where a claim stands in the list is mostly to be read whatever else it holds, so that none hides what comes after it.
    private async Task<DuePage> ReadAsync(IQueryable<Claim> claims, string date, CancellationToken cancel)
    {
        var inOrder = claims.AsNoTracking().OrderBy(c => EF.Property<DateTime?>(c, date)).ThenBy(c => c.Id);
        var places = await inOrder
            .Take(PageSize + 1)
            .ReadItemsAsync(
                rows => rows.Select(c => new QueueCursor(EF.Property<DateTime?>(c, date)!.Value, c.Id)),
                rows => rows.Select(c => new QueueCursor(default, c.Id)),
                cancel
            );
        var found = await inOrder.Take(PageSize).ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        var (looks, odd) = await WaitingLook.OfAsync(db, [.. found.Rows.Select(c => c.Id)], cancel);
        var waiting = looks.ToLookup(l => l.ClaimId);
        var at = places.ToDictionary(place => place.Id, place => place.Order);
        return new DuePage(
            [.. found.Rows.Where(c => at.ContainsKey(c.Id)).Select(c => new DueItem(c, at[c.Id], [.. waiting[c.Id]]))],
            [.. found.Odd.Select(row => row.Id)],
            odd,
            places.Count > PageSize ? places.Take(PageSize).LastOrDefault(place => place.Order != default) : null
        );
    }

    private IQueryable<Claim> Between(string date, DateTime from, DateTime until) =>
        db
            .Claims.Where(Claim.InForce)
            .Where(c => EF.Property<DateTime?>(c, date) >= from && EF.Property<DateTime?>(c, date) < until);

    private static string Column(bool persons) => persons ? nameof(Claim.PersonDueAt) : nameof(Claim.NextCheckDueAt);

    private static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static DateTime End(DateOnly day) => day == DateOnly.MaxValue ? DateTime.MaxValue : Start(day.AddDays(1));
}
