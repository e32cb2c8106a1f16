using System.Collections.Concurrent;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Jobs.Watches;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Sources;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Does the tasks of the role machine: fetches the watched sources of a claim and decides the task with what they say now. A task is
/// decided once, by a key made of its id, so being killed at any point or running twice changes nothing. A look that fails is a source that
/// could not be read, whatever the reason: it verifies nothing, is tried again by the review's own rules, and in the end a person is asked.
/// </summary>
public sealed class WatchJob(DeskDb db, IReviewEngine engine, SourceFetcher fetcher, JobItems items, Acting acting, ILogger<WatchJob> log) : IJob
{
    private const int TasksAtOnce = 20;
    private const int FetchesAtOnce = 4;
    private static readonly Actor Machine = Actor.System("watch");

    /// <summary>Does all that is open. Returns how many tasks were decided.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        acting.BeginRepeatable(Machine.Name);
        var (decided, last) = (0, 0L);
        while (true)
        {
            var tasks = await db.Tasks.AsNoTracking()
                .Where(t => t.Role == Roles.Machine && t.Status == ReviewTaskStatus.Open && t.Review.Status == ReviewStatus.Suspended && t.Id > last)
                .OrderBy(t => t.Id).Take(TasksAtOnce).Select(t => new MachineTask(t.Id, t.ClaimId, t.ReviewId, t.ActivityId)).ToListAsync(cancel);
            if (tasks.Count == 0)
                return decided;
            last = tasks[^1].Id;
            decided += await DoAsync(tasks, cancel);
        }
    }

    private async Task<int> DoAsync(List<MachineTask> tasks, CancellationToken cancel)
    {
        // Which verdict is public, by task; a task whose verdict cannot be read is not among them.
        var versions = new Dictionary<long, Verdict?>();
        foreach (var task in tasks)
        {
            await items.RunAsync(
                $"read the verdict of claim {task.ClaimId}",
                async () => versions[task.Id] = await db.Verdicts.AsNoTracking().Include(v => v.Evidence.OrderBy(e => e.Id)).ThenInclude(e => e.Snapshot)
                    .SingleOrDefaultAsync(v => v.ClaimId == task.ClaimId && v.Status == VerdictStatus.Published, cancel),
                why => DecideAsync(task, WatchReport.Failed(why), cancel), cancel);
        }

        var pages = await FetchAsync(versions.Values.OfType<Verdict>().SelectMany(Round.Watched).Select(e => e.Url!).Distinct(), cancel);
        var decided = 0;
        foreach (var task in tasks.Where(task => versions.ContainsKey(task.Id)))
        {
            await items.RunAsync($"look at the sources of claim {task.ClaimId}", async () =>
            {
                var version = versions[task.Id];
                var looks = version is null ? [] : Round.Watched(version).Select(e => Look(new WatchedSource(e), pages[e.Url!])).ToList();
                await KeepChangedAsync(looks, cancel);
                decided += await DecideAsync(task, WatchReport.Of(version, looks), cancel) ? 1 : 0;
            }, async why => decided += await DecideAsync(task, WatchReport.Failed(why), cancel) ? 1 : 0, cancel);
        }

        return decided;
    }

    // The other sources of the claim still count.
    private SourceLook Look(WatchedSource watched, Result<FetchedSource> page)
    {
        try
        {
            return SourceLook.Of(watched, page);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Could not compare {Url}", watched.Url);
            return new SourceLook(watched, RecheckOutcome.Unreachable, null, JobItems.Reason(failure), null);
        }
    }

    // Claims that watch the same page share one fetch.
    private async Task<ConcurrentDictionary<string, Result<FetchedSource>>> FetchAsync(IEnumerable<string> urls, CancellationToken cancel)
    {
        var pages = new ConcurrentDictionary<string, Result<FetchedSource>>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = FetchesAtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(urls, parallel, async (url, stop) =>
        {
            try
            {
                var address = SourceAddress.Parse(url);
                pages[url] = address.Refusal is { } refusal ? refusal : await fetcher.FetchAsync(address.Value!, stop);
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                log.LogError(failure, "Could not fetch {Url}", url);
                pages[url] = new Refusal("failed", JobItems.Reason(failure));
            }
        });
        return pages;
    }

    private async Task KeepChangedAsync(List<SourceLook> looks, CancellationToken cancel)
    {
        var changed = looks.Where(look => look.Fetched is not null && look.Outcome != RecheckOutcome.Unchanged).ToList();
        if (changed.Count == 0)
            return;
        db.ChangeTracker.Clear();
        await db.CommitAsync("keep changed source", Right.Jobs, async _ =>
        {
            foreach (var look in changed.DistinctBy(look => look.Watched.Url))
                await db.KeepAsync(look.Fetched!, look.Watched.Url, acting.Now, cancel);
            return Result.Ok;
        }, cancel);
    }

    private async Task<bool> DecideAsync(MachineTask task, WatchReport report, CancellationToken cancel)
    {
        var payload = LookPayload.Of(report.Looks, report.Finding);
        var decided = await engine.DecideAsync(new DecideTask(task.Id, report.Outcome.ToString(), $"watch-{task.Id}", Machine, payload), cancel);
        if (decided.Refusal is { } refusal)
            log.LogWarning("Task {Task} of claim {Claim} could not be decided {Outcome}: {Reason}", task.Id, task.ClaimId, report.Outcome, refusal.Message);

        // Nobody reads what the machine is told: where the step itself fails, the review says so.
        if (decided.Refusal is { Code: "step-failed" } failed)
            await engine.StopAsync(task.ReviewId, task.Step, failed.Message, Machine, cancel);
        return decided.IsOk;
    }

    Task IJob.DoDueAsync(CancellationToken cancel) => RunAsync(cancel);

    private sealed record MachineTask(long Id, long ClaimId, long ReviewId, string Step);
}
