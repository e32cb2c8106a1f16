namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Looks every few seconds whether anything is due, on each server that works: the clock wakes one server a minute, and what a
/// killed one had is taken over sooner than that.
/// </summary>
internal sealed class LookLoop(LookSweep sweep, TimeProvider time, ILogger<LookLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sweep.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "Could not look at what is due, and will try again");
            }

            await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
