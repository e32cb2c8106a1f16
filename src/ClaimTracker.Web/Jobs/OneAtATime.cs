using System.Collections.Concurrent;
using ClaimTracker.Web.Data;
using Medallion.Threading.Postgres;
using Npgsql;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Lets what must run once run once among all nodes. On PostgreSQL by an advisory lock, which ends with the connection that took
/// it: a node that is killed holds nothing. Beside SQLite there is one process, and what stands in its memory is enough.
/// </summary>
public sealed class OneAtATime(string connectionString)
{
    // How soon the database notices that a machine has vanished without closing its connections: after some 20 seconds.
    private const string Vanished = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3";

    private readonly ConcurrentDictionary<string, bool> _held = new();

    /// <summary>Enters, or gives null where another is in. Disposing the turn ends it.</summary>
    public async Task<Turn?> TryEnterAsync(string what, CancellationToken cancel)
    {
        if (!DatabaseSetup.IsPostgres(connectionString))
            return _held.TryAdd(what, true) ? new Turn(() => Leave(what), CancellationToken.None) : null;
        var handle = await LockOf(what).TryAcquireAsync(TimeSpan.Zero, cancel);
        return handle is null ? null : new Turn(() => EndAsync(handle), handle.HandleLostToken);
    }

    private PostgresDistributedLock LockOf(string what) =>
        new(
            new PostgresAdvisoryLockKey($"claimtracker: {what}", allowHashing: true),
            new NpgsqlConnectionStringBuilder(connectionString)
            {
                Options = Vanished,
                ApplicationName = $"claimtracker: {what}",
            }.ConnectionString,
            options => options.KeepaliveCadence(TimeSpan.FromSeconds(10)).UseMultiplexing(false)
        );

    private ValueTask Leave(string what)
    {
        _held.TryRemove(what, out _);
        return ValueTask.CompletedTask;
    }

    private static async ValueTask EndAsync(PostgresDistributedLockHandle handle)
    {
        try
        {
            await handle.DisposeAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and the lock with it.
        }
    }

    /// <summary>A turn that lasts until it is disposed, or until <see cref="Lost"/>: then another may have begun.</summary>
    public sealed class Turn(Func<ValueTask> leave, CancellationToken lost) : IAsyncDisposable
    {
        /// <summary>Cancelled where the turn was lost with its connection.</summary>
        public CancellationToken Lost => lost;

        /// <inheritdoc/>
        public ValueTask DisposeAsync() => leave();
    }
}
