using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>
/// What looks may take of this server, however many there are: sockets, memory, processors and connections, since pages are
/// served meanwhile.
/// </summary>
internal sealed class LookCapacity(LookSettings settings) : IDisposable
{
    private const long MostMemory = 64L << 20;

    /// <summary>
    /// Where looks run: so many at once, and the threads that serve pages have nothing of theirs to do first. (A pool's thread
    /// takes what it left itself before what a reader asks for: with five hundred sites, that was seconds.)
    /// </summary>
    public TaskScheduler Threads { get; } =
        new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Environment.ProcessorCount).ConcurrentScheduler;

    /// <summary>How many bodies are read at once.</summary>
    public SemaphoreSlim Bodies { get; } = new(settings.AtOnce);

    /// <summary>What all bodies in flight take together.</summary>
    public BodyBudget Memory { get; } = new(MostMemory);

    /// <summary>How many statements of looks are under way at once: there are more sites than a pool has connections.</summary>
    public SemaphoreSlim Database { get; } = new(8);

    /// <summary>Works on the database when it is its turn.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        await Database.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            Database.Release();
        }
    }

    /// <summary>How many pages are compared at once.</summary>
    public SemaphoreSlim Comparing { get; } = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <inheritdoc/>
    public void Dispose()
    {
        Bodies.Dispose();
        Database.Dispose();
        Comparing.Dispose();
    }
}
