using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Workflows.Ports;
using Hangfire;

namespace ClaimTracker.Web.Jobs;

/// <summary>Fires the deadlines and delays of reviews that are due.</summary>
[DisableConcurrentExecution(timeoutInSeconds: 5)]
[AutomaticRetry(Attempts = 0)]
public sealed class DeadlineJob(IReviewEngine engine, Acting acting, TimeProvider time)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        acting.Name = "system:clock";
        while (await engine.TickAsync(time.GetUtcNow().UtcDateTime, cancel) > 0)
            cancel.ThrowIfCancellationRequested();
    }
}
