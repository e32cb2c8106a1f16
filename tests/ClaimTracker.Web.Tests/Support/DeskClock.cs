namespace ClaimTracker.Web.Tests.Support;

/// <summary>The desk's clock, which a test moves on by hand; else it runs.</summary>
public sealed class DeskClock : TimeProvider
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Advance(TimeSpan by) => _ahead += by;
}
