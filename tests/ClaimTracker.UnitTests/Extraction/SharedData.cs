namespace ClaimTracker.UnitTests.Extraction;

/// <summary>
/// Public data that lies beside the repository on a developer's machine; tests that need it are skipped elsewhere.
/// </summary>
internal static class SharedData
{
    /// <summary>The path of a file or folder of the data; skips the running test where it is absent.</summary>
    public static string Require(params string[] parts)
    {
        var path = Path.Combine([Root, .. parts]);
        Assert.SkipUnless(
            Path.Exists(path),
            $"No public test data in ../shared beside the repository, or in CLAIMTRACKER_TEST_DATA: {path}."
        );
        return path;
    }

    private static string Root =>
        Environment.GetEnvironmentVariable("CLAIMTRACKER_TEST_DATA")
        ?? Path.Combine(RepositoryFolder.Top, "..", "shared", "data");
}
