using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>
/// How fast reviews are started and moved, each in a transaction and a scope of its own, and what a review's state weighs.
/// </summary>
internal static class ReviewsBenchmark
{
    private const int WarmUp = 2_000;
    private const int Reviews = 1_000;
    private const int StartsASecond = 720;
    private const int MovesASecond = 480;

    private static readonly Actor Checker = new("ada", new HashSet<string> { Roles.FactChecker });
    private static readonly Actor Editor = new("eve", new HashSet<string> { Roles.Editor });

    public static async Task RunAsync()
    {
        Table.Begin("Reviews, committed, one after the other");
        await RunAsync("SQLite", null);
        if (BenchDesk.Server is { } server)
            await RunAsync("PostgreSQL", server);
        else
            Table.Row("PostgreSQL", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
    }

    private static async Task RunAsync(string name, string? server)
    {
        await using var desk = await BenchDesk.StartAsync(server, claims: 20_000);
        var claims = await ClaimsInTriageAsync(desk);
        await MeasureAsync(desk, claims[..WarmUp]);
        var bare = await BareRow.MeasureAsync(desk);
        var (starts, moves) = await MeasureAsync(desk, claims[WarmUp..]);
        bare = (bare + await BareRow.MeasureAsync(desk)) / 2;

        const string OfBare = "≥ 0.25 × a bare row";
        var peer = $"bare one-row transaction {bare:N0}/s";
        Table.Row($"{name}: starts", $"{starts:N0}/s, {starts / bare:0.00} ×", $"≥ {StartsASecond}/s, {OfBare}", peer);
        Table.Row($"{name}: moves", $"{moves:N0}/s, {moves / bare:0.00} ×", $"≥ {MovesASecond}/s, {OfBare}", peer);
        var states = await desk.InScopeAsync(services =>
            services.GetRequiredService<DeskDb>().Reviews.Select(r => r.State).ToListAsync()
        );
        var sizes = states.Select(Encoding.UTF8.GetByteCount).ToList();
        Table.Row(
            $"{name}: stored state of a review",
            $"mean {sizes.Average():N0}, largest {sizes.Max():N0} bytes",
            "≤ 2,048 bytes"
        );
    }

    private static Task<List<long>> ClaimsInTriageAsync(BenchDesk desk) =>
        desk.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            var claims = await db
                .Claims.Where(c => c.Stage == Stage.Triage)
                .OrderBy(c => c.Id)
                .Take(WarmUp + Reviews)
                .ToListAsync();
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

    private static async Task<(double Starts, double Moves)> MeasureAsync(BenchDesk desk, List<long> claims)
    {
        var inputs = new Dictionary<string, JsonNode?>();
        var watch = Stopwatch.StartNew();
        foreach (var claim in claims)
        {
            Check(
                (
                    await WithEngineAsync(
                        desk,
                        engine => engine.StartAsync(new StartReview(claim, "standard-review", inputs, Checker), default)
                    )
                ).Refusal
            );
        }

        var starts = claims.Count / watch.Elapsed.TotalSeconds;

        var spent = TimeSpan.Zero;
        spent += await DecideAsync(desk, claims, Checker, "Proposed");
        spent += await DecideAsync(desk, claims, Editor, "Approve");
        return (starts, 2 * claims.Count / spent.TotalSeconds);
    }

    private static async Task<TimeSpan> DecideAsync(BenchDesk desk, List<long> claims, Actor who, string decision)
    {
        var tasks = await desk.InScopeAsync(services =>
            services
                .GetRequiredService<DeskDb>()
                .Tasks.Where(t => claims.Contains(t.ClaimId) && t.Status == ReviewTaskStatus.Open)
                .Select(t => new { t.Id, t.ClaimId })
                .ToListAsync()
        );
        var marks = new Dictionary<long, string?>();
        foreach (var task in tasks)
            marks[task.Id] = await desk.MarkAsync(task.ClaimId);
        var watch = Stopwatch.StartNew();
        foreach (var (task, seen) in marks)
        {
            var payload = new JsonObject
            {
                ["rating"] = "true",
                ["rationale"] = "The register, kept by others than the claimant, says the same.",
            };
            Check(
                (
                    await WithEngineAsync(
                        desk,
                        engine => engine.DecideAsync(new DecideTask(task, decision, $"bench-{task}", who, payload, seen), default)
                    )
                ).Refusal
            );
        }

        return watch.Elapsed;
    }

    private static Task<T> WithEngineAsync<T>(BenchDesk desk, Func<IReviewEngine, Task<T>> work) =>
        desk.InScopeAsync(services => work(services.GetRequiredService<IReviewEngine>()));

    private static void Check(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException(refusal.Message);
    }
}
