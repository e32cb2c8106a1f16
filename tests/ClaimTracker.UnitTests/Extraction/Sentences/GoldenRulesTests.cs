using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Sentences;

namespace ClaimTracker.UnitTests.Extraction.Sentences;

/// <summary>The public golden rules of sentence splitting; their texts are compared with white space evened out.</summary>
public partial class GoldenRulesTests
{
    [Theory]
    [InlineData("golden_rules_en.json", 52)]
    [InlineData("english_spec_other.json", 115)]
    public void Passes_the_public_cases(string file, int floor)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedData.Require("golden-rules-segmenter-en", file)));
        var failed = new List<string>();
        foreach (var example in cases.RootElement.EnumerateArray())
        {
            var text = example.GetProperty("text").GetString()!;
            var wanted = example.GetProperty("expected").EnumerateArray().Select(item => Even(item.GetString()!));
            if (!SentenceSplitter.Split(text).Select(span => Even(span.Of(text))).SequenceEqual(wanted))
            {
                failed.Add(example.GetProperty("title").GetString()!);
            }
        }

        var passed = cases.RootElement.GetArrayLength() - failed.Count;
        Assert.True(passed >= floor, $"{passed} pass, {floor} must. Failed: {string.Join("; ", failed)}");
    }

    private static string Even(string text) => Space().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
