namespace ClaimTracker.Web.Tests.Support;

/// <summary>The desk's clock, which a test moves on by hand; else it runs.</summary>
public sealed class DeskClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public void Advance(TimeSpan by) => ahead += by;
}
