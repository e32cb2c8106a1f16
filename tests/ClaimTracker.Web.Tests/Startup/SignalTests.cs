using ClaimTracker.Benchmarks.Desk.Signals;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>A few of the trials that <c>tests/ClaimTracker.Benchmarks -- signals</c> makes by the hundred.</summary>
public sealed class SignalTests
{
    [Fact]
    public async Task A_start_or_a_verb_that_a_signal_ends_leaves_a_desk_that_starts()
    {
        var seed = Random.Shared.Next(1_000_000);
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddClaimAsync("Forty-one ships were counted.");
        var full = new SqliteConnectionStringBuilder(desk.ConnectionString).DataSource + ".copy";
        await using (var connection = new SqliteConnection(desk.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var copy = connection.CreateCommand();
            copy.CommandText = $"VACUUM INTO '{full}'";
            await copy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        List<string> wrong = [];
        using (var trials = new SignalTrial(Path.Combine(AppContext.BaseDirectory, "claimtracker.dll"), full, new Random(seed)))
        {
            foreach (
                var (what, onFull) in new[]
                {
                    (SignalTrial.Start, false),
                    (SignalTrial.Start, false),
                    (SignalTrial.Start, true),
                    (SignalTrial.Start, true),
                    ("migrate", false),
                    ("user", false),
                    ("import", true),
                    ("restore", false),
                    ("restore", true),
                    ("backup", true),
                }
            )
            {
                if (await trials.RunAsync(what, onFull) is { } finding)
                    wrong.Add(finding);
            }
        }

        File.Delete(full);
        Assert.True(wrong.Count == 0, $"Seed {seed}: {string.Join('\n', wrong)}");
    }
}
