using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Benchmarks.Desk.Kills.Sweeps;
using ClaimTracker.Benchmarks.Load;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>
/// Ten thousand due claims on pages of five hundred sites, looked at by the program as it is shipped, while people use it; and
/// the same where one site of ten never answers.
/// </summary>
internal static class HostsBenchmark
{
    private const int Claims = 10_000;
    private const int Sites = 500;
    private const int EverySilent = 10;

    private static readonly TimeSpan Baseline = TimeSpan.FromSeconds(40);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task RunAsync(string? claims)
    {
        var count = claims is null ? Claims : int.Parse(claims, CultureInfo.InvariantCulture);
        Table.Begin($"{count:N0} due claims, a page each, at {Sites} sites with a pause of a second");
        await RunAsync("SQLite", null, count);
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL", server, count);
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string name, string? server, int count)
    {
        var all = await SweepAsync(name, server, count, 0);
        var others = await SweepAsync($"{name}, 1 of {EverySilent} sites silent", server, count, EverySilent);
        Table.Row(
            $"{name}: the others' looks beside silent sites",
            $"{others.TotalSeconds / all.TotalSeconds:0.00} × the time of all",
            "≤ 1.1 ×"
        );
    }

    private static async Task<TimeSpan> SweepAsync(string name, string? server, int count, int everySilent)
    {
        await using var sites = await SourceSites.StartAsync(Sites, everySilent);
        await using var desk = await BenchDesk.StartAsync(server, claims: 0);
        await desk.AddPeopleAsync(1);
        await InDbAsync(desk, db => DueClaims.AddAsync(db, sites, count));
        var pages = Enumerable.Range(0, count).Count(page => !sites.IsSilent(page));
        await PutOffAsync(desk, TimeSpan.FromDays(1));
        await using var node = await ServerNode.StartAsShippedAsync(
            desk.ConnectionString,
            ["--Jobs:Enabled", "true", .. sites.Names.SelectMany((site, i) => new[] { $"--Intake:InternalHosts:{i}", site })]
        );
        using var people = new SteadyLoad(node.Address, await InDbAsync(desk, db => db.Claims.MinAsync(c => c.Id)));
        await people.SignInAsync();
        await people.RunAsync(TimeSpan.FromSeconds(5));
        var before = await people.RunAsync(Baseline);
        var taken = node.Taken;
        await PutOffAsync(desk, TimeSpan.FromMinutes(-1));
        using var done = new CancellationTokenSource();
        var during = people.RunAsync(Patience, done.Token);
        await UntilAsync(async () => (await InDbAsync(desk, SweepTally.ReadAsync)).Verified >= pages);
        await done.CancelAsync();
        var meanwhile = await during;
        var (tally, used) = (await InDbAsync(desk, SweepTally.ReadAsync), node.Taken - taken);
        Table.Row(
            $"{name}: from the first look asked for to the last verified",
            $"{tally.Took.TotalSeconds:0.0} s for {tally.Verified:N0}",
            "≤ 60 s"
        );
        Table.Row($"{name}: processor time of the server meanwhile", $"{used.TotalSeconds:0.0} s");
        Table.Row(
            $"{name}: queue and claim page, 20 requests a second, p99",
            $"{meanwhile:0.0} ms",
            "≤ 2 × without",
            $"{before:0.0} ms without"
        );
        if (everySilent > 0)
        {
            var said = await InDbAsync(
                desk,
                db => db.Looks.CountAsync(l => l.Outcome != null && l.Outcome != RecheckOutcome.Unchanged)
            );
            var tried = await InDbAsync(desk, db => db.Looks.CountAsync(l => l.Attempts > 0));
            Table.Row($"{name}: outcomes of looks that were not made", $"{said:N0}; {tried:N0} of {count - pages:N0} tried", "0");
        }

        return tally.Took;
    }

    private static Task<int> PutOffAsync(BenchDesk desk, TimeSpan by) =>
        InDbAsync(desk, db => db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.NextAttemptAt, BenchDesk.Now + by)));

    private static Task<T> InDbAsync<T>(BenchDesk desk, Func<DeskDb, Task<T>> work) =>
        desk.InScopeAsync(services => work(services.GetRequiredService<DeskDb>()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo(); await Task.Delay(1_000))
        {
            if (watch.Elapsed > Patience)
                throw new TimeoutException($"Not within {Patience}.");
        }
    }
}
