using System.Text.Json;

namespace ClaimTracker.UnitTests.Extraction;

/// <summary>Reads specs: JSON arrays beside the tests, one case an object.</summary>
internal static class Specs
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static string Folder(string name) => Path.Combine(AppContext.BaseDirectory, "Extraction", "Specs", name);

    public static IReadOnlyList<T> Read<T>(string folder, string file) =>
        JsonSerializer.Deserialize<List<T>>(File.ReadAllText(Path.Combine(Folder(folder), file + ".json")), Options)!;
}
