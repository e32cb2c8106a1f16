using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Looks;

/// <summary>The looks at all that public verdicts have watched at one site.</summary>
public sealed class SiteLooks(DeskDb db)
{
    private const int AtOnce = 500;

    /// <summary>
    /// Has all of it looked at now, also what waits for a later try, and the other sources of the same verdicts: a round is of
    /// all that a verdict stands on. In batches, each committed by itself: being asked for twice, or half-way, changes nothing.
    /// </summary>
    /// <param name="host">The site.</param>
    /// <param name="right">Who may.</param>
    /// <param name="done">Done in the last batch's transaction, with how many looks wait at the site then.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result> AskAllAsync(
        string host,
        Right right,
        Func<Actor, LookHost, int, Result> done,
        CancellationToken cancel
    )
    {
        for (var last = 0L; ; )
        {
            var after = last;
            var batch = await db.CommitAsync<long?>(
                "look at a site",
                right,
                async actor =>
                {
                    db.ChangeTracker.Clear();
                    if (await db.LookHosts.SingleOrDefaultAsync(h => h.Name == host, cancel) is not { } site)
                        return Unknown(host);
                    if (site.StoppedAt is not null)
                        return new Refusal("stopped", $"{site.StoppedBy} has stopped the looks at {host}; resume them first.");
                    var claims = await ClaimsAsync(host, after, cancel);
                    await AskAsync(claims, db.Now.Kept(), cancel);
                    if (claims.Count == AtOnce)
                        return claims[^1];

                    // What was expected of the site was written by a statement of its own.
                    await db.Entry(site).ReloadAsync(cancel);
                    var waiting = await Due(host, db.Now.Kept()).CountAsync(cancel);
                    return done(actor, site, waiting) is { Refusal: { } refusal } ? refusal : (long?)null;
                },
                cancel,
                readsLatest: true
            );
            if (batch.Refusal is not null || batch.Value is null)
                return new Result(batch.Refusal);
            last = batch.Value.Value;
        }
    }

    /// <summary>The looks at a site that are due and still to be made.</summary>
    public IQueryable<Look> Due(string host, DateTime now) =>
        db.Looks.Where(l => l.Host == host && l.Outcome == null && l.ClosedAt == null && l.DueAt <= now);

    /// <summary>There is no such site.</summary>
    public static Refusal Unknown(string host) => new("unknown-site", $"Nothing is looked at on {host}.");

    private Task<List<long>> ClaimsAsync(string host, long after, CancellationToken cancel) =>
        db
            .Evidence.Where(e =>
                e.Host == host
                && e.ClaimId > after
                && e.Watched
                && e.WithdrawnAt == null
                && !e.QuotesUs
                && e.Stance != Stance.Context
                && (e.SaidNature ?? e.FoundNature) != SourceNature.Frozen
                && db.Verdicts.Any(v => v.ClaimId == e.ClaimId && v.Status == VerdictStatus.Published && v.Evidence.Contains(e))
            )
            .Select(e => e.ClaimId)
            .Distinct()
            .OrderBy(id => id)
            .Take(AtOnce)
            .ToListAsync(cancel);

    private async Task AskAsync(IReadOnlyCollection<long> claims, DateTime now, CancellationToken cancel)
    {
        // What was seen before is no answer to who asks now.
        await db
            .Looks.Where(l => claims.Contains(l.ClaimId) && l.ClosedAt == null && l.Outcome != null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.ClosedAt, now), cancel);
        await db
            .Looks.Where(l => claims.Contains(l.ClaimId) && l.ClosedAt == null && l.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.DueAt, now), cancel);
        await db.AskLooksAsync(claims, now, cancel);
    }
}
