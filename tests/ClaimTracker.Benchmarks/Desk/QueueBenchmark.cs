using System.Diagnostics;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Work;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>Whether lists cost the same however many claims there are, and how fast due re-checks are handed out.</summary>
internal static class QueueBenchmark
{
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int Times = 300;

    private static readonly Actor Checker = new("ada", new HashSet<string> { Roles.FactChecker, Roles.Editor });

    private static readonly (string Name, Func<IServiceProvider, Task<int>> Query)[] Queries =
    [
        (
            "queue page",
            async services =>
                (
                    await services
                        .GetRequiredService<QueueQuery>()
                        .ReadAsync(Checker, new QueueFilter(null, false, null), default)
                ).Count
        ),
        (
            "queue page of one kind",
            async services =>
                (
                    await services
                        .GetRequiredService<QueueQuery>()
                        .ReadAsync(Checker, new QueueFilter("count", false, null), default)
                ).Count
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

    public static async Task RunAsync()
    {
        Table.Begin($"Lists at {Many:N0} claims against {Few:N0}, and due re-checks");
        await RunAsync("SQLite", null, 5_000);
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL", server, 9_000);
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string name, string? server, int rowsASecond)
    {
        await using var few = await BenchDesk.StartAsync(server, Few);
        await using var many = await BenchDesk.StartAsync(server, Many);
        foreach (var (what, query) in Queries)
        {
            // By turns, so that what else the machine does meets both alike.
            await TimeAsync(few, query);
            await TimeAsync(many, query);
            var (small, large) = (await TimeAsync(few, query), await TimeAsync(many, query));
            Table.Row($"{name}: {what}", $"{large / small:0.00} × ({large:0.00} ms)", "≤ 1.3 ×", $"at {Few:N0}: {small:0.00} ms");
        }

        var (rows, seconds) = await SweepAsync(many);
        Table.Row(
            $"{name}: due claims → looks asked for, leased and committed",
            $"{rows / seconds:N0}/s ({rows:N0} rows)",
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

    // Due claims → looks asked for, taken with their sites, and committed.
    private static async Task<(int Rows, double Seconds)> SweepAsync(BenchDesk desk)
    {
        var watch = Stopwatch.StartNew();
        var asked = 0;
        for (
            var place = default(DuePlace);
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
