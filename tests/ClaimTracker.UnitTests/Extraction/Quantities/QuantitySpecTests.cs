using System.Text.Json;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.UnitTests.Extraction.Quantities;

/// <summary>Sentences and the figures that a reader sees in them: Specs/quantities/*.json.</summary>
public sealed class QuantitySpecTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var file in Directory.GetFiles(SpecFolder, "*.json").Order(StringComparer.Ordinal))
        {
            foreach (var spec in Read(file))
                cases.Add(Path.GetFileNameWithoutExtension(file), spec.Input);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_what_a_reader_sees(string file, string input)
    {
        var spec = Read(Path.Combine(SpecFolder, file + ".json")).First(one => one.Input == input);
        var found = new List<Quantity>();
        QuantityScanner.Scan(input, new TextSpan(0, input.Length), found);

        Assert.Equal(spec.Quantities.Select(one => one.ToString()), found.Select(one => Seen(input, one).ToString()));
    }

    private static string SpecFolder => Path.Combine(AppContext.BaseDirectory, "Extraction", "Specs", "quantities");

    private static List<Spec> Read(string file) => JsonSerializer.Deserialize<List<Spec>>(File.ReadAllText(file), Json)!;

    private static Figure Seen(string input, Quantity one)
    {
        var range = one.Comparator == Comparator.Range;
        return new Figure(
            one.Span.Of(input),
            Round(one.Value),
            one.Comparator.ToString().ToLowerInvariant(),
            one.Unit,
            one.Per,
            one.Change?.ToString().ToLowerInvariant(),
            one.Counted,
            range ? Round(one.Low) : null,
            range ? Round(one.High) : null
        );
    }

    private static double? Round(double? value) => value is { } known ? Math.Round(known, 4) : null;

    private sealed record Spec(string Input, IReadOnlyList<Figure> Quantities);

    /// <summary>Low and high are given for ranges only; of a comparator they follow from the value.</summary>
    private sealed record Figure(
        string Text,
        double? Value,
        string Comparator = "eq",
        string? Unit = null,
        string? Per = null,
        string? Change = null,
        string? Counted = null,
        double? Low = null,
        double? High = null
    );
}
