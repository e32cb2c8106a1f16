namespace ClaimTracker.UnitTests.Extraction;

/// <summary>Public data that lies beside the repository on a developer's machine; tests that need it are skipped elsewhere.</summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder of the data; skips the running test where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Assert.SkipUnless(Path.Exists(path), $"The public test data is not here: {path} (set CLAIMTRACKER_TEST_DATA to its folder).");
        return path;
    }

    private static string Root =>
        Environment.GetEnvironmentVariable("CLAIMTRACKER_TEST_DATA") ?? Path.Combine(RepositoryFolder.Top, "..", "shared", "data");
}
