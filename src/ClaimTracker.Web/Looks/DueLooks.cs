using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Settings;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Looks;

/// <summary>Where a walk over the due claims stands.</summary>
/// <param name="At">When the last one was due.</param>
/// <param name="Id">That claim.</param>
internal readonly record struct DueCursor(DateTime At, long Id);

/// <summary>What a batch of due claims came to.</summary>
/// <param name="Claims">How many were due.</param>
/// <param name="Looks">How many looks were asked for.</param>
/// <param name="Unwatched">The claims of which nothing can be looked at.</param>
/// <param name="Next">Where the walk goes on.</param>
internal sealed record DueBatch(int Claims, int Looks, IReadOnlyList<long> Unwatched, DueCursor Next);

/// <summary>
/// Makes looks of due claims: rows by statements over many claims at once, with no review and no audit, since nothing of a claim
/// changes by being due. A claim with an open round is not due, so running twice or being killed half-way changes nothing.
/// </summary>
internal sealed class DueLooks(DeskDb db, RecheckSettings rechecks, Acting acting)
{
    private const string Turn = "claimtracker: ask looks";

    /// <summary>Asks for the looks of the next due claims. Null where none is due, or where another server is at it.</summary>
    public async Task<DueBatch?> AskAsync(DueCursor after, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var asked = await db.CommitAsync<DueBatch?>(
            "ask looks",
            Right.Jobs,
            async _ =>
            {
                // One server at a time: of two, the one would ask for what the other has asked for and looked at between two of
                // its statements.
                if (
                    db.IsPostgres
                    && !await db
                        .Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock(hashtextextended({Turn}, 0)) AS \"Value\"")
                        .SingleAsync(cancel)
                )
                {
                    return (DueBatch?)null;
                }

                var now = acting.Now.Kept();
                var due = await DueAsync(after, now, cancel);
                return due.Count == 0 ? null : await AskAsync(due, now, cancel);
            },
            cancel,
            readsLatest: true
        );
        return asked.Value;
    }

    private async Task<List<DueClaim>> DueAsync(DueCursor after, DateTime now, CancellationToken cancel)
    {
        var (at, id) = (after.At, after.Id);
        var (due, _) = await db
            .Claims.Where(c =>
                c.NextAttemptAt != null
                && c.NextAttemptAt <= now
                && !c.UnderRecheck
                && (c.NextAttemptAt > at || (c.NextAttemptAt == at && c.Id > id))
                && !db.Looks.Any(l => l.ClaimId == c.Id && l.ClosedAt == null)
            )
            .OrderBy(c => c.NextAttemptAt)
            .ThenBy(c => c.Id)
            .Take(rechecks.Batch)
            .ReadReadableAsync(c => c.Id, claims => claims.Select(c => new DueClaim(c.Id, c.NextAttemptAt!.Value)), cancel);
        if (due.Count < rechecks.Batch)
            due.AddRange(await MisdatedAsync(now, rechecks.Batch - due.Count, cancel));
        return due;
    }

    // What a clock that ran ahead has verified would otherwise be due only when that time has come. Once there is an attempt, it
    // counts.
    private Task<List<DueClaim>> MisdatedAsync(DateTime now, int most, CancellationToken cancel)
    {
        var latest = ClockSkew.LatestAt(now);
        return db
            .Claims.Where(c =>
                c.LastVerifiedAt > latest
                && c.NextAttemptAt >= c.LastVerifiedAt
                && !c.UnderRecheck
                && !db.Looks.Any(l => l.ClaimId == c.Id && l.ClosedAt == null)
            )
            .OrderBy(c => c.LastVerifiedAt)
            .Take(most)
            .Select(c => new DueClaim(c.Id, now))
            .ToListAsync(cancel);
    }

    private async Task<DueBatch> AskAsync(List<DueClaim> due, DateTime now, CancellationToken cancel)
    {
        var ids = due.ConvertAll(c => c.Id);
        var asked = await db.AskLooksAsync(ids, now, cancel);
        var watched = await db
            .Looks.Where(l => ids.Contains(l.ClaimId) && l.ClosedAt == null)
            .Select(l => l.ClaimId)
            .Distinct()
            .ToListAsync(cancel);
        var last = due[^1];
        return new DueBatch(due.Count, asked, [.. ids.Except(watched)], new DueCursor(last.At, last.Id));
    }

    private sealed record DueClaim(long Id, DateTime At);
}
