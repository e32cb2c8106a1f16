using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ClaimTracker.Web.Data;

/// <summary>Brings a database up to the version that this program needs: migrations first, then the repeatable scripts.</summary>
public static class SchemaUpdate
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>
    /// Applies what is missing and says what it was. Where nothing is, no lock is taken and nothing is written.
    /// </summary>
    /// <exception cref="DatabaseRefusedException">The database was made by another build.</exception>
    public static async Task<IReadOnlyList<string>> UpdateSchemaAsync(this DeskDb db, CancellationToken cancel)
    {
        if ((await SchemaState.OfAsync(db, cancel)).IsCurrent)
            return [];
        if (db.IsPostgres)
            await MakeDatabaseAsync(db, cancel);
        await using var turn = await MigrationTurn.WaitAsync(db, cancel);

        // Another process may have done it while this one waited.
        var state = await SchemaState.OfAsync(db, cancel);
        if (state.Migrations.Count > 0)
        {
            await MigrateAsync(db, state, cancel);
            state = state with { Scripts = [.. SchemaScript.TextsFor(db)], Gone = [] };
        }

        await ApplyAsync(
            db,
            [.. SchemaScript.TextsFor(db).Where(s => state.Scripts.Contains(s) || state.Gone.Any(gone => gone.Key == s.Key))],
            cancel
        );
        if (state.Gone.Count > 0)
        {
            db.GetService<ILoggerFactory>()
                .CreateLogger(typeof(SchemaUpdate))
                .LogWarning(
                    "The database had lost {Gone}, or had it otherwise than this program makes it; it was made again. Find out who changed that, and what was written meanwhile",
                    string.Join(", ", state.GoneNames)
                );
        }

        return [.. state.Pending, .. state.GoneNames];
    }

    private static async Task MigrateAsync(DeskDb db, SchemaState state, CancellationToken cancel)
    {
        // EF's own lock on SQLite is a row, which stays behind where a process ends while it migrates; who has the turn knows
        // that it is left over.
        if (
            !db.IsPostgres
            && await db
                .Database.SqlQuery<long>($"SELECT count(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'")
                .SingleAsync(cancel) > 0
        )
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancel);
        }

        // A migration may make a table anew, and its triggers are gone with the old one. Forgotten before and not after, so that
        // a program that ends between the two leaves scripts that are applied again.
        if (!state.IsNew)
            await db.SchemaScripts.ExecuteDeleteAsync(cancel);
        await db.Database.MigrateAsync(cancel);
    }

    private static async Task ApplyAsync(DeskDb db, IReadOnlyList<KeyValuePair<string, string>> scripts, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var (name, text) in scripts)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction.GetDbTransaction();
            command.CommandTimeout = (int)Patience.TotalSeconds;
            command.CommandText = text;
            await command.ExecuteNonQueryAsync(cancel);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO schema_scripts (name, hash) VALUES ({name}, {SchemaScript.HashOf(text)}) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash",
                cancel
            );
        }

        await transaction.CommitAsync(cancel);
    }

    // On a server that has no such database yet; the turn is a lock in it.
    private static async Task MakeDatabaseAsync(DeskDb db, CancellationToken cancel)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancel))
            return;
        try
        {
            await creator.CreateAsync(cancel);
        }
        catch (PostgresException faster)
            when (faster.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node has made it.
        }
    }
}
