using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Hangfire, started behind the server's back: pages are served whatever its storage says. Each step is tried until it succeeds,
/// since a node that was killed may have left rows in it that others wait for.
/// </summary>
internal sealed class JobClock(
    JobStorage storage,
    JobStorageSetup setup,
    IRecurringJobManager recurring,
    JobSettings settings,
    JobActivator activator,
    ILogger<JobClock> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    // What is scheduled each minute begins this much later at the most.
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Hangfire waits by holding its thread; the host's start goes on without it.
        await Task.Yield();
        await UntilDoneAsync("prepare Hangfire's storage", setup.Prepare, stoppingToken);
        using var server = new BackgroundJobServer(
            new BackgroundJobServerOptions
            {
                WorkerCount = settings.Workers,
                SchedulePollingInterval = Poll,
                Activator = activator,
            },
            storage
        );
        foreach (var (name, register) in JobSetup.Schedule)
            await UntilDoneAsync($"schedule “{name}”", () => register(recurring), stoppingToken);
        log.LogInformation("The schedule is registered");
        await Task.Delay(Timeout.Infinite, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        server.SendStop();
        await server.WaitForShutdownAsync(CancellationToken.None);
    }

    private async Task UntilDoneAsync(string what, Action act, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await Task.Run(act, cancel);
                return;
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                log.LogWarning("Could not {What} yet, and will try again: {Reason}", what, failure.Message);
            }

            await Task.Delay(Pause, cancel);
        }
    }
}

/// <summary>Makes the tables of Hangfire's storage, one node at a time.</summary>
internal sealed class JobStorageSetup(string connectionString, OneAtATime once)
{
    /// <summary>How the storage is used. The storage itself is made without a look at the database.</summary>
    public static PostgreSqlStorageOptions Options(bool prepare) =>
        new()
        {
            PrepareSchemaIfNecessary = prepare,

            // A failure is told, and the caller tries again.
            StartupConnectionMaxRetries = 0,
            QueuePollInterval = TimeSpan.FromSeconds(2),

            // Its locks are rows, held for moments; that of a node that was killed is swept away after this long.
            DistributedLockTimeout = TimeSpan.FromMinutes(1),
        };

    /// <exception cref="TimeoutException">Another node is at it.</exception>
    public void Prepare()
    {
        if (DatabaseSetup.IsPostgres(connectionString))
            PrepareAsync().GetAwaiter().GetResult();
    }

    private async Task PrepareAsync()
    {
        await using var turn =
            await once.TryEnterAsync("prepare the job storage", CancellationToken.None)
            ?? throw new TimeoutException("another node is at it");
        _ = new PostgreSqlStorage(new NpgsqlConnectionFactory(connectionString, Options(prepare: true)), Options(prepare: true));
    }
}
