using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Bulk;

/// <summary>Keys for rows that are written in bulk, taken before they are written.</summary>
internal static class BulkKeys
{
    /// <summary>Takes <paramref name="count"/> keys of a table in the transaction under way.</summary>
    /// <param name="db">The desk.</param>
    /// <param name="table">A table of ours with a generated <c>id</c>.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<long>> TakeAsync(DeskDb db, string table, int count, CancellationToken cancel)
    {
        if (db.IsPostgres)
            return await db.Database.SqlQuery<long>($"SELECT nextval(pg_get_serial_sequence({table}, 'id')) AS \"Value\" FROM generate_series(1, {count})").ToListAsync(cancel);

        // AUTOINCREMENT never gives a key twice, also not that of a row deleted since; the transaction is the only writer.
        var last = await db.Database.SqlQuery<long>($"SELECT ifnull((SELECT seq FROM sqlite_sequence WHERE name = {table}), 0) AS \"Value\"").SingleAsync(cancel);
        return [.. Enumerable.Range(1, count).Select(i => last + i)];
    }
}
