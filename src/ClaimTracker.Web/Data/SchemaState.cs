using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Data;

/// <summary>What a database lacks of what this program needs.</summary>
/// <param name="IsNew">True where no migration was applied yet.</param>
/// <param name="Migrations">Names of migrations that were not applied.</param>
/// <param name="Scripts">Repeatable scripts whose text is not the one applied last, by name.</param>
/// <param name="Gone">What is gone, or reads otherwise, of what the other scripts have made, by the script's name.</param>
internal sealed record SchemaState(
    bool IsNew,
    IReadOnlyList<string> Migrations,
    IReadOnlyList<KeyValuePair<string, string>> Scripts,
    IReadOnlyList<KeyValuePair<string, string>> Gone
)
{
    /// <summary>True where nothing is lacking.</summary>
    public bool IsCurrent => Migrations.Count + Scripts.Count + Gone.Count == 0;

    /// <summary>What was never applied, migrations first.</summary>
    public IReadOnlyList<string> Pending => [.. Migrations, .. Scripts.Select(script => script.Key)];

    /// <summary>What is gone, in words.</summary>
    public IReadOnlyList<string> GoneNames => [.. Gone.Select(gone => $"{gone.Value} of {gone.Key}")];

    /// <summary>Reads it, and nothing else: no lock is waited for and nothing is written.</summary>
    /// <exception cref="DatabaseRefusedException">The database was made by another build, or by another program.</exception>
    public static async Task<SchemaState> OfAsync(DeskDb db, CancellationToken cancel)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var known = db.Database.GetMigrations().ToList();
        if (applied.Except(known).Order(StringComparer.Ordinal).LastOrDefault() is { } stranger)
        {
            throw new DatabaseRefusedException(
                Message(stranger, string.CompareOrdinal(stranger, known.Max(StringComparer.Ordinal)) < 0)
            );
        }

        if (applied.Count == 0 && await TablesAsync(db, cancel) is { Count: > 0 } tables)
            throw new DatabaseRefusedException(Message(tables));

        var hashes =
            applied.Count == 0
                ? []
                : await db.SchemaScripts.AsNoTracking().ToDictionaryAsync(script => script.Name, script => script.Hash, cancel);

        // Of a database that is not there yet nothing can be asked.
        IReadOnlySet<string> held = applied.Count == 0 ? new HashSet<string>() : await SchemaGuards.HeldAsync(db, cancel);
        var scripts = SchemaScript.TextsFor(db);
        var pending = scripts.Where(script => hashes.GetValueOrDefault(script.Key) != SchemaScript.HashOf(script.Value)).ToList();
        return new SchemaState(
            applied.Count == 0,
            [.. known.Except(applied)],
            pending,
            [
                .. scripts
                    .Except(pending)
                    .SelectMany(script =>
                        SchemaGuards
                            .Missing(held, script.Value, db.IsPostgres)
                            .Select(what => KeyValuePair.Create(script.Key, what))
                    ),
            ]
        );
    }

    // What stands in a database in which no migration was noted; EF's own tables are made before the first.
    private static async Task<IReadOnlyList<string>> TablesAsync(DeskDb db, CancellationToken cancel)
    {
        if (!await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancel))
            return [];
        var tables = db.IsPostgres
            ? "SELECT tablename AS \"Value\" FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
            : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1";
        var found = await db.Database.SqlQueryRaw<string>(tables).ToListAsync(cancel);
        return found.FindAll(name => !name.StartsWith("__EFMigrations", StringComparison.Ordinal));
    }

    private static string Message(IReadOnlyList<string> tables) =>
        $"""
            The database holds {Plural.Of(tables.Count, "table")} ({string.Join(", ", tables.Take(3))}{(
                tables.Count > 3 ? ", …" : ""
            )}) and no note that this program made them. Nothing was changed.
              Name another database in ConnectionStrings:ClaimTracker: one that is empty, or is not there yet, is filled.
              Where it was this program's and lost that note, bring back a backup: claimtracker restore FILE
            """;

    private static string Message(string stranger, bool isOlder) =>
        isOlder
            ? $"""
                The database is of an older build ({stranger}), which this program does not carry over. Nothing was changed.
                  Write it out with the program that it comes from: claimtracker export > desk.ndjson
                  Then read that into a new database with this program: claimtracker import desk.ndjson
                  An export holds articles, claims and what was decided on them; people, and reviews under way, are not in it.
                """
            : $"""
                The database is of a newer build ({stranger}) than this program. Nothing was changed.
                  Use the program that it was made with, or name another database in ConnectionStrings:ClaimTracker.
                """;
}
