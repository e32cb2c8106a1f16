using ClaimTracker.Benchmarks.Desk;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>
/// A seeded database that is kept from run to run, since a million claims take a while. It is named after the schema and the
/// number of claims, and marked as whole only once the seed has ended; what an interrupted run left is dropped.
/// </summary>
internal static class KeptDesk
{
    /// <summary>Where SQLite's files are kept.</summary>
    public static string Folder => Path.Combine(Path.GetTempPath(), "claimtracker-kept");

    /// <summary>
    /// The connection string of a desk with so many claims and one person who may do everything; seeded where it is not there
    /// yet.
    /// </summary>
    /// <param name="server">A PostgreSQL server, or null for SQLite.</param>
    /// <param name="claims">How many.</param>
    public static async Task<string> OpenAsync(string? server, int claims)
    {
        var name = $"claimtracker_kept_{claims}_{Schema(server)}";
        Directory.CreateDirectory(Folder);
        var whole = Path.Combine(Folder, name + (server is null ? ".sqlite" : ".postgres") + ".whole");
        var connection = server is null
            ? $"Data Source={Path.Combine(Folder, name + ".db")}"
            : new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
        if (File.Exists(whole))
            return connection;
        await DropAsync(server, name);
        await using (var desk = await BenchDesk.OpenAsync(connection))
        {
            await desk.SeedAsync(claims);
            await desk.AddPeopleAsync(1, Roles.OfPeople);
            if (server is not null)
                await desk.InScopeAsync(services => TidyAsync(services.GetRequiredService<DeskDb>()));
        }

        await File.WriteAllTextAsync(whole, "");
        return connection;
    }

    // What autovacuum would have done by the time that a desk has so many claims.
    private static Task<int> TidyAsync(DeskDb db)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(15));
        return db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
    }

    // A pair of migrations made anew has another id: what was seeded before it is of no use.
    private static string Schema(string? server)
    {
        using var app = WebServerOf(server is null ? "Data Source=:memory:" : server);
        using var scope = app.CreateScope();
        return scope.ServiceProvider.GetRequiredService<DeskDb>().Database.GetMigrations().Last().Split('_')[0];
    }

    private static ServiceProvider WebServerOf(string connection) =>
        new ServiceCollection().AddSingleton(TimeProvider.System).AddDeskDatabase(connection).BuildServiceProvider();

    private static async Task DropAsync(string? server, string name)
    {
        foreach (var file in Directory.GetFiles(Folder, name + ".db*"))
            File.Delete(file);
        if (server is null)
            return;
        await using var source = NpgsqlDataSource.Create(server);
        foreach (var statement in new[] { $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", $"CREATE DATABASE {name}" })
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }
}
