namespace ClaimTracker.Web.Tests.Support;

/// <summary>
/// What a test needs of the machine. A developer's may lack it; where changes are judged, a test that did not run is a test that
/// failed.
/// </summary>
public static class Machine
{
    /// <summary>Skips the running test with the reason; fails it in continuous integration.</summary>
    public static void SkipUnless(bool there, string reason)
    {
        Assert.False(!there && Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.SkipUnless(there, reason);
    }
}
