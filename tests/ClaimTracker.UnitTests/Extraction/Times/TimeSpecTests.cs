using System.Text.Json;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.UnitTests.Extraction.Times;

/// <summary>What the scanner reads, as data: sentence and publication date in, times out.</summary>
public class TimeSpecTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Extraction", "Specs", "times");

    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Reads_the_times_of_each_sentence(string file)
    {
        var cases = JsonSerializer.Deserialize<Case[]>(File.ReadAllText(Path.Combine(Folder, file)), Options)!;
        Assert.NotEmpty(cases);
        Assert.All(cases, example => Assert.Equal(example.Times, Scan(example)));
    }

    private static Expected[] Scan(Case example)
    {
        var found = new List<TimeReference>();
        TimeScanner.Scan(example.Text, new TextSpan(0, example.Text.Length), example.Published, found);
        return [.. found.Select(time => new Expected(time.Span.Of(example.Text), time.FormattedFrom, time.FormattedTo))];
    }

    internal sealed record Case(string Text, DateOnly? Published, Expected[] Times);

    internal sealed record Expected(string Text, string? From, string? To);
}
