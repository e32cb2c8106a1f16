namespace ClaimTracker.Benchmarks.Support;

/// <summary>The public data beside the repository; a row whose data is not there is left out of the table, and says so.</summary>
internal static class SharedData
{
    public static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([Root(), .. parts]);
        return System.IO.Path.Exists(path)
            ? path
            : throw new DataMissingException($"no {path}; set CLAIMTRACKER_TEST_DATA to the folder of the public data");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "ClaimTracker.sln")))
            folder = folder.Parent;
        return Environment.GetEnvironmentVariable("CLAIMTRACKER_TEST_DATA")
            ?? System.IO.Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "..", "shared", "data");
    }
}

internal sealed class DataMissingException(string message) : Exception(message);
