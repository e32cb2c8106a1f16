using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>Work of a job that was due over five minutes ago.</summary>
/// <param name="Job">The job, as the schedule calls it.</param>
/// <param name="Number">How much, counted up to <see cref="LateWork.Most"/>.</param>
/// <param name="Oldest">Since when the oldest is due; null where a row is not as this program writes it, so that nobody
/// knows.</param>
public sealed record LateJob(string Job, int Number, DateTime? Oldest)
{
    /// <summary>Since when, in words, for instants written as <paramref name="written"/> has them.</summary>
    public string Since(Func<DateTime, string> written) =>
        Oldest is { } at
            ? $"the oldest due since {written(at)}"
            : "since when could not be read: a row is not as this program writes it, and the verb verify names it";

    /// <summary>The number in words.</summary>
    public string Count => Number > LateWork.Most ? $"more than {LateWork.Most:N0}" : $"{Number:N0}";
}

/// <summary>
/// Says what is due and not done. Jobs look every minute, so that what is five minutes late says that none looks, or that they
/// cannot keep up, or that something keeps failing. Retraining has no work of its own that could be late, and is not looked at.
/// </summary>
public sealed class LateWork(DeskDb db, TimeProvider time, LateWork.Memory memory)
{
    /// <summary>No more than this are counted: what it costs does not grow with what is late.</summary>
    public const int Most = 1_000;

    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(15);

    /// <summary>As <see cref="ReadAsync"/>, for pages: what this server saw at most fifteen seconds ago.</summary>
    public async Task<IReadOnlyList<LateJob>> ReadLatelyAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (memory.Seen is { } seen && (now - seen.At).Duration() < Remembered)
            return seen.Late;
        var late = await ReadAsync(cancel);
        memory.Seen = new Seen(now, late);
        return late;
    }

    /// <summary>The jobs that are late; none where all is done in time.</summary>
    public async Task<IReadOnlyList<LateJob>> ReadAsync(CancellationToken cancel)
    {
        var before = time.GetUtcNow().UtcDateTime - Grace;
        List<LateJob> late = [];
        await AddAsync(
            "find due re-checks",
            db.Claims.Where(c =>
                    c.NextAttemptAt < before && !c.UnderRecheck && !db.Looks.Any(l => l.ClaimId == c.Id && l.ClosedAt == null)
                )
                .Select(c => c.NextAttemptAt!.Value)
        );
        await AddAsync("fire deadlines", db.Timers.Where(t => t.DueAt < before).Select(t => t.DueAt));

        // What a site that is to be left alone, or that a person has stopped, has waiting is not late by us. A hold longer than
        // any server has one is no excuse.
        var longest = ClockSkew.LatestAt(time.GetUtcNow().UtcDateTime) + Look.Lease;
        await AddAsync(
            "look at watched sources",
            db.LookHosts.Where(h =>
                    h.StoppedAt == null
                    && h.DueAt < before
                    && h.FreeAt < before
                    && (h.LeasedBy == null || h.LeaseUntil == null || h.LeaseUntil < before || h.LeaseUntil > longest)
                )
                .Select(h => h.DueAt!.Value)
        );
        await AddAsync(
            "start re-checks",
            db.Claims.Where(c =>
                    !c.UnderRecheck && (c.RecheckDueAt < before || (c.RecheckDueAt == null && c.PersonDueAt < before))
                )
                .Select(c => c.RecheckDueAt ?? c.PersonDueAt!.Value)
        );
        await AddAsync(
            "archive evidence",
            db.Evidence.Where(e =>
                    e.ArchiveDueAt < before
                    && e.WithdrawnAt == null
                    && !db.LookHosts.Any(h => h.Name == e.Host && h.StoppedAt != null)
                )
                .Select(e => e.ArchiveDueAt!.Value)
        );
        return late;

        async Task AddAsync(string job, IQueryable<DateTime> due)
        {
            var number = await due.Take(Most + 1).CountAsync(cancel);
            if (number > 0 && await OldestAsync(due, cancel) is [var oldest])
                late.Add(new LateJob(job, number, oldest));
        }
    }

    // Since when the oldest is due, null where that cannot be read; none where all was done meanwhile.
    private static async Task<IReadOnlyList<DateTime?>> OldestAsync(IQueryable<DateTime> due, CancellationToken cancel)
    {
        try
        {
            return await due.OrderBy(at => at).Select(at => (DateTime?)at).Take(1).ToListAsync(cancel);
        }
        catch (Exception failure) when (SoundReading.IsOfRow(failure))
        {
            return [null];
        }
    }

    /// <summary>What this server saw last.</summary>
    public sealed class Memory
    {
        internal Seen? Seen { get; set; }
    }

    internal sealed record Seen(DateTime At, IReadOnlyList<LateJob> Late);
}
