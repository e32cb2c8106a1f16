namespace ClaimTracker.Web.Data;

/// <summary>
/// One writer at a time where the database takes only one. SQLite's own busy loop lets writers starve for seconds; a queue in the
/// process does not. On PostgreSQL the gate is open.
/// </summary>
public sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? _semaphore = oneAtATime ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn; disposing the result ends it.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        if (_semaphore is null)
            return WriteTurn.Free;

        // Whose turn has come goes on at once, wherever it came from: others wait for it.
        await _semaphore.WaitAsync(cancel).ConfigureAwait(false);
        return new WriteTurn(_semaphore);
    }

    /// <inheritdoc/>
    public void Dispose() => _semaphore?.Dispose();

    private sealed class WriteTurn(SemaphoreSlim? semaphore) : IDisposable
    {
        public static readonly WriteTurn Free = new(null);

        public void Dispose() => semaphore?.Release();
    }
}
