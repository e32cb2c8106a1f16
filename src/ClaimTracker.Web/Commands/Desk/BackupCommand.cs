using System.CommandLine;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary><c>backup</c> and <c>restore</c>: a whole copy of a SQLite desk, taken while the server runs.</summary>
internal static class BackupCommand
{
    public static Command CreateBackup(CommandStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes; it must not exist." };
        return new Command("backup", "Copies the database while the server goes on working (SQLite).") { file }.OnDatabase(streams, async (parsed, services, cancel) =>
        {
            var target = parsed.GetRequiredValue(file);
            var db = services.GetRequiredService<DeskDb>();
            RefusePostgres(db, $"pg_dump --format=custom --file={target} DATABASE");
            if (File.Exists(target))
                throw new InputException($"{target}: is there already; name another file, so that no backup is overwritten.");
            await db.Database.OpenConnectionAsync(cancel);
            var beside = target + ".part";
            File.Delete(beside);
            await using (var copy = Open(beside, SqliteOpenMode.ReadWriteCreate))
            {
                ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(copy);
                Check(copy, target);
            }

            // A copy that was cut off never carries the name of a backup.
            File.Move(beside, target);
            await streams.WriteLineAsync($"Backed up to {target} ({new FileInfo(target).Length:N0} bytes).");
            return CommandLine.Done;
        }, migrate: false);
    }

    public static Command CreateRestore(CommandStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "A backup." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace a database that holds something. Stop the server first." };
        return new Command("restore", "Puts a backup in the place of the database (SQLite).") { file, overwrite }.OnDatabase(streams, async (parsed, services, cancel) =>
        {
            var source = parsed.GetRequiredValue(file);
            var db = services.GetRequiredService<DeskDb>();
            RefusePostgres(db, $"pg_restore --clean --if-exists --dbname=DATABASE {source}");
            if (!File.Exists(source))
                throw new InputException($"{source}: there is no such file.");
            DatabaseSetup.EnsureFolder(db.Database.GetConnectionString()!);
            await using var backup = Open(source, SqliteOpenMode.ReadOnly);
            Check(backup, source);
            var place = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
            if (File.Exists(place) && new FileInfo(place).Length > 0 && !parsed.GetValue(overwrite))
                throw new InputException($"{place}: holds a database already; stop the server and say --overwrite to replace it.");
            await db.Database.OpenConnectionAsync(cancel);
            backup.BackupDatabase((SqliteConnection)db.Database.GetDbConnection());
            await db.UpdateSchemaAsync(cancel);
            await streams.WriteLineAsync($"Restored {source} to {place}.");
            return CommandLine.Done;
        }, migrate: false);
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static void Check(SqliteConnection copy, string name)
    {
        try
        {
            using var command = copy.CreateCommand();
            command.CommandText = "PRAGMA quick_check(1)";
            var answer = (string?)command.ExecuteScalar();
            command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name IN ('claims', 'audit_entries')";
            if (answer == "ok" && (long)command.ExecuteScalar()! == 2)
                return;
        }
        catch (SqliteException)
        {
            // Not a database at all: the same answer.
        }

        throw new InputException($"{name}: is no sound ClaimTracker database.");
    }

    private static void RefusePostgres(DeskDb db, string instead)
    {
        if (db.IsPostgres)
            throw new InputException($"PostgreSQL brings better tools of its own: {instead}");
    }
}
