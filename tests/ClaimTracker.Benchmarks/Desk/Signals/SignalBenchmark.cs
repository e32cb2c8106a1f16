using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Benchmarks.Desk.Signals;

/// <summary>Signals at random moments of starts and of verbs on SQLite: whatever was ended, the next start serves.</summary>
internal static class SignalBenchmark
{
    private const int Starts = 100;
    private const int OfEachVerb = 20;
    private const int Claims = 2_000;

    /// <param name="seed">Repeats the signals and moments of a run, as far as a machine's pace lets it; one that is printed where
    /// none is given.</param>
    public static async Task RunAsync(string? seed)
    {
        var number = seed is null ? Random.Shared.Next(1_000_000) : int.Parse(seed, CultureInfo.InvariantCulture);
        Table.Begin(
            $"Signals (TERM, INT, KILL) at random moments, half in a new folder and half on {Claims:N0} claims; seed {number}"
        );
        await using var desk = await BenchDesk.StartAsync(server: null, Claims);
        using var trials = new SignalTrial(
            Path.Combine(AppContext.BaseDirectory, "claimtracker.dll"),
            CopyOf(desk),
            new Random(number)
        );
        foreach (
            var (what, times) in SignalTrial.Verbs.Keys.Select(verb => (verb, OfEachVerb)).Prepend((SignalTrial.Start, Starts))
        )
        {
            List<string> wrong = [];
            for (var trial = 0; trial < times; trial++)
            {
                if (await trials.RunAsync(what, onFull: trial % 2 == 1) is { } finding)
                    wrong.Add(finding);
            }

            Table.Row($"{what}: {times} signals, next start that does not serve a whole database", $"{wrong.Count}", "0");
            foreach (var finding in wrong)
                Table.Row(what, finding);
        }
    }

    private static string CopyOf(BenchDesk desk)
    {
        var file = new SqliteConnectionStringBuilder(desk.ConnectionString).DataSource + ".copy";
        using var connection = new SqliteConnection(desk.ConnectionString);
        connection.Open();
        using var copy = connection.CreateCommand();
        copy.CommandText = $"VACUUM INTO '{file}'";
        copy.ExecuteNonQuery();
        return file;
    }
}
