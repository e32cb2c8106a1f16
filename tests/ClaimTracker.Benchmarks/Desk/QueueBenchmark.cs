using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>
/// Whether lists cost the same however many claims there are, and how fast looks at due claims are handed out.
/// </summary>
internal static class QueueBenchmark
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int Times = 300;
    private const int Due = 50_000;
    private const int Sweeps = 5;

    private static readonly Actor Checker = new("ada", new HashSet<string> { Roles.FactChecker, Roles.Editor });

    private static readonly (string Name, Func<IServiceProvider, Task<int>> Query)[] Queries =
    [
        (
            "queue page",
            async services =>
                (await services.GetRequiredService<QueueQuery>().ReadAsync(Checker, new QueueFilter(), default)).Tasks.Count
        ),
        (
            "queue page of one kind",
            async services =>
                (await services.GetRequiredService<QueueQuery>().ReadAsync(Checker, new QueueFilter { Kind = "count" }, default))
                    .Tasks
                    .Count
        ),
        (
            "triage: claims like one",
            async services =>
                (
                    await services
                        .GetRequiredService<SimilarClaims>()
                        .FindAsync(0, "At least 40 people were killed in the flood at Arden", default)
                ).Count
        ),
        (
            "public board",
            async services =>
                (await services.GetRequiredService<ClaimBoard>().ReadAsync(new ClaimFilter(), 25, default)).Claims.Count
        ),
        (
            "public board, one kind",
            async services =>
                (await services.GetRequiredService<ClaimBoard>().ReadAsync(new ClaimFilter { Kind = "count" }, 25, default))
                    .Claims
                    .Count
        ),
    ];

    public static async Task RunAsync(string? claims)
    {
        var many = claims is null ? Many : int.Parse(claims, CultureInfo.InvariantCulture);
        Table.Begin($"Lists at {many:N0} claims against {Few:N0}, and looks at due claims");
        await RunAsync("SQLite", null, many, 5_000);
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL", server, many, 9_000);
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string name, string? server, int claims, int rowsASecond)
    {
        await using var few = await BenchDesk.StartAsync(server, Few);
        await using var many = await BenchDesk.StartAsync(server, claims);
        foreach (var (what, query) in Queries)
        {
            // By turns, so that what else the machine does meets both alike.
            await TimeAsync(few, query);
            await TimeAsync(many, query);
            var (small, large) = (await TimeAsync(few, query), await TimeAsync(many, query));
            Table.Row($"{name}: {what}", $"{large / small:0.00} × ({large:0.00} ms)", "≤ 1.3 ×", $"at {Few:N0}: {small:0.00} ms");
        }

        List<double> speeds = [];
        var rows = 0;
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            await MakeDueAsync(many);
            (rows, var seconds) = await SweepAsync(many);
            speeds.Add(rows / seconds);
        }

        speeds.Sort();
        Table.Row(
            $"{name}: due claims → looks asked for, leased and committed",
            $"{speeds[Sweeps / 2]:N0}/s ({speeds[0]:N0} to {speeds[^1]:N0} in {Sweeps} sweeps of {rows:N0} rows)",
            $"≥ {rowsASecond:N0}/s"
        );
    }

    private static async Task<double> TimeAsync(BenchDesk desk, Func<IServiceProvider, Task<int>> query)
    {
        List<double> times = [];
        for (var i = 0; i < Times; i++)
        {
            times.Add(
                await desk.InScopeAsync(async services =>
                {
                    var watch = Stopwatch.StartNew();
                    if (await query(services) == 0)
                        throw new InvalidOperationException("The query found nothing, so that its time says nothing.");
                    return watch.Elapsed.TotalMilliseconds;
                })
            );
        }

        times.Sort();
        return times[Times / 2];
    }

    // So many claims are due and no others, and nothing was looked at yet.
    private static Task<int> MakeDueAsync(BenchDesk desk) =>
        desk.InScopeAsync(async services =>
        {
            var (db, now) = (services.GetRequiredService<DeskDb>(), BenchDesk.Now);
            db.Database.SetCommandTimeout(TimeSpan.FromMinutes(15));
            await db.Looks.ExecuteDeleteAsync();
            await db.LookHosts.ExecuteDeleteAsync();
            await db
                .Claims.Where(c => c.NextAttemptAt != null)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.NextAttemptAt, now.AddDays(30)));
            var due = await db
                .Claims.Where(c => c.NextAttemptAt != null && !c.UnderRecheck && c.Evidence.Any(e => e.Watched && e.Host != null))
                .OrderBy(c => c.Id)
                .Take(Due)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.NextAttemptAt, now.AddDays(-1)));
            if (db.IsPostgres)
                await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE claims, looks, look_hosts");
            return due == Due
                ? due
                : throw new InvalidOperationException($"Of {Due:N0} claims that were to be due, {due:N0} can be looked at.");
        });

    // Due claims → looks asked for, taken with their sites, and committed.
    private static async Task<(int Rows, double Seconds)> SweepAsync(BenchDesk desk)
    {
        var watch = Stopwatch.StartNew();
        var asked = 0;
        for (
            var place = default(DueCursor);
            await desk.InScopeAsync(services => services.GetRequiredService<DueLooks>().AskAsync(place, CancellationToken.None))
                is { } batch;
            place = batch.Next
        )
        {
            asked += batch.Looks;
        }

        var taken = await TakeAsync(desk);
        var seconds = watch.Elapsed.TotalSeconds;
        return taken == asked
            ? (taken, seconds)
            : throw new InvalidOperationException($"{asked} looks were asked for, {taken} were taken.");
    }

    private static Task<int> TakeAsync(BenchDesk desk) =>
        desk.InScopeAsync(async services =>
        {
            var leases = services.GetRequiredService<HostLeases>();
            var taken = 0;
            foreach (var host in await leases.TakeHostsAsync("bench", int.MaxValue, CancellationToken.None))
            {
                while (await leases.TakeLooksAsync("bench", host, CancellationToken.None) is { Count: > 0 } looks)
                    taken += looks.Count;
            }

            return taken;
        });
}
