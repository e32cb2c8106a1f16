using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Data;

/// <summary>Brings a database up to the version that this program needs: migrations first, then the repeatable scripts.</summary>
public static class SchemaUpdate
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>Applies what is missing.</summary>
    public static async Task MigrateAsync(this IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DeskDb>().UpdateSchemaAsync(CancellationToken.None);
    }

    /// <summary>Applies what is missing and says what it was: names of migrations, then of scripts.</summary>
    public static async Task<IReadOnlyList<string>> UpdateSchemaAsync(this DeskDb db, CancellationToken cancel)
    {
        DatabaseSetup.EnsureFolder(db.Database.GetConnectionString()!);
        var missing = (await db.Database.GetPendingMigrationsAsync(cancel)).ToList();
        if (missing.Count > 0)
        {
            // A migration may make a table anew, and its triggers are gone with the old one. Forgotten before and not after, so that a
            // program that ends between the two leaves scripts that are applied again.
            if ((await db.Database.GetAppliedMigrationsAsync(cancel)).Any())
                await db.SchemaScripts.ExecuteDeleteAsync(cancel);
            await db.Database.MigrateAsync(cancel);
        }

        return [.. missing, .. await ApplyScriptsAsync(db, cancel)];
    }

    private static async Task<IEnumerable<string>> ApplyScriptsAsync(DeskDb db, CancellationToken cancel)
    {
        if ((await ChangedAsync(db, cancel)).Count == 0)
            return [];
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (db.IsPostgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended('schema scripts', 0))", cancel);

        // Another node may have applied them while this one waited.
        var changed = await ChangedAsync(db, cancel);
        foreach (var (name, text) in changed)
        {
            await ApplyAsync(db, text, cancel);
            await db.Database.ExecuteSqlAsync(
                $"INSERT INTO schema_scripts (name, hash) VALUES ({name}, {SchemaScript.HashOf(text)}) ON CONFLICT (name) DO UPDATE SET hash = excluded.hash", cancel);
        }

        await transaction.CommitAsync(cancel);
        db.Database.SetCommandTimeout(patience);
        return changed.Select(script => script.Key);
    }

    private static async Task<List<KeyValuePair<string, string>>> ChangedAsync(DeskDb db, CancellationToken cancel)
    {
        var applied = await db.SchemaScripts.AsNoTracking().ToDictionaryAsync(script => script.Name, script => script.Hash, cancel);
        return [.. SchemaScript.TextsFor(db).Where(script => applied.GetValueOrDefault(script.Key) != SchemaScript.HashOf(script.Value))];
    }

    private static async Task ApplyAsync(DeskDb db, string text, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandTimeout = (int)Patience.TotalSeconds;
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(cancel);
    }
}
