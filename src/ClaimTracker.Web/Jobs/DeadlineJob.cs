using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Workflows.Ports;

namespace ClaimTracker.Web.Jobs;

/// <summary>Fires the deadlines and delays of reviews that are due.</summary>
public sealed class DeadlineJob(IReviewEngine engine, Acting acting, TimeProvider time) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        acting.Name = "system:clock";
        while (await engine.TickAsync(time.GetUtcNow().UtcDateTime, cancel) > 0)
            cancel.ThrowIfCancellationRequested();
    }

    Task IJob.LookAsync(CancellationToken cancel) => RunAsync(cancel);
}
