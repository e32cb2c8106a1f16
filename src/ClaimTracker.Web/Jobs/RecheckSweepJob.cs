using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Finds the published verdicts whose check is due and starts a re-check of each. What is due stands in the database, and a claim under
/// re-check is not due, so running twice or being killed half-way changes nothing.
/// </summary>
public sealed class RecheckSweepJob(DeskDb db, IReviewEngine engine, JobItems items, Acting acting, WorkflowSettings workflows, RecheckSettings rechecks, ILogger<RecheckSweepJob> log) : IJob
{
    private static readonly Actor Machine = Actor.System("recheck-sweep");

    public async Task<int> RunAsync(CancellationToken cancel)
    {
        acting.BeginRepeatable(Machine.Name);
        var now = acting.Now;
        var due = await db.Claims.AsNoTracking()
            .Where(c => c.NextAttemptAt != null && c.NextAttemptAt <= now && !c.UnderRecheck)
            .OrderBy(c => c.NextAttemptAt).Take(rechecks.Batch).Select(c => c.Id).ToListAsync(cancel);
        due.AddRange(await MisdatedAsync(now, rechecks.Batch - due.Count, cancel));
        if (due.Count == 0)
            return 0;
        var started = 0;
        await items.RunAsync(
            $"start {due.Count} re-checks",
            async () => started = await StartAsync(due, cancel),
            async _ => started = await StartEachAsync(due, cancel), cancel);
        log.LogInformation("Started {Started} of {Due} due re-checks", started, due.Count);
        return started;
    }

    // What a clock that ran ahead has verified would otherwise be due only when that time has come.
    private Task<List<long>> MisdatedAsync(DateTime now, int most, CancellationToken cancel)
    {
        var latest = ClockSkew.LatestAt(now);
        return db.Claims.Where(c => c.LastVerifiedAt > latest && c.NextAttemptAt >= c.LastVerifiedAt && !c.UnderRecheck)
            .OrderBy(c => c.LastVerifiedAt).Take(most).Select(c => c.Id).ToListAsync(cancel);
    }

    Task IJob.DoDueAsync(CancellationToken cancel) => RunAsync(cancel);

    private async Task<int> StartAsync(List<long> claimIds, CancellationToken cancel)
    {
        var refused = await engine.StartAllAsync(claimIds, workflows.Recheck, Machine, cancel);
        foreach (var (claimId, refusal) in refused)
        {
            await items.RunAsync(
                $"put off the re-check of claim {claimId}",
                () => PutOffAsync(claimId, refusal.Code, refusal.Message, cancel),
                _ => PutOffUnreadAsync(claimId, cancel), cancel);
        }

        return claimIds.Count - refused.Count;
    }

    // One of them fails, and nobody knows which: those that have not started are started one by one.
    private async Task<int> StartEachAsync(List<long> claimIds, CancellationToken cancel)
    {
        var waiting = await db.Claims.Where(c => claimIds.Contains(c.Id) && !c.UnderRecheck).Select(c => c.Id).ToListAsync(cancel);
        var started = claimIds.Count - waiting.Count;
        foreach (var claimId in claimIds.Intersect(waiting))
        {
            await items.RunAsync(
                $"start the re-check of claim {claimId}",
                async () => started += await StartAsync([claimId], cancel),
                why => items.RunAsync(
                    $"put off the re-check of claim {claimId}",
                    () => PutOffAsync(claimId, why, why, cancel),
                    _ => PutOffUnreadAsync(claimId, cancel), cancel), cancel);
        }

        return started;
    }

    // What cannot start now (another review is under way) is looked at again later; it stays due in public.
    private async Task PutOffAsync(long claimId, string note, string why, CancellationToken cancel)
    {
        log.LogInformation("Re-check of claim {Claim} put off: {Reason}", claimId, why);
        db.ChangeTracker.Clear();
        await db.CommitAsync($"put off re-check: {note}", Right.Jobs, async _ =>
        {
            var claim = await db.Claims.SingleAsync(c => c.Id == claimId, cancel);
            if (!claim.UnderRecheck)
                claim.RetryCheck(rechecks.For(claim.Kind), acting.Now);
            return Result.Ok;
        }, cancel);
    }

    // A claim that cannot even be read is put off without a look at it, or it would stand first in each run.
    private Task<int> PutOffUnreadAsync(long claimId, CancellationToken cancel)
    {
        var later = acting.Now + rechecks.Default.RetryAfter;
        return db.Claims.Where(c => c.Id == claimId && !c.UnderRecheck).ExecuteUpdateAsync(set => set.SetProperty(c => c.NextAttemptAt, later), cancel);
    }
}
