using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Benchmarks.Load;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Web.Data;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk.Kills.Sweeps;

/// <summary>
/// A server killed (SIGKILL) in the middle of a sweep over ten thousand due looks. On SQLite another is started then, on
/// PostgreSQL another has been at it from the beginning. No look may be lost or written twice, and what the dead one had is taken
/// over within the length of a lease and the pause of the loop.
/// </summary>
internal static class SweepKillsBenchmark
{
    private const int Claims = 10_000;
    private const int Sites = 500;
    private const int BeforeTheKill = 3_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task RunAsync(string? claims)
    {
        var count = claims is null ? Claims : int.Parse(claims, CultureInfo.InvariantCulture);
        Table.Begin($"A server killed in the middle of a sweep of {count:N0} due looks at {Sites} sites");
        await RunAsync("SQLite, one server and then another", null, count);
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL, two servers of which one is killed", server, count);
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string what, string? server, int count)
    {
        await using var sites = await SourceSites.StartAsync(Sites);
        await using var desk = await BenchDesk.StartAsync(server, claims: 0);
        await InDbAsync(desk, db => DueClaims.AddAsync(db, sites, count));
        await using var killed = await StartAsync(desk);
        await using var beside = server is null ? null : await StartAsync(desk);
        await UntilAsync(async () => await InDbAsync(desk, SweepTally.MadeAsync) >= Math.Min(BeforeTheKill, count / 3));
        var taken = killed.Taken;
        await killed.DisposeAsync();
        var watch = Stopwatch.StartNew();
        var (made, held) = (await InDbAsync(desk, SweepTally.MadeAsync), await HeldAsync(desk, killed));
        await using var after = beside is null ? await StartAsync(desk) : null;
        await UntilAsync(async () => await HeldAsync(desk, killed) == 0);
        var takenOver = watch.Elapsed;
        await UntilAsync(async () => await InDbAsync(desk, SweepTally.MadeAsync) >= count);
        await UntilAsync(async () => (await InDbAsync(desk, SweepTally.ReadAsync)).Verified >= count);
        taken += (after ?? beside)!.Taken;
        Print(what, count, await InDbAsync(desk, SweepTally.ReadAsync), [.. sites.Visits]);
        Table.Row($"{what}: killed after", $"{made:N0} looks, with {held:N0} leased and not written");
        Table.Row($"{what}: its rows taken over", $"{takenOver.TotalSeconds:0.0} s after its death", "≤ 45 s");
        Table.Row($"{what}: processor time of the servers", $"{taken.TotalSeconds:0.0} s");
    }

    private static void Print(string what, int count, SweepTally tally, IReadOnlyList<int> visits)
    {
        Table.Row(
            $"{what}: looks made, claims verified",
            $"{tally.Stood:N0} of {tally.Looks:N0}, {tally.Verified:N0}",
            $"{count:N0} each"
        );
        Table.Row($"{what}: looks written on claims", $"{tally.Written:N0}", $"{count:N0}: none twice");
        Table.Row(
            $"{what}: pages fetched again",
            $"{visits.Count(visit => visit > 1):N0}, at most {visits.Max()} times each",
            "what was in flight"
        );
        Table.Row($"{what}: from first look asked for to last verified", $"{tally.Took.TotalSeconds:0.0} s");
    }

    private static Task<ServerNode> StartAsync(BenchDesk desk) =>
        ServerNode.StartAsync(desk.ConnectionString, "--Jobs:Enabled", "true", "--Intake:AllowPrivateAddresses", "true");

    private static Task<int> HeldAsync(BenchDesk desk, ServerNode node) =>
        InDbAsync(desk, db => SweepTally.HeldAsync(db, node.Id));

    private static Task<T> InDbAsync<T>(BenchDesk desk, Func<DeskDb, Task<T>> work) =>
        desk.InScopeAsync(services => work(services.GetRequiredService<DeskDb>()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo(); await Task.Delay(200))
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"Not within {Patience}.");
        }
    }
}
