namespace ClaimTracker.UnitTests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class RepositoryFolder
{
    /// <summary>The folder with the solution, looked for upwards from the test program.</summary>
    public static string Top { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ClaimTracker.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds ClaimTracker.sln.");
    }
}
