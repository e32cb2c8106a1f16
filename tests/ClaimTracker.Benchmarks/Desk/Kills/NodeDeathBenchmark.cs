using System.Diagnostics;
using ClaimTracker.Benchmarks.Load;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>
/// Two nodes on one PostgreSQL, one of which is killed in the middle of a job: how long until the other goes on with it. It is
/// asked each minute, so that a minute and what a look at Hangfire's queue takes is what there is to wait.
/// </summary>
internal static class NodeDeathBenchmark
{
    private const int Rounds = 5;
    private const int Pages = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task RunAsync()
    {
        Table.Begin("A node killed in the middle of a job, and another beside it (PostgreSQL)");
        if (BenchDesk.Server is not { } server)
        {
            Table.Row("time until the other goes on", "skipped: CLAIMTRACKER_TEST_POSTGRES names no server");
            return;
        }

        await using var site = await SlowSite.StartAsync();
        List<double> seconds = [];
        for (var round = 0; round < Rounds; round++)
            seconds.Add((await KillAsync(site, server)).TotalSeconds);
        Table.Row(
            $"time until the other goes on, {Rounds} kills",
            $"median {seconds.Order().ElementAt(Rounds / 2):0} s, longest {seconds.Max():0} s",
            "its next minute: ≤ 65 s",
            string.Join(", ", seconds.Select(s => $"{s:0}"))
        );
    }

    private static async Task<TimeSpan> KillAsync(SlowSite site, string server)
    {
        await using var desk = await BenchDesk.StartAsync(server, claims: 0);
        await desk.InScopeAsync(services => AddPagesAsync(services.GetRequiredService<DeskDb>(), site.Address));
        string[] options = ["--Jobs:Enabled", "true", "--Intake:AllowPrivateAddresses", "true", "--Looks:Pause", "00:00:00"];
        var first = await ServerNode.StartAsync(desk.ConnectionString, options);
        var before = site.Visits;
        await site.VisitAsync(after: before + 2);
        await using var other = await ServerNode.StartAsync(desk.ConnectionString, options);

        await first.DisposeAsync();

        // What was under way when it died may have been asked for already.
        var asked = site.Visits;
        var watch = Stopwatch.StartNew();
        await site.VisitAsync(after: asked);
        return watch.Elapsed;
    }

    private static async Task<bool> AddPagesAsync(DeskDb db, string address)
    {
        var now = BenchDesk.Now;
        const string Wording = "The harbour received 412 ships in May.";
        for (var number = 0; number < Pages / Claim.MaxEvidence + 1; number++)
        {
            var claim = new Claim(
                Wording,
                "count",
                0.9,
                new ClaimDetails(),
                new Appearance(
                    new Article("Ships", "A paper", $"{Wording} No. {number}.", now, "system:bench"),
                    0,
                    Wording.Length
                ),
                now
            );
            for (var i = 0; i < Claim.MaxEvidence; i++)
            {
                claim.AddEvidence(
                    new Evidence(
                        "The harbour",
                        $"{address}/{number}/{i}",
                        Wording,
                        Stance.Supports,
                        "harbour",
                        "system:bench",
                        now
                    ),
                    now
                );
            }

            db.Claims.Add(claim);
        }

        await db.SaveChangesAsync();
        return true;
    }

    /// <summary>A web site that takes its time.</summary>
    private sealed class SlowSite(WebApplication app) : IAsyncDisposable
    {
        private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

        private int _visits;

        public int Visits => Volatile.Read(ref _visits);

        public string Address => app.Urls.Single();

        public static async Task<SlowSite> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            var site = new SlowSite(app);
            app.Run(site.AnswerAsync);
            await app.StartAsync();
            return site;
        }

        /// <summary>Waits for a visit after so many.</summary>
        public async Task VisitAsync(int after)
        {
            for (var watch = Stopwatch.StartNew(); Visits <= after; await Task.Delay(50))
            {
                if (watch.Elapsed > Patience)
                    throw new TimeoutException($"No page was looked at within {Patience}.");
            }
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task AnswerAsync(HttpContext context)
        {
            Interlocked.Increment(ref _visits);
            await Task.Delay(Pause, context.RequestAborted);
            await context.Response.WriteAsync("The harbour received 412 ships in May.", context.RequestAborted);
        }
    }
}
