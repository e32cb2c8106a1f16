using System.Text.Json;
using ClaimTracker.Extraction.Sentences;

namespace ClaimTracker.UnitTests.Extraction.Sentences;

/// <summary>What the splitter makes of many kinds of text, as data: text in, sentences out.</summary>
public class SentenceSpecTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Extraction", "Specs", "sentences");

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Splits_each_text(string file)
    {
        var cases = JsonSerializer.Deserialize<Case[]>(File.ReadAllText(Path.Combine(Folder, file)), Options)!;
        Assert.NotEmpty(cases);
        Assert.All(
            cases,
            example => Assert.Equal(example.Sentences, SentenceSplitter.Split(example.Text).Select(span => span.Of(example.Text)))
        );
    }

    internal sealed record Case(string Text, string[] Sentences);
}
