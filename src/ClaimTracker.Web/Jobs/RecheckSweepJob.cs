using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Startup;
using ClaimTracker.Workflows.Ports;
using Hangfire;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Finds the published verdicts whose check is due and starts a re-check of each. What is due stands in the database, and a claim under
/// re-check is not due, so running twice or being killed half-way changes nothing.
/// </summary>
[DisableConcurrentExecution(timeoutInSeconds: 5)]
[AutomaticRetry(Attempts = 0)]
public sealed class RecheckSweepJob(DeskDb db, IReviewEngine engine, Acting acting, WorkflowSettings workflows, RecheckSettings rechecks, TimeProvider time, ILogger<RecheckSweepJob> log)
{
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        acting.Name = "system:recheck-sweep";
        var now = time.GetUtcNow().UtcDateTime;
        var due = await db.Claims.AsNoTracking()
            .Where(c => c.NextAttemptAt != null && c.NextAttemptAt <= now && !c.UnderRecheck)
            .OrderBy(c => c.NextAttemptAt).Take(rechecks.Batch).Select(c => c.Id).ToListAsync(cancel);
        var refused = await engine.StartAllAsync(due, workflows.Recheck, Actor.System("recheck-sweep"), cancel);
        foreach (var (claimId, refusal) in refused)
            await PutOffAsync(claimId, refusal, cancel);
        if (due.Count > 0)
            log.LogInformation("Started {Started} of {Due} due re-checks", due.Count - refused.Count, due.Count);
        return due.Count - refused.Count;
    }

    // What cannot start now (another review is under way) is looked at again later; it stays due in public.
    private async Task PutOffAsync(long claimId, Refusal refusal, CancellationToken cancel)
    {
        log.LogInformation("Re-check of claim {Claim} put off: {Reason}", claimId, refusal.Message);
        db.ChangeTracker.Clear();
        await db.CommitAsync($"put off re-check: {refusal.Code}", Right.Jobs, async _ =>
        {
            var claim = await db.Claims.SingleAsync(c => c.Id == claimId, cancel);
            if (!claim.UnderRecheck)
                claim.RetryCheck(rechecks.For(claim.Kind), time.GetUtcNow().UtcDateTime);
            return Result.Ok;
        }, cancel);
    }
}
