namespace ClaimTracker.Web.Sources;

/// <summary>How much memory the bodies of all pages in flight may take together.</summary>
internal sealed class BodyBudget(long most)
{
    private long _taken;

    /// <summary>The share of one body, which is empty at first: a site that is silent takes none.</summary>
    public BodyShare Open() => new(this);

    internal bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= most)
            return true;
        Interlocked.Add(ref _taken, -bytes);
        return false;
    }

    internal void Give(long bytes) => Interlocked.Add(ref _taken, -bytes);
}

/// <summary>What one body takes of the budget, until it is disposed.</summary>
internal sealed class BodyShare(BodyBudget budget) : IDisposable
{
    private long _taken;

    /// <summary>Takes more. False where there is no more.</summary>
    public bool TryTake(int bytes)
    {
        if (!budget.TryTake(bytes))
            return false;
        _taken += bytes;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        budget.Give(_taken);
        _taken = 0;
    }
}
