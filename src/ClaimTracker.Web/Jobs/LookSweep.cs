using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Jobs.Watches;
using ClaimTracker.Web.Looks;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Looks at all that is due, on this server and beside any number of others: asks for looks of due claims, takes sites and the
/// looks at them, and goes on until nothing is due. A second call while it runs does nothing: the first does what is due
/// meanwhile too.
/// </summary>
internal sealed class LookSweep(
    IServiceScopeFactory scopes,
    HostTurns turns,
    LookCapacity capacity,
    TimeProvider time,
    ILogger<LookSweep> log
) : IDisposable
{
    // Each has one page in flight, or pauses: it costs a socket at most.
    private const int MostHosts = 500;

    private static readonly TimeSpan Prolong = Look.Lease / 3;
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>This server, among those that share a database.</summary>
    public string Server => turns.Server;

    /// <summary>Does what is due. Returns how many looks were made.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!await _one.WaitAsync(0, cancel))
            return 0;
        try
        {
            return await Task
                .Factory.StartNew(() => SweepAsync(cancel), cancel, TaskCreationOptions.None, capacity.Threads)
                .Unwrap();
        }
        finally
        {
            _one.Release();
        }
    }

    private async Task<int> SweepAsync(CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var writer = new LookWriter(scopes, Server, log);
        var sites = new LookSites(this, writer, turns, time, log);
        var writing = writer.RunAsync(stop.Token);
        var prolonging = ProlongAsync(sites, stop.Token);
        try
        {
            await GoAsync(sites, stop.Token);
            writer.End();
            await writing;
        }
        finally
        {
            await stop.CancelAsync();
            await sites.EndAsync();
            await Task.WhenAll(writing, prolonging).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return sites.Made;
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>Works on the database with services of a scope of its own, in the name of looks, when it is its turn.</summary>
    internal async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await capacity.Database.WaitAsync();
        try
        {
            return await InOwnScopeAsync(work);
        }
        finally
        {
            capacity.Database.Release();
        }
    }

    /// <summary>As the other, for what takes its turns at the database itself.</summary>
    internal async Task<T> InOwnScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().BeginRepeatable(LookCommit.By);
        return await work(scope.ServiceProvider);
    }

    private async Task GoAsync(LookSites sites, CancellationToken cancel)
    {
        await InScopeAsync(async services =>
        {
            await services.GetRequiredService<LookRepair>().RunAsync(cancel);
            return true;
        });
        for (DueCursor? place = default(DueCursor); ; )
        {
            var ended = sites.Ended;
            if (place is { } after)
                place = await AskAsync(after, cancel);
            var started = await InScopeAsync(services => services.GetRequiredService<RecheckStarter>().StartDueAsync(cancel));
            var hosts =
                sites.Count >= MostHosts
                    ? []
                    : await InScopeAsync(services =>
                        services.GetRequiredService<HostLeases>().TakeHostsAsync(Server, MostHosts - sites.Count, cancel)
                    );
            foreach (var host in hosts)
                sites.Begin(host, cancel);
            if (place is not null || started > 0 || hosts.Count > 0)
                continue;
            if (
                sites.Count == 0
                && sites.Ended == ended
                && !await InScopeAsync(services => services.GetRequiredService<HostLeases>().IsDueSoonAsync(Soon, cancel))
            )
            {
                return;
            }

            // What falls due meanwhile, here or by another server, is seen with each glance.
            await sites.WaitAsync(Glance, cancel);
            place = default(DueCursor);
        }
    }

    private Task<DueCursor?> AskAsync(DueCursor after, CancellationToken cancel) =>
        InScopeAsync(async services =>
        {
            if (await services.GetRequiredService<DueLooks>().AskAsync(after, cancel) is not { } batch)
                return (DueCursor?)null;
            await services.GetRequiredService<RecheckStarter>().StartUnwatchedAsync(batch.Unwatched, cancel);
            return batch.Next;
        });

    private async Task ProlongAsync(LookSites sites, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            await Task.Delay(Prolong, time, cancel);
            await sites.ProlongAsync(cancel);
        }
    }
}
