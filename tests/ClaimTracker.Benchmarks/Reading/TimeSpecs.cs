using System.Globalization;
using System.Text.Json;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;
using ClaimTracker.Extraction.Times;

namespace ClaimTracker.Benchmarks.Reading;

/// <summary>
/// Recognizers' specs of dates: of each type the share whose place we find, and whose first day we resolve as one of the
/// readings that the spec allows. They speak to a calendar ("book me a room"), we read what has been reported.
/// </summary>
internal static class TimeSpecs
{
    private static readonly string[] Types = ["date", "daterange", "datetime", "datetimerange"];

    public static void Print()
    {
        var results = Specs.Read("DateTime", "DateTimeModel").SelectMany(Findings).ToList();
        foreach (var type in Types)
        {
            var ofType = results.Where(one => one.Type == type).ToList();
            Table.Row(
                $"Recognizers specs, {type}",
                $"{ofType.Count(one => one.Found)} of {ofType.Count} found, {ofType.Count(one => one.Resolved)} resolved to a first day that the spec allows"
            );
        }
    }

    private static IEnumerable<(string Type, bool Found, bool Resolved)> Findings(JsonElement one)
    {
        var text = one.Text("Input")!;
        var reference = one.Text("Context", "ReferenceDateTime") is { } written ? Day(written) : null;
        var ours = new List<TimeReference>();
        TimeScanner.Scan(text, new TextSpan(0, text.Length), reference, ours);
        foreach (var result in one.GetProperty("Results").EnumerateArray())
        {
            if (
                result.Text("TypeName")?.Split('.') is not [_, var type]
                || !Types.Contains(type)
                || !result.TryGetProperty("Start", out var start)
            )
            {
                continue;
            }

            var span = new TextSpan(start.GetInt32(), result.GetProperty("End").GetInt32() + 1);
            var allowed = result
                .GetProperty("Resolution")
                .GetProperty("values")
                .EnumerateArray()
                .Select(value => Day(value.Text("value") ?? value.Text("start") ?? value.Text("end") ?? ""))
                .ToList();
            var meeting = ours.Where(time => time.Span.Start < span.End && span.Start < time.Span.End).ToList();
            yield return (type, meeting.Count > 0, meeting.Exists(time => Fits(time, allowed)));
        }
    }

    // "Until May" has an end and no beginning, in the spec as with us; "30 February" has neither.
    private static bool Fits(TimeReference time, List<DateOnly?> allowed) =>
        allowed.Contains((time.From ?? time.To) is { } from ? DateOnly.FromDateTime(from) : null);

    private static DateOnly? Day(string written) =>
        written.Length >= 10
        && DateOnly.TryParseExact(
            written.AsSpan(0, 10),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;
}
