using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.UnitTests.Workflows;

/// <summary>The definitions that are shipped, read from the top of the repository.</summary>
internal static class Presets
{
    public static string Folder { get; } = Path.Combine(RepositoryFolder.Top, "workflows");

    public static IEnumerable<(string File, string Text)> Files =>
        Directory
            .GetFiles(Folder, "*.json")
            .Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileName(f), File.ReadAllText(f)));

    public static DefinitionCatalog Catalog { get; } = Load();

    private static DefinitionCatalog Load()
    {
        var (catalog, faults) = DefinitionCatalog.Load(Files, new Dictionary<string, string>());
        return catalog ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
