using System.CommandLine;
using System.Globalization;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary>
/// <c>restore</c>: puts a backup in the place of a SQLite desk that nobody has open, all of it or nothing, and keeps what it
/// replaces.
/// </summary>
internal static class RestoreCommand
{
    public static Command Create(CommandStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "A backup." };
        var overwrite = new Option<bool>("--overwrite")
        {
            Description = "Replace a database that holds something; what it held is kept beside it.",
        };
        return new Command("restore", "Puts a backup in the place of the database (SQLite). Stop the server first.")
        {
            file,
            overwrite,
        }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                var source = parsed.GetRequiredValue(file);
                var db = services.GetRequiredService<DeskDb>();
                if (SqliteFile.Of(db.Database.GetConnectionString()!) is not { } place)
                {
                    throw new InputException(
                        $"PostgreSQL brings better tools of its own: pg_restore --clean --if-exists --dbname=DATABASE {source}"
                    );
                }

                if (!File.Exists(source))
                    throw new InputException($"{source}: there is no such file.");
                var isThere = File.Exists(place.Path) && new FileInfo(place.Path).Length > 0;
                if (isThere && !parsed.GetValue(overwrite))
                    throw new InputException($"{place.Path}: holds a database already; say --overwrite to replace it.");
                var beside = place.Path + ".restoring";
                string? kept;
                try
                {
                    Copy(source, beside);
                    await RefuseStrangersAsync(db, beside, place, cancel);
                    kept = Replace(place, beside, isThere, services.GetRequiredService<TimeProvider>().GetUtcNow());
                }
                finally
                {
                    SqliteCopy.Delete(beside);
                }

                await db.UpdateSchemaAsync(cancel);
                await streams.WriteLineAsync(
                    $"Restored {source} to {place.Path}.{(kept is null ? "" : $" What was there is kept as {kept}.")}"
                );
                return CommandLine.Done;
            },
            DatabaseUse.Alone
        );
    }

    private static void Copy(string source, string beside)
    {
        using var backup = SqliteCopy.Open(source, SqliteOpenMode.ReadOnly);
        SqliteCopy.Check(backup, source);
        SqliteCopy.Delete(beside);
        PrivateFile.Make(beside);
        using var copy = SqliteCopy.Open(beside, SqliteOpenMode.ReadWrite);
        backup.BackupDatabase(copy);
    }

    // Named before anything is replaced.
    private static async Task RefuseStrangersAsync(DeskDb db, string beside, SqliteFile place, CancellationToken cancel)
    {
        var connection = db.Database.GetConnectionString();
        db.Database.SetConnectionString(
            new SqliteConnectionStringBuilder(connection) { DataSource = beside, Pooling = false }.ConnectionString
        );
        await SchemaState.OfAsync(db, cancel);
        db.Database.SetConnectionString(connection);
    }

    /// <summary>
    /// The one moment in which the desk changes is a rename: before it the old file has the name, after it the new one.
    /// </summary>
    /// <returns>What the old file is called now; null where there was none.</returns>
    private static string? Replace(SqliteFile place, string beside, bool isThere, DateTimeOffset now)
    {
        if (!isThere)
        {
            SqliteCopy.DeleteLog(place.Path);
            File.Move(beside, place.Path, overwrite: true);
            return null;
        }

        var stamp = place.Path + ".replaced-" + now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var kept = Enumerable
            .Range(1, int.MaxValue)
            .Select(n => n == 1 ? stamp : string.Create(CultureInfo.InvariantCulture, $"{stamp}-{n}"))
            .First(name => !File.Exists(name));

        // A log that stayed would be read as the new file's. One that SQLite cannot bring into the old file is kept with it.
        SqliteConnection.ClearAllPools();
        if (File.Exists(place.Path + "-wal"))
            File.Copy(place.Path + "-wal", kept + "-wal");
        if (SqliteCopy.Settle(place.Path))
            File.Delete(kept + "-wal");
        SqliteCopy.DeleteLog(place.Path);
        File.Replace(beside, place.Path, kept);
        return kept;
    }
}
