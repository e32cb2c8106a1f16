using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Startup;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>
/// What it costs that SQLite waits for the disk at each commit of a person's act, beside the same commits of a job; and that it
/// does, by counting what the process asks of the system.
/// </summary>
internal static class DurabilityBenchmark
{
    public const string WorkerVerb = "durability-worker";
    private const string Person = "person";
    private const string Job = "job";
    private const int Rounds = 5;
    private const int Moves = 200;

    private static readonly Actor Checker = new(BenchDesk.Person(0), new HashSet<string> { Roles.FactChecker });

    public static async Task RunAsync()
    {
        Table.Begin("Waiting for the disk at each commit (SQLite, starts of reviews, one after the other)");
        await using var desk = await BenchDesk.StartAsync(server: null, claims: 12_000);
        await desk.AddPeopleAsync(1);
        var claims = new Queue<long>(
            await desk.InScopeAsync(services =>
                services
                    .GetRequiredService<DeskDb>()
                    .Claims.Where(c => c.Stage == Stage.Triage)
                    .OrderBy(c => c.Id)
                    .Take((2 * Rounds * Moves) + (5 * Moves))
                    .Select(c => c.Id)
                    .ToListAsync()
            )
        );
        await MeasureAsync(desk, Job, claims);
        List<double> ratios = [];
        List<(double Waiting, double Not)> rates = [];
        for (var round = 0; round < Rounds; round++)
        {
            var rate = (Waiting: await MeasureAsync(desk, Person, claims), Not: await MeasureAsync(desk, Job, claims));
            rates.Add(rate);
            ratios.Add(rate.Waiting / rate.Not);
        }

        Table.Row(
            "commits of a person, which wait",
            $"{rates.Average(r => r.Waiting):N0}/s, {ratios.Average():0.00} × ({ratios.Min():0.00}–{ratios.Max():0.00} in {Rounds} rounds)",
            "",
            $"the same as a job's, which do not: {rates.Average(r => r.Not):N0}/s"
        );
        var idle = await SyncsAsync(desk, Person, []);
        foreach (var whose in new[] { Person, Job })
        {
            var syncs = await SyncsAsync(desk, whose, Take(claims)) - idle;
            Table.Row(
                $"fsync and fdatasync calls in {Moves} commits of a {whose}",
                $"{syncs:N0}",
                whose == Person ? $"≥ {Moves}" : $"< {Moves}",
                $"start and end of the process: {idle}"
            );
        }
    }

    /// <summary>Makes moves in a process of its own, whose calls are counted.</summary>
    /// <param name="args">Connection string, whose commits, numbers of the claims.</param>
    public static async Task WorkAsync(string[] args)
    {
        await using var app = await WebServer.BuildAsync([
            "--urls",
            "http://127.0.0.1:0",
            "--ConnectionStrings:ClaimTracker",
            args[0],
            "--Jobs:Enabled",
            "false",
        ]);
        foreach (var claim in args[2..])
        {
            await using var scope = app.Services.CreateAsyncScope();
            await MoveAsync(scope.ServiceProvider, args[1], long.Parse(claim, CultureInfo.InvariantCulture));
        }
    }

    private static List<long> Take(Queue<long> claims) => [.. Enumerable.Range(0, Moves).Select(_ => claims.Dequeue())];

    private static async Task<double> MeasureAsync(BenchDesk desk, string whose, Queue<long> claims)
    {
        var taken = Take(claims);
        var watch = Stopwatch.StartNew();
        foreach (var claim in taken)
        {
            await desk.InScopeAsync(async services =>
            {
                await MoveAsync(services, whose, claim);
                return true;
            });
        }

        return Moves / watch.Elapsed.TotalSeconds;
    }

    private static async Task MoveAsync(IServiceProvider services, string whose, long claim)
    {
        if (whose == Job)
            services.GetRequiredService<Acting>().BeginRepeatable("system:bench");
        else
            services.GetRequiredService<Acting>().Name = Checker.Name;
        var started = await services
            .GetRequiredService<IReviewEngine>()
            .StartAsync(new StartReview(claim, "standard-review", new Dictionary<string, JsonNode?>(), Checker), default);
        if (started.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Message);
    }

    private static async Task<int> SyncsAsync(BenchDesk desk, string whose, List<long> claims)
    {
        var counts = Path.GetTempFileName();
        var start = new ProcessStartInfo("strace") { RedirectStandardOutput = true };
        foreach (
            var arg in (string[])
                [
                    "-f",
                    "-c",
                    "-o",
                    counts,
                    "-e",
                    "trace=fsync,fdatasync",
                    "dotnet",
                    typeof(DurabilityBenchmark).Assembly.Location,
                    WorkerVerb,
                    desk.ConnectionString,
                    whose,
                    .. claims.Select(claim => claim.ToString(CultureInfo.InvariantCulture)),
                ]
        )
        {
            start.ArgumentList.Add(arg);
        }

        using var process = Process.Start(start)!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The process whose calls are counted ended with exit code {process.ExitCode}.");

        // Of a line: share, seconds, microseconds a call, calls, errors where there were any, name.
        var lines = await File.ReadAllLinesAsync(counts);
        File.Delete(counts);
        return lines
            .Where(line => line.EndsWith("sync", StringComparison.Ordinal))
            .Sum(line => int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3], CultureInfo.InvariantCulture));
    }
}
