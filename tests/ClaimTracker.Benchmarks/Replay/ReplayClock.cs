namespace ClaimTracker.Benchmarks.Replay;

/// <summary>A clock that runs on from the instant that the replay has come to.</summary>
internal sealed class ReplayClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    /// <summary>It is that instant now.</summary>
    public void Turn(DateTime to) => _ahead = to - base.GetUtcNow().UtcDateTime;
}
