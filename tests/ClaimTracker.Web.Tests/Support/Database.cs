using System.Data.Common;
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

    /// <summary>An empty one.</summary>
    public static Task<Database> CreateAsync(DatabaseKind kind) => CreateAsync(kind, null);

    /// <summary>One with the schema and nothing else in it.</summary>
    public static async Task<Database> WithSchemaAsync(DatabaseKind kind) =>
        await CreateAsync(kind, await SchemaTemplate.OfAsync(kind));

    private static async Task<Database> CreateAsync(DatabaseKind kind, Database? template)
    {
        var name = "claimtracker_" + Guid.NewGuid().ToString("N")[..12];
        if (kind == DatabaseKind.Sqlite)
        {
            var path = Path.Combine(Path.GetTempPath(), name + ".db");
            if (template is not null)
                File.Copy(template._file!, path);
            return new Database($"Data Source={path}", path);
        }

        var server = Environment.GetEnvironmentVariable(ServerVariable);
        Machine.SkipUnless(
            !string.IsNullOrEmpty(server),
            $"No PostgreSQL: {ServerVariable} names no server. `bash tests/run` starts one."
        );
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        var copied = template is null ? "" : " TEMPLATE " + new NpgsqlConnectionStringBuilder(template.ConnectionString).Database;
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}{copied}", connection);
        await create.ExecuteNonQueryAsync();

        // All that the program adds to a connection string is in it already, so that its connections stand in one pool with ours.
        return new Database(
            new NpgsqlConnectionStringBuilder(server)
            {
                Database = name,
                MaxPoolSize = 40,
                MaxAutoPrepare = 300,
            }.ConnectionString,
            null
        );
    }

    /// <summary>Closes the connections that are kept open for the next who asks; those of other tests stay.</summary>
    public void ClosePool()
    {
        if (_file is not null)
        {
            using var sqlite = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(sqlite);
            return;
        }

        using var postgres = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(postgres);
    }

    /// <summary>Runs a statement, as whoever may write to the database could without the program.</summary>
    public async Task ExecuteAsync(string statement)
    {
        await using DbConnection connection = _file is null
            ? new NpgsqlConnection(ConnectionString)
            : new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        ClosePool();
        if (_file is not null)
        {
            foreach (var path in Directory.EnumerateFiles(Path.GetDirectoryName(_file)!, Path.GetFileName(_file) + "*"))
                File.Delete(path);
            return;
        }

        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable(ServerVariable));
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"DROP DATABASE {name} WITH (FORCE)", connection);
        await drop.ExecuteNonQueryAsync();
    }
}
