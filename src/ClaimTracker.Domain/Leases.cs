using System.Linq.Expressions;

namespace ClaimTracker.Domain;

/// <summary>What somebody or some server may hold for a while: a task, a site, a look.</summary>
public interface ILeased
{
    /// <summary>When the hold was taken or prolonged last, so that its length stands with it.</summary>
    DateTime? LeasedAt { get; }

    /// <summary>When it ends.</summary>
    DateTime? LeaseUntil { get; }
}

/// <summary>
/// Whether a hold lasts, said once: in memory, for queries, and (beside the statements that take looks) in SQL. One that ends
/// later than its own length from now was taken by a clock that ran ahead, or nobody knows when, and holds nothing.
/// </summary>
public static class Leases
{
    /// <summary>True where a hold lasts at <paramref name="now"/>.</summary>
    public static bool Lasts(DateTime? leasedAt, DateTime? leaseUntil, DateTime now) =>
        leaseUntil > now && leasedAt <= ClockSkew.LatestAt(now);

    /// <summary>What somebody holds at <paramref name="now"/>, for queries: as <see cref="Lasts"/>.</summary>
    public static Expression<Func<T, bool>> HeldAt<T>(DateTime now)
        where T : class, ILeased
    {
        var latest = ClockSkew.LatestAt(now);
        return row => row.LeaseUntil > now && row.LeasedAt <= latest;
    }

    /// <summary>
    /// What nobody holds at <paramref name="now"/>, for queries: the opposite of <see cref="HeldAt{T}"/>, spelt out for what is
    /// not known, which a database's NOT would leave out.
    /// </summary>
    public static Expression<Func<T, bool>> FreeAt<T>(DateTime now)
        where T : class, ILeased
    {
        var latest = ClockSkew.LatestAt(now);
        return row => row.LeaseUntil == null || row.LeaseUntil <= now || row.LeasedAt == null || row.LeasedAt > latest;
    }
}
