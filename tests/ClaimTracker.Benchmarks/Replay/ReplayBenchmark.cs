using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Benchmarks.Support;

namespace ClaimTracker.Benchmarks.Replay;

/// <summary>
/// Every day of a real series through a desk: whether looks say what the sources say, how soon what becomes wrong is found, and
/// what that asks of people.
/// </summary>
internal static class ReplayBenchmark
{
    private const int Verdicts = 200;

    /// <summary>Runs it.</summary>
    /// <param name="args">How many days, from which on, and how many verdicts; all of them without.</param>
    public static async Task RunAsync(string[] args)
    {
        var series = ReplaySeries.Read();
        var days = Number(args, 0) ?? series.Days.Count;
        var first = Number(args, 1) ?? 0;
        var count = Number(args, 2) ?? Verdicts;
        days = Math.Min(days, series.Days.Count - first);
        Table.Begin($"{count} verdicts through {days:N0} real days from {series.Days[first]:yyyy-MM-dd} on");
        var watch = Stopwatch.StartNew();
        await using var server = await ReplayServer.StartAsync(series);
        var verdicts = ReplayRun.Verdicts(series, count, first, days);
        verdicts.ForEach(server.Place);
        await using var desk = await ReplayDesk.StartAsync(series.Days[first].ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        var run = new ReplayRun(series, desk, server, verdicts);
        for (var day = first; day < first + days; day++)
        {
            await run.PassAsync(day);
            if ((day - first) % 50 == 49)
            {
                Console.Error.WriteLine(
                    $"day {day + 1 - first} after {watch.Elapsed:hh\\:mm\\:ss}: {run.Tally.Looks.All} looks, {run.Tally.Tasks} person tasks"
                );
            }
        }

        run.Tally.Print("replay", desk.Now);
        Table.Row("replay: pages asked for, time", $"{server.Asked:N0}, {watch.Elapsed:hh\\:mm\\:ss}");
    }

    private static int? Number(string[] args, int at) =>
        args.ElementAtOrDefault(at) is { } typed ? int.Parse(typed, CultureInfo.InvariantCulture) : null;
}
