namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Has this server look at what is due, as the clock asks for it. Each server asks itself too (<see cref="LookLoop"/>).
/// </summary>
internal sealed class LookJob(LookSweep sweep) : IJob
{
    /// <inheritdoc/>
    public Task DoDueAsync(CancellationToken cancel) => RunAsync(cancel);

    /// <summary>As the other; returns how many looks were made.</summary>
    public Task<int> RunAsync(CancellationToken cancel) => sweep.RunAsync(cancel);
}
