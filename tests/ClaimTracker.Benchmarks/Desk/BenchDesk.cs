using ClaimTracker.Benchmarks.Seeding;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>The desk's own services on a database that is gone afterwards, filled with made-up claims.</summary>
internal sealed class BenchDesk : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _folder;
    private readonly string? _server;

    private BenchDesk(WebApplication app, string connectionString, string? folder, string? server) =>
        (_app, ConnectionString, _folder, _server) = (app, connectionString, folder, server);

    /// <summary>Of everybody whom a benchmark adds.</summary>
    public const string Password = "correct horse battery";

    /// <summary>A PostgreSQL server to measure on, or null.</summary>
    public static string? Server =>
        Environment.GetEnvironmentVariable("CLAIMTRACKER_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    public string ConnectionString { get; }

    public static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>A desk on SQLite, or on <paramref name="server"/>.</summary>
    public static async Task<BenchDesk> StartAsync(string? server, int claims)
    {
        var name = "claimtracker_bench_" + Guid.NewGuid().ToString("N")[..8];
        var folder = server is null ? Directory.CreateTempSubdirectory(name).FullName : null;
        if (server is not null)
            await ExecuteAsync(server, $"CREATE DATABASE {name}");
        var connection = server is null
            ? $"Data Source={Path.Combine(folder!, "desk.db")}"
            : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        var desk = await OpenAsync(connection, folder, server);
        await desk.SeedAsync(claims);
        return desk;
    }

    /// <summary>A desk on a database that stays.</summary>
    public static Task<BenchDesk> OpenAsync(string connection) => OpenAsync(connection, null, null);

    private static async Task<BenchDesk> OpenAsync(string connection, string? folder, string? server)
    {
        var app = await WebServer.BuildAsync([
            "--urls",
            "http://127.0.0.1:0",
            "--ConnectionStrings:ClaimTracker",
            connection,
            "--Jobs:Enabled",
            "false",
            "--Logging:LogLevel:Microsoft",
            "Error",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime",
            "Error",
        ]);
        // Elsa, where it is chosen, makes its tables when the server starts.
        await app.StartAsync();
        return new BenchDesk(app, connection, folder, server);
    }

    /// <summary>Adds made-up claims.</summary>
    public Task SeedAsync(int claims) =>
        InScopeAsync(async services =>
        {
            await DeskSeed.Of(services).AddAsync(claims, Now, _ => { }, CancellationToken.None);
            return true;
        });

    /// <summary>The name of one of the people whom <see cref="AddPeopleAsync"/> adds.</summary>
    public static string Person(int number) => $"person{number}";

    /// <summary>Adds people, fact-checkers and editors where it is not said otherwise.</summary>
    public async Task AddPeopleAsync(int count, IReadOnlyCollection<string>? roles = null)
    {
        for (var i = 0; i < count; i++)
        {
            var added = await InScopeAsync(services =>
                services
                    .GetRequiredService<PersonRegister>()
                    .AddAsync(Person(i), Password, roles ?? [Roles.FactChecker, Roles.Editor], CancellationToken.None)
            );
            if (added.Refusal is { } refusal)
                throw new InvalidOperationException(refusal.Message);
        }
    }

    /// <summary>Runs work in a scope of its own, as a request does.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Name = "system:bench";
        return await work(scope.ServiceProvider);
    }

    /// <summary>What an approver of the claim's proposal has in view; null where none is proposed.</summary>
    public Task<string?> MarkAsync(long claimId) =>
        InScopeAsync(async services =>
            (
                await services
                    .GetRequiredService<DeskDb>()
                    .Claims.AsNoTracking()
                    .Include(c => c.Evidence)
                    .Include(c => c.Verdicts)
                    .SingleAsync(c => c.Id == claimId)
            ).ProposalMark
        );

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        SqliteConnection.ClearAllPools();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
        if (_server is null)
            return;
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(_server, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)");
    }

    private static async Task ExecuteAsync(string server, string statement)
    {
        await using var source = NpgsqlDataSource.Create(server);
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
