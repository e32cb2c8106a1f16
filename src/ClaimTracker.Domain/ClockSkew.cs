namespace ClaimTracker.Domain;

/// <summary>
/// How far the clocks of a desk's machines may differ. What lies further ahead than that was stamped by a clock that was wrong
/// for a moment, and counts for nothing: the clock came back, and nobody should be bound by what it said.
/// </summary>
public static class ClockSkew
{
    /// <summary>The most.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromMinutes(5);

    /// <summary>The latest instant that can be past or present at <paramref name="now"/>.</summary>
    public static DateTime LatestAt(DateTime now) => now + Most;
}
