using Hangfire;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// One run of a job, as the clock asks for it. Where another node is at it, or the run before still is, there is nothing to do:
/// whoever is at it does all that is due.
/// </summary>
[AutomaticRetry(Attempts = 0)]
public sealed class JobRun<TJob>(TJob job, OneAtATime once, ILogger<TJob> log)
    where TJob : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var name = typeof(TJob).Name;
        await using var turn = await once.TryEnterAsync(name, cancel);
        if (turn is null)
        {
            log.LogDebug("{Job} is under way already", name);
            return;
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, turn.Lost);
        await job.DoDueAsync(stop.Token);
    }
}
