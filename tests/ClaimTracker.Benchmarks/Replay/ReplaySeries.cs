using System.Globalization;
using System.Text.Json;
using ClaimTracker.Benchmarks.Support;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>Real figures, day by day: what a general staff counted, and what a newspaper's model gave.</summary>
/// <param name="Days">The days, in order.</param>
/// <param name="Counted">Of each day, the count.</param>
/// <param name="Estimated">Of each day, the estimate in thousands; before it begins, the count in thousands.</param>
internal sealed record ReplaySeries(IReadOnlyList<DateOnly> Days, IReadOnlyList<long> Counted, IReadOnlyList<long> Estimated)
{
    private const string Country = "russia";

    /// <exception cref="DataMissingException">They are not beside the repository.</exception>
    public static ReplaySeries Read()
    {
        using var counts = JsonDocument.Parse(
            File.ReadAllText(SharedData.Path("ua-general-staff-losses", "russia_losses_personnel.json"))
        );
        var estimates = Estimates(SharedData.Path("economist-casualty-estimates", "meta-estimate-casualties.csv"));
        List<DateOnly> days = [];
        List<long> counted = [],
            estimated = [];
        foreach (var row in counts.RootElement.EnumerateArray())
        {
            var day = DateOnly.Parse(row.GetProperty("date").GetString()!, CultureInfo.InvariantCulture);
            var count = row.GetProperty("personnel").GetInt64();
            days.Add(day);
            counted.Add(count);
            estimated.Add(
                estimates.TryGetValue(day, out var estimate) ? estimate
                : estimated.Count > 0 ? Math.Max(estimated[^1], InThousands(count))
                : InThousands(count)
            );
        }

        return new ReplaySeries(days, counted, estimated);
    }

    private static Dictionary<DateOnly, long> Estimates(string file) =>
        File.ReadLines(file)
            .Skip(1)
            .Select(line => line.Split(','))
            .Where(cells => cells[^1] == Country && cells[2] != "NA")
            .ToDictionary(
                cells => DateOnly.Parse(cells[0], CultureInfo.InvariantCulture),
                cells => InThousands(double.Parse(cells[2], CultureInfo.InvariantCulture))
            );

    private static long InThousands(double figure) => Math.Max(1, (long)Math.Round(figure / 1_000)) * 1_000;
}
