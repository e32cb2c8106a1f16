using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>Nothing was verified or looked at in the future, and no hold or lockout is longer than its own length.</summary>
internal static class ClockCheck
{
    /// <summary>
    /// What a clock that ran ahead has left behind, each in a sentence. It counts for nothing; the clock is what to mend.
    /// </summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db, DateTime now, LockoutOptions lockout)
    {
        var latest = ClockSkew.LatestAt(now);
        await foreach (
            var claim in db
                .Claims.Where(c => c.LastVerifiedAt > latest)
                .OrderBy(c => c.Id)
                .Select(c => new { c.Id, At = c.LastVerifiedAt!.Value })
                .AsAsyncEnumerable()
        )
        {
            yield return $"clock: claim {claim.Id}: it was last verified on {claim.At:yyyy-MM-dd HH:mm}, which lies in the future; it counts as stale until it is checked again.";
        }

        await foreach (
            var claim in db
                .Claims.Where(c => c.LastPersonAt > latest)
                .OrderBy(c => c.Id)
                .Select(c => new { c.Id, At = c.LastPersonAt!.Value })
                .AsAsyncEnumerable()
        )
        {
            yield return $"clock: claim {claim.Id}: a person last looked on {claim.At:yyyy-MM-dd HH:mm}, which lies in the future; it is due for one.";
        }

        await foreach (
            var look in db
                .Looks.Where(l => l.MadeAt > latest || l.TriedAt > latest || l.ClosedAt > latest)
                .OrderBy(l => l.Id)
                .Select(l => new { l.Id, l.ClaimId })
                .AsAsyncEnumerable()
        )
        {
            yield return $"clock: look {look.Id} of claim {look.ClaimId}: it is dated to the future; readers are not told of it.";
        }

        await foreach (
            var recheck in db
                .Rechecks.Where(r => r.StartedAt > latest || r.EndedAt > latest)
                .OrderBy(r => r.Id)
                .Select(r => new { r.Id, r.ClaimId })
                .AsAsyncEnumerable()
        )
        {
            yield return $"clock: re-check {recheck.Id} of claim {recheck.ClaimId}: it is dated to the future; readers are not told of it.";
        }

        var held = db.Tasks.Where(ReviewTask.FreeAt(now)).Where(t => t.Status == ReviewTaskStatus.Open && t.LeaseUntil > now);
        await foreach (
            var task in held.OrderBy(t => t.Id)
                .Select(t => new
                {
                    t.Id,
                    t.ClaimId,
                    t.LeasedBy,
                    Until = t.LeaseUntil!.Value,
                })
                .AsAsyncEnumerable()
        )
        {
            yield return $"clock: task {task.Id} of claim {task.ClaimId}: {task.LeasedBy} would hold it until {task.Until:yyyy-MM-dd HH:mm}, longer than any hold lasts; it is free.";
        }

        var longest = latest + Look.Lease;
        var sites = db.LookHosts.Where(h =>
            h.LeaseUntil > longest || (h.LeaseUntil > now && (h.LeasedAt == null || h.LeasedAt > latest))
        );
        await foreach (
            var site in sites
                .OrderBy(h => h.Name)
                .Select(h => new
                {
                    h.Name,
                    h.LeasedBy,
                    Until = h.LeaseUntil!.Value,
                    IsFree = h.LeasedAt == null || h.LeasedAt > latest,
                })
                .AsAsyncEnumerable()
        )
        {
            yield return $"clock: site {site.Name}: {site.LeasedBy} would have it until {site.Until:yyyy-MM-dd HH:mm}, "
                + $"longer than any server has one; {(site.IsFree ? "it is free" : "no look is made there until then")}.";
        }

        DateTimeOffset latestEnd = DeskUsers.LatestEnd(now, lockout);
        await foreach (
            var person in db
                .Users.Where(p => p.LockoutEnd != null)
                .OrderBy(p => p.UserName)
                .Select(p => new { p.UserName, End = p.LockoutEnd!.Value })
                .AsAsyncEnumerable()
        )
        {
            if (person.End > latestEnd)
                yield return $"clock: person {person.UserName}: the pause after wrong passwords would end on {person.End.UtcDateTime:yyyy-MM-dd HH:mm}, later than any pause; it keeps nobody out.";
        }
    }
}
