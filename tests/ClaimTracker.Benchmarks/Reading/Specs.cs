using System.Text.Json;
using ClaimTracker.Benchmarks.Support;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>The cases of a file of Microsoft.Recognizers' public specs.</summary>
internal static class Specs
{
    public static List<JsonElement> Read(string group, string file)
    {
        using var stream = File.OpenRead(SharedData.Path("recognizers-specs-en", group, "English", file + ".json"));
        using var cases = JsonDocument.Parse(stream);
        return [.. cases.RootElement.EnumerateArray().Select(one => one.Clone())];
    }

    public static string? Text(this JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var inner))
                return null;
            json = inner;
        }

        return json.ValueKind == JsonValueKind.String ? json.GetString() : json.ToString();
    }
}
