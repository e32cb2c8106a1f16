using ClaimTracker.Web.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ClaimTracker.Web.Data;

/// <summary>
/// The turn to bring a database up to date: one process at a time. It rests on a lock of the operating system beside a SQLite
/// file, and on PostgreSQL on one of the connection's, so that it ends with the process that has it.
/// </summary>
internal static class MigrationTurn
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan SayAgain = TimeSpan.FromMinutes(1);

    /// <summary>Waits for the turn, and says in the log what it waits for; disposing the result ends it.</summary>
    public static async Task<IAsyncDisposable> WaitAsync(DeskDb db, CancellationToken cancel)
    {
        var file = SqliteFile.Of(db.Database.GetConnectionString()!);
        var what = file?.MigratingPath ?? "an advisory lock of the database";
        for (var waited = TimeSpan.Zero; ; waited += Again)
        {
            if (await TryAsync(db, file, cancel) is { } turn)
                return turn;
            if (waited.Ticks % SayAgain.Ticks == 0)
            {
                db.GetService<ILoggerFactory>()
                    .CreateLogger(typeof(SchemaUpdate))
                    .LogWarning("Another process is bringing the database up to date; waiting until it lets go of {What}", what);
            }

            await Task.Delay(Again, cancel);
        }
    }

    private static async Task<IAsyncDisposable?> TryAsync(DeskDb db, SqliteFile? file, CancellationToken cancel)
    {
        if (db.IsPostgres)
            return await TryConnectionAsync(db, cancel);
        if (file is null)
            return new Migrating(() => ValueTask.CompletedTask);
        return FileLock.TryAlone(file.MigratingPath) is { } held ? new Migrating(() => Let(held)) : null;

        static ValueTask Let(FileLock held)
        {
            held.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    // The connection stays open, so whatever is done in the turn is done on it.
    private static async Task<IAsyncDisposable?> TryConnectionAsync(DeskDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        if (
            await db
                .Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock(hashtextextended('claimtracker schema', 0)) AS \"Value\"")
                .SingleAsync(cancel)
        )
        {
            return new Migrating(async () =>
            {
                try
                {
                    // A pooled connection is cleared only when it is used again.
                    await db.Database.ExecuteSqlAsync(
                        $"SELECT pg_advisory_unlock(hashtextextended('claimtracker schema', 0))",
                        CancellationToken.None
                    );
                }
                finally
                {
                    await db.Database.CloseConnectionAsync();
                }
            });
        }

        await db.Database.CloseConnectionAsync();
        return null;
    }

    private sealed class Migrating(Func<ValueTask> end) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => end();
    }
}
