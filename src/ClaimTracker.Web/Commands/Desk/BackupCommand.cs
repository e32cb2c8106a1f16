using System.CommandLine;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary>
/// <c>backup</c>: a whole copy of a SQLite desk, taken while the server runs, without the keys that sign people in.
/// </summary>
internal static class BackupCommand
{
    public static Command Create(CommandStreams streams)
    {
        var file = new Argument<string>("FILE") { Description = "Where the copy goes; it must not exist." };
        return new Command("backup", "Copies the database while the server goes on working (SQLite).") { file }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                var target = parsed.GetRequiredValue(file);
                var db = services.GetRequiredService<DeskDb>();
                if (db.IsPostgres)
                {
                    throw new InputException(
                        $"PostgreSQL brings better tools of its own: pg_dump --format=custom --exclude-table-data=data_protection_keys --file={target} DATABASE"
                    );
                }

                if (File.Exists(target))
                    throw new InputException($"{target}: is there already; name another file, so that no backup is overwritten.");
                await db.Database.OpenConnectionAsync(cancel);
                var beside = target + ".part";
                try
                {
                    Copy((SqliteConnection)db.Database.GetDbConnection(), beside, target);

                    // It gets the name of a backup once it is whole.
                    File.Move(beside, target);
                }
                finally
                {
                    SqliteCopy.Delete(beside);
                }

                await streams.WriteLineAsync($"Backed up to {target} ({new FileInfo(target).Length:N0} bytes).");
                return CommandLine.Done;
            },
            DatabaseUse.AsItIs
        );
    }

    private static void Copy(SqliteConnection desk, string beside, string target)
    {
        SqliteCopy.Delete(beside);
        PrivateFile.Make(beside);
        using var copy = SqliteCopy.Open(beside, SqliteOpenMode.ReadWrite);
        desk.BackupDatabase(copy);
        SqliteCopy.Check(copy, target);

        // Whoever holds these keys can make a cookie that signs in anybody. Deleted rows stay in a file's free pages until it is
        // made anew.
        copy.Run("PRAGMA journal_mode = DELETE; DELETE FROM data_protection_keys; VACUUM");
    }
}
