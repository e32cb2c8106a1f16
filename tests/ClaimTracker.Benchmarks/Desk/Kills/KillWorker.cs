using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Data.Postgres;
using ClaimTracker.Web.Data.Sqlite;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Startup;
using ClaimTracker.Workflows.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>
/// The process that is killed: the desk's own engine and nothing else of the server. It reads moves, a line each, makes them, and
/// answers each in a line once it has committed.
/// </summary>
internal static class KillWorker
{
    public const string Verb = "kill-worker";
    private static readonly Actor Checker = new("ada", new HashSet<string> { Roles.FactChecker });
    private static readonly Actor Editor = new("eve", new HashSet<string> { Roles.Editor });

    /// <param name="args">Connection string, point, number of the move, microseconds into it.</param>
    public static async Task RunAsync(string[] args)
    {
        var death = new DeathAt(Enum.Parse<KillPoint>(args[1]), Number(args[2]), TimeSpan.FromMicroseconds(Number(args[3])));
        await using var app = Build(args[0], death);
        await app.Services.GetRequiredService<WorkflowLibrary>().LoadAsync(CancellationToken.None);
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } line)
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Acting>().Name = "system:kills";
            var refusal = await MoveAsync(scope.ServiceProvider.GetRequiredService<IReviewEngine>(), line.Split(' '));
            Console.WriteLine(refusal?.Code ?? "ok");
        }
    }

    private static async Task<Refusal?> MoveAsync(IReviewEngine engine, string[] move)
    {
        var id = long.Parse(move[1], CultureInfo.InvariantCulture);
        return move[0] switch
        {
            "start" => (
                await engine.StartAsync(
                    new StartReview(id, "standard-review", new Dictionary<string, JsonNode?>(), Checker),
                    default
                )
            ).Refusal,
            "Proposed" => (await DecideAsync(engine, id, Checker, move)).Refusal,
            _ => (await DecideAsync(engine, id, Editor, move)).Refusal,
        };
    }

    private static Task<Result<DecisionReceipt>> DecideAsync(IReviewEngine engine, long task, Actor who, string[] move)
    {
        var payload = new JsonObject
        {
            ["rating"] = "true",
            ["rationale"] = "The register, kept by others than the claimant, says the same.",
        };
        return engine.DecideAsync(
            new DecideTask(task, move[0], move[2], who, payload, move.Length > 3 && move[3].Length > 0 ? move[3] : null),
            default
        );
    }

    private static WebApplication Build(string connection, DeathAt death)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection([
            new("ConnectionStrings:ClaimTracker", connection),
            new("Jobs:Enabled", "false"),
        ]);
        builder.Logging.ClearProviders();
        builder.AddClaimTracker();
        builder.Services.ConfigureDbContext<SqliteDeskDb>(options => options.AddInterceptors(death));
        builder.Services.ConfigureDbContext<PostgresDeskDb>(options => options.AddInterceptors(death));
        return builder.Build();
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
