using Microsoft.Data.Sqlite;
using Npgsql;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>Which database a test runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>A database of a test's own, gone when the test is.</summary>
public sealed class Database : IAsyncDisposable
{
    private const string ServerVariable = "CLAIMTRACKER_TEST_POSTGRES";

    private readonly string? _file;

    private Database(string connectionString, string? file) => (ConnectionString, _file) = (connectionString, file);

    public string ConnectionString { get; }

    /// <summary>Every database that tests run on; PostgreSQL is skipped, with the reason, where no server is named.</summary>
    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    public static async Task<Database> CreateAsync(DatabaseKind kind)
    {
        var name = "claimtracker_" + Guid.NewGuid().ToString("N")[..12];
        if (kind == DatabaseKind.Sqlite)
        {
            var path = Path.Combine(Path.GetTempPath(), name + ".db");
            return new Database($"Data Source={path}", path);
        }

        var server = Environment.GetEnvironmentVariable(ServerVariable);
        Machine.SkipUnless(
            !string.IsNullOrEmpty(server),
            $"No PostgreSQL: {ServerVariable} names no server. `bash tests/run` starts one."
        );
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new Database(
            new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40 }.ConnectionString,
            null
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (_file is not null)
        {
            SqliteConnection.ClearAllPools();
            foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + "*"))
                File.Delete(path);
            return;
        }

        NpgsqlConnection.ClearAllPools();
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(ServerVariable));
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"DROP DATABASE {name} WITH (FORCE)", connection);
        await drop.ExecuteNonQueryAsync();
    }
}
