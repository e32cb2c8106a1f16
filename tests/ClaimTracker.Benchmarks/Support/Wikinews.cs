using System.Text.Json;

namespace ClaimTracker.Benchmarks.Support;

/// <summary>Real news articles.</summary>
internal static class Wikinews
{
    public static List<(string Title, string Text)> Read() =>
        [
            .. Directory
                .EnumerateFiles(SharedData.Path("wikinews-2020-2023"), "*.jsonl")
                .Order()
                .SelectMany(File.ReadLines)
                .Select(line =>
                {
                    using var article = JsonDocument.Parse(line);
                    return (
                        article.RootElement.GetProperty("title").GetString()!,
                        article.RootElement.GetProperty("content").GetString()!
                    );
                }),
        ];
}
