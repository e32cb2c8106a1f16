using System.Globalization;
using System.Text.Json;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.UnitTests.Extraction.Times;

/// <summary>
/// Public date-time cases in English, counted by kind: how many expected times are overlapped by a finding, and how many of
/// those that name a date or a range of dates are resolved to one of the accepted values.
/// </summary>
public class RecognizersDateTests
{
    [Theory]
    [InlineData("date", 0.78, 0.41)]
    [InlineData("daterange", 0.75, 0.38)]
    [InlineData("datetime", 0.78, 0.25)]
    public void Finds_and_resolves_the_public_cases(string kind, double foundFloor, double valueFloor)
    {
        using var cases = JsonDocument.Parse(
            File.ReadAllText(SharedData.Require("recognizers-specs-en", "DateTime", "English", "DateTimeModel.json"))
        );
        int wanted = 0,
            found = 0,
            right = 0;
        foreach (var (input, today, expected) in Cases(cases, kind))
        {
            var times = new List<TimeReference>();
            TimeScanner.Scan(input, new TextSpan(0, input.Length), today, times);
            var (start, end) = (expected.GetProperty("Start").GetInt32(), expected.GetProperty("End").GetInt32());
            var match = times.Find(time => time.Span.Start <= end && start < time.Span.End);
            wanted++;
            found += match is null ? 0 : 1;
            right += match is not null && IsRight(match, expected) ? 1 : 0;
        }

        var figures = $"{kind}: {wanted} wanted, {(double)found / wanted:P1} found, {(double)right / wanted:P1} resolved alike";
        TestContext.Current.TestOutputHelper?.WriteLine(figures);
        Assert.True(found >= wanted * foundFloor && right >= wanted * valueFloor, figures);
    }

    private static IEnumerable<(string Input, DateOnly? Today, JsonElement Expected)> Cases(JsonDocument cases, string kind) =>
        from example in cases.RootElement.EnumerateArray()
        where
            !example.TryGetProperty("NotSupported", out var not) || !not.GetString()!.Contains("dotnet", StringComparison.Ordinal)
        from expected in example.GetProperty("Results").EnumerateArray()
        where
            expected.TryGetProperty("TypeName", out var type)
            && type.GetString() == "datetimeV2." + kind
            && expected.TryGetProperty("End", out _)
        select (example.GetProperty("Input").GetString()!, Reference(example), expected);

    private static DateOnly? Reference(JsonElement example) =>
        example.TryGetProperty("Context", out var context) && context.TryGetProperty("ReferenceDateTime", out var at)
            ? DateOnly.FromDateTime(DateTime.Parse(at.GetString()!, CultureInfo.InvariantCulture))
            : null;

    private static bool IsRight(TimeReference time, JsonElement expected) =>
        expected
            .GetProperty("Resolution")
            .GetProperty("values")
            .EnumerateArray()
            .Any(value =>
                value.TryGetProperty("value", out var point)
                    ? Same(time.From, point)
                    : (!value.TryGetProperty("start", out var start) || Same(time.From, start))
                        && (!value.TryGetProperty("end", out var end) || Same(time.To, end) || Same(time.To?.AddDays(-1), end))
            );

    private static bool Same(DateTime? found, JsonElement wanted) =>
        DateTime.TryParse(wanted.GetString(), CultureInfo.InvariantCulture, out var date) && found == date;
}
