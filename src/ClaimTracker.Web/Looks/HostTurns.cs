using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Settings;

namespace ClaimTracker.Web.Looks;

/// <summary>
/// This server's turns at sites, for whoever fetches one page there: a look that is led on, or a copy that is kept.
/// </summary>
internal sealed class HostTurns(IServiceScopeFactory scopes, LookSettings settings, TimeProvider time)
{
    /// <summary>In whose name looks are made.</summary>
    public const string By = "system:looks";

    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    /// <summary>This server, among those that share a database.</summary>
    public string Server { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}"[..^24];

    /// <summary>
    /// Waits for the turn at a site, at most so long; null where it does not come: two that lead to each other give up. Disposing
    /// ends it, and the pause after an answer begins.
    /// </summary>
    public async Task<IAsyncDisposable?> EnterAsync(string host, TimeSpan longest, CancellationToken cancel)
    {
        for (var begun = time.GetUtcNow(); ; await Task.Delay(Again, time, cancel))
        {
            if (await InScopeAsync(leases => leases.TakeHostAsync(Server, host, cancel)))
                return new HostTurn(this, host);
            if (time.GetUtcNow() - begun >= longest)
                return null;
        }
    }

    private async Task<T> InScopeAsync<T>(Func<HostLeases, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().BeginRepeatable(By);
        return await work(scope.ServiceProvider.GetRequiredService<HostLeases>());
    }

    private Task<bool> LeaveAsync(string host) =>
        InScopeAsync(async leases =>
        {
            await leases.LeaveAsync(
                Server,
                host,
                (site, due) => site.Rest(due, settings.Pause, time.GetUtcNow().UtcDateTime),
                CancellationToken.None
            );
            return true;
        });

    private sealed class HostTurn(HostTurns turns, string host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await turns.LeaveAsync(host);
    }
}
