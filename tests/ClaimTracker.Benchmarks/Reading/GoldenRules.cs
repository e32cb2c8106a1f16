using System.Text.Json;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction.Sentences;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>The public rules of sentence splitting.</summary>
internal static class GoldenRules
{
    public static void Print()
    {
        Table.Row(
            "sentences: golden rules",
            Passed("golden_rules_en.json"),
            "52",
            "Pragmatic Segmenter 98.1 %, Punkt 46.2 % (published)"
        );
        Table.Row("sentences: further cases", Passed("english_spec_other.json"), "115");
    }

    private static string Passed(string file)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(SharedData.Path("golden-rules-segmenter-en", file)));
        var passed = cases
            .RootElement.EnumerateArray()
            .Count(one =>
            {
                var text = one.GetProperty("text").GetString()!;
                var wanted = one.GetProperty("expected").EnumerateArray().Select(item => Even(item.GetString()!));
                return SentenceSplitter.Split(text).Select(span => Even(span.Of(text))).SequenceEqual(wanted);
            });
        return $"{passed} of {cases.RootElement.GetArrayLength()}";
    }

    private static string Even(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
