using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Verification;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>
/// Kills the process that moves reviews, at every point of a move, and does what a client does: sends the same move again to the
/// next process. After each death the claim's rows are those before the move or those after it, and after the answer those after
/// it.
/// </summary>
internal static class KillBenchmark
{
    private const int Times = 1_000;

    /// <param name="times">How many kills on each database; <see cref="Times"/> where it is not said.</param>
    public static async Task RunAsync(string? times)
    {
        var kills = times is null ? Times : int.Parse(times, CultureInfo.InvariantCulture);
        Table.Begin($"Killed {kills:N0} times on each database");
        await RunAsync("SQLite", null, kills);
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL", server, kills);
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string name, string? server, int kills)
    {
        await using var desk = await BenchDesk.StartAsync(server, claims: Math.Max(100, 4 * kills));
        var watch = Stopwatch.StartNew();
        using var run = new KillRun(desk, await ClaimsInTriageAsync(desk));
        await run.LearnAsync();
        while (run.Deaths.Values.Sum() < kills)
            await run.NextClaimAsync();
        var broken = await desk.InScopeAsync(async services =>
        {
            List<string> findings = [];
            await foreach (var finding in AuditCheck.RunAsync(services.GetRequiredService<DeskDb>()))
                findings.Add(finding);
            return findings;
        });
        var points = string.Join(", ", run.Deaths.OrderBy(d => d.Key).Select(d => $"{d.Key} {d.Value}"));
        Table.Row(
            $"{name}: moves lost, done twice, done by half; audit chains broken",
            $"{run.Wrong.Count}; {broken.Count}",
            "0; 0",
            points
        );
        Table.Row(
            $"{name}: moves made",
            $"{run.Moves:N0}, {run.Unanswered:N0} committed before their process died unheard",
            "",
            $"{watch.Elapsed.TotalMinutes:0} min"
        );
        foreach (var wrong in run.Wrong.Concat(broken).Take(10))
            Table.Row(name, wrong);
    }

    private static Task<List<long>> ClaimsInTriageAsync(BenchDesk desk) =>
        desk.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            var claims = await db.Claims.Where(c => c.Stage == Stage.Triage).OrderBy(c => c.Id).ToListAsync();
            foreach (var claim in claims)
            {
                claim.AddEvidence(
                    new Evidence("The register", null, claim.Wording, Stance.Supports, "register", "ada", BenchDesk.Now)
                    {
                        Watched = false,
                    },
                    BenchDesk.Now
                );
            }

            await db.SaveChangesAsync();
            return claims.ConvertAll(c => c.Id);
        });
}
