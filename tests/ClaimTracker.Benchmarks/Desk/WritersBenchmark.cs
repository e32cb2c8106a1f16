using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Web.Data.Postgres;
using ClaimTracker.Web.Data.Sqlite;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>What EF's own batches cost beside our writer: CPU a move, in turns, in one process.</summary>
internal static class WritersBenchmark
{
    private const int WarmUp = 1_500;
    private const int Rounds = 5;
    private const int Reviews = 800;

    public static async Task RunAsync()
    {
        Table.Begin("Reviews by our writer and by plain EF: CPU a move");
        await RunAsync("SQLite", null);
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL", server);
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string name, string? server)
    {
        await using var ours = await BenchDesk.StartAsync(server, claims: 40_000);
        await using var plain = await BenchDesk.StartAsync(server, claims: 40_000, UsePlainWriter);
        List<BenchDesk> desks = [ours, plain];
        var claims = new Dictionary<BenchDesk, List<long>>();
        foreach (var desk in desks)
        {
            claims[desk] = await ReviewsBenchmark.ClaimsInTriageAsync(desk, WarmUp + Rounds * Reviews);
            await ReviewsBenchmark.MeasureAsync(desk, claims[desk][..WarmUp]);
        }

        List<double> ratios = [];
        for (var round = 0; round < Rounds; round++)
        {
            var figures = new Dictionary<BenchDesk, (double Starts, double Moves, TimeSpan Cpu)>();
            foreach (var desk in round % 2 == 0 ? desks : desks.AsEnumerable().Reverse())
            {
                var next = claims[desk].GetRange(WarmUp + (round * Reviews), Reviews);
                figures[desk] = await ReviewsBenchmark.MeasureAsync(desk, next);
            }

            ratios.Add(figures[plain].Cpu / figures[ours].Cpu);
            Table.Row($"{name}, round {round + 1}", $"{ratios[^1]:0.00}", peer: $"ours {In(ours)}; plain {In(plain)}; load {Load()}");
            string In(BenchDesk desk) => $"{figures[desk].Cpu.TotalMicroseconds:N0} µs, {figures[desk].Moves:N0}/s";
        }

        ratios.Sort();
        var spread = $"median {ratios[Rounds / 2]:0.00} ({ratios[0]:0.00} to {ratios[^1]:0.00})";
        Table.Row($"{name}: plain EF beside our writer", spread, "≤ 1.5 on SQLite: the writer goes");
    }

    // Of the last minute, all processes of the machine.
    private static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private static void UsePlainWriter(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<SqliteDeskDb>(Plain, ServiceLifetime.Singleton);
        builder.Services.ConfigureDbContext<PostgresDeskDb>(Plain, ServiceLifetime.Singleton);

        static void Plain(DbContextOptionsBuilder options) => options.ReplaceService<IDatabase, RelationalDatabase>();
    }
}
