using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Sqlite;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ClaimTracker.Web.Tests.Data;

/// <summary>Who brings a database up to date, who waits for whom, and what is left alone.</summary>
public sealed class SchemaUpdateTests
{
    private const string Holds = "SELECT pg_advisory_lock(hashtextextended('claimtracker schema', 0))";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_with_nothing_pending_takes_no_lock_and_writes_nothing_on_sqlite()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var migrating = FileLock.TryAlone(SqliteFile.Of(desk.ConnectionString)!.MigratingPath);
        Assert.NotNull(migrating);
        await using var writer = new SqliteConnection(desk.ConnectionString);
        await writer.OpenAsync(Cancel);
        await ExecuteAsync(
            writer,
            "CREATE TABLE IF NOT EXISTS \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, 'left behind')"
        );

        // Nobody else writes while this transaction is under way.
        await ExecuteAsync(writer, "BEGIN IMMEDIATE");
        await using var other = await desk.StartAnotherAsync().WaitAsync(Patience, Cancel);

        using var browser = other.Browser();
        Assert.Equal(200, (await browser.OpenAsync("/methodology")).Status);
    }

    [Fact]
    public async Task A_database_that_the_server_does_not_have_yet_is_made()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Postgres);
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;
        await using (
            var server = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "postgres" }.ConnectionString
            )
        )
        {
            await server.OpenAsync(Cancel);
            await ExecuteAsync(server, $"DROP DATABASE {name}");
        }

        var run = await database.RunAsync("migrate");

        Assert.True(run.Code == 0, run.Error);
    }

    [Fact]
    public async Task A_start_with_nothing_pending_takes_no_lock_and_writes_nothing_on_postgres()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Postgres);
        await using var holder = new NpgsqlConnection(desk.ConnectionString);
        await holder.OpenAsync(Cancel);
        await using var transaction = await holder.BeginTransactionAsync(Cancel);
        await ExecuteAsync(holder, Holds);
        var tables = await desk.QueryAsync(db =>
            db.Database.SqlQuery<string>($"SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = 'public'")
                .ToListAsync(Cancel)
        );
        await ExecuteAsync(holder, $"LOCK TABLE {string.Join(", ", tables.Select(table => $"\"{table}\""))} IN SHARE MODE");

        await using var other = await desk.StartAnotherAsync().WaitAsync(Patience, Cancel);

        using var browser = other.Browser();
        Assert.Equal(200, (await browser.OpenAsync("/methodology")).Status);
    }

    [Fact]
    public async Task A_row_that_a_killed_start_left_behind_keeps_nobody_waiting()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync(Cancel);
            await ExecuteAsync(
                connection,
                "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-11-29 12:00:00')"
            );
        }

        await using var desk = await DeskApp.StartAsync(database).WaitAsync(Patience, Cancel);

        Assert.Equal(0, (await database.RunAsync("verify").WaitAsync(Patience, Cancel)).Code);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Who_waits_for_another_that_migrates_says_so_and_goes_on_when_that_one_is_gone(DatabaseKind kind)
    {
        await using var database = await Database.CreateAsync(kind);
        using var log = new Lines();
        Task<DeskApp> start;
        if (SqliteFile.Of(database.ConnectionString) is { } file)
        {
            using var migrating = FileLock.TryAlone(file.MigratingPath);
            start = DeskApp.StartAsync(database, builder => builder.Logging.AddProvider(log));
            Assert.Contains(
                file.MigratingPath,
                await log.FirstAsync("waiting until it lets go").WaitAsync(Patience, Cancel),
                StringComparison.Ordinal
            );
            Assert.False(start.IsCompleted);
        }
        else
        {
            await using var holder = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString
            );
            await holder.OpenAsync(Cancel);
            await ExecuteAsync(holder, Holds);
            start = DeskApp.StartAsync(database, builder => builder.Logging.AddProvider(log));
            Assert.Contains(
                "advisory lock",
                await log.FirstAsync("waiting until it lets go").WaitAsync(Patience, Cancel),
                StringComparison.Ordinal
            );
            Assert.False(start.IsCompleted);
        }

        await using var desk = await start.WaitAsync(Patience, Cancel);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Several_starts_at_once_on_a_new_database_all_serve(DatabaseKind kind)
    {
        await using var database = await Database.CreateAsync(kind);
        var desks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => DeskApp.StartAsync(database), Cancel)));
        foreach (var desk in desks)
        {
            using var browser = desk.Browser();
            Assert.Equal(200, (await browser.OpenAsync("/methodology")).Status);
        }

        foreach (var desk in desks)
            await desk.DisposeAsync();
        Assert.Equal(0, (await database.RunAsync("verify")).Code);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_guard_that_is_gone_is_named_by_verify_and_made_again_by_migrate_and_by_a_start(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        foreach (var (statement, name) in Lost(kind))
        {
            await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement, Cancel));
            var verified = await desk.Database.RunAsync("verify");
            Assert.Equal(1, verified.Code);
            Assert.Contains($"guards: {name} is gone", verified.Out, StringComparison.Ordinal);

            Assert.Contains(name, (await desk.Database.RunAsync("migrate")).Out, StringComparison.Ordinal);
            Assert.Equal(0, (await desk.Database.RunAsync("verify")).Code);
        }

        await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(Lost(kind)[0].Statement, Cancel));
        await using (await desk.StartAnotherAsync().WaitAsync(Patience, Cancel))
            Assert.Equal(0, (await desk.Database.RunAsync("verify")).Code);
    }

    private static (string Statement, string Name)[] Lost(DatabaseKind kind) =>
        kind == DatabaseKind.Sqlite
            ?
            [
                ("DROP TRIGGER verdicts_published_fixed", "trigger verdicts_published_fixed of verdicts"),
                (
                    "DROP TRIGGER approvals_fixed; CREATE TRIGGER approvals_fixed BEFORE UPDATE ON approvals BEGIN SELECT 1; END",
                    "trigger approvals_fixed of verdicts"
                ),
                ("DROP TABLE claim_search", "table claim_search of claim_search"),
            ]
            :
            [
                ("DROP TRIGGER verdicts_published_fixed ON verdicts", "trigger verdicts_published_fixed of verdicts"),
                ("ALTER TABLE approvals DISABLE TRIGGER approvals_fixed", "trigger approvals_fixed of verdicts"),
                (
                    "DROP TRIGGER evidence_fixed ON evidence; CREATE TRIGGER evidence_fixed BEFORE UPDATE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_late_evidence()",
                    "trigger evidence_fixed of evidence"
                ),
                (
                    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
                    "function refuse_change of 0_functions"
                ),
                ("DROP TABLE claim_search CASCADE", "table claim_search of claim_search"),
            ];

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_database_of_an_older_build_is_named_with_what_to_do(DatabaseKind kind)
    {
        await using var database = await MadeByAsync(kind, "20200101000000_Start");
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => DeskApp.StartAsync(database));
        Assert.Contains("older build (20200101000000_Start)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("claimtracker export > desk.ndjson", refused.Message, StringComparison.Ordinal);
        foreach (
            var verb in new string[][]
            {
                ["verify"],
                ["migrate"],
                ["export"],
                ["import"],
                ["user", "add", "ada", "--role", "editor", "--generate"],
            }
        )
        {
            var answer = await database.RunAsync(verb);
            Assert.Equal(2, answer.Code);
            Assert.Contains("older build", answer.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, false)]
    [InlineData(DatabaseKind.Sqlite, true)]
    [InlineData(DatabaseKind.Postgres, false)]
    [InlineData(DatabaseKind.Postgres, true)]
    public async Task A_database_with_tables_that_no_migration_made_is_left_alone(DatabaseKind kind, bool wasOurs)
    {
        await using var database = wasOurs ? await Database.WithSchemaAsync(kind) : await Database.CreateAsync(kind);
        await database.ExecuteAsync(wasOurs ? "DELETE FROM \"__EFMigrationsHistory\"" : "CREATE TABLE invoices (number integer)");

        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => DeskApp.StartAsync(database));

        Assert.Contains("no note that this program made them. Nothing was changed.", refused.Message, StringComparison.Ordinal);
        Assert.Contains(wasOurs ? "AspNetRoleClaims" : "1 table (invoices)", refused.Message, StringComparison.Ordinal);
        foreach (var verb in new[] { "migrate", "verify", "export" })
        {
            var answer = await database.RunAsync(verb);
            Assert.Equal(2, answer.Code);
            Assert.Contains("Nothing was changed.", answer.Error, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_database_of_a_newer_build_is_not_called_older(DatabaseKind kind)
    {
        await using var database = await MadeByAsync(kind, "29990101000000_Later");
        var refused = await Assert.ThrowsAsync<DatabaseRefusedException>(() => DeskApp.StartAsync(database));
        Assert.Contains("newer build (29990101000000_Later)", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("older", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<Database> MadeByAsync(DatabaseKind kind, string migration)
    {
        var database = await Database.CreateAsync(kind);
        await using var desk = await DeskApp.StartAsync(database);
        await desk.QueryAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE \"__EFMigrationsHistory\" SET migration_id = {migration}")
        );
        return database;
    }

    private static async Task ExecuteAsync(System.Data.Common.DbConnection connection, string statement)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly System.Threading.Channels.Channel<string> _lines =
            System.Threading.Channels.Channel.CreateUnbounded<string>();

        public async Task<string> FirstAsync(string part)
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(Cancel))
            {
                if (line.Contains(part, StringComparison.Ordinal))
                    return line;
            }

            throw new InvalidOperationException();
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _lines.Writer.TryWrite(formatter(state, exception));

        public void Dispose() => _lines.Writer.TryComplete();
    }
}
