using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>Keys for rows, taken before they are written: so an audit entry can name what is stored with it.</summary>
internal static class RowKeys
{
    /// <summary>Takes <paramref name="count"/> keys of one table in the transaction under way.</summary>
    public static async Task<IReadOnlyCollection<long>> TakeAsync(DeskDb db, string table, int count, CancellationToken cancel) =>
        (await TakeAsync(db, new Dictionary<string, int> { [table] = count }, cancel))[table];

    /// <summary>Gives a key to every added row whose key the database would give. There must be a transaction under way.</summary>
    public static async Task GiveAsync(DeskDb db, CancellationToken cancel)
    {
        List<(EntityEntry Row, IProperty Key)> added = [];
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Added && entry.Metadata.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } key] } && entry.Property(key).IsTemporary)
                added.Add((entry, key));
        }

        if (added.Count == 0)
            return;
        var keys = await TakeAsync(db, added.CountBy(one => one.Row.Metadata.GetTableName()!).ToDictionary(), cancel);

        // In the order in which the rows were added, which the tracker keeps only in the keys that it made up for them.
        foreach (var (row, key) in added.OrderBy(one => Convert.ToInt64(one.Row.Property(one.Key).CurrentValue, CultureInfo.InvariantCulture)))
        {
            var property = row.Property(key);
            property.CurrentValue = Convert.ChangeType(keys[row.Metadata.GetTableName()!].Dequeue(), key.ClrType, CultureInfo.InvariantCulture);
            property.IsTemporary = false;
        }
    }

    private static async Task<Dictionary<string, Queue<long>>> TakeAsync(DeskDb db, IReadOnlyDictionary<string, int> counts, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = db.IsPostgres
            ? string.Join(" UNION ALL ", counts.Select(c => $"SELECT '{c.Key}', nextval(pg_get_serial_sequence('{c.Key}', 'id')) FROM generate_series(1, {c.Value})"))
            : "SELECT name, seq FROM sqlite_sequence";
        var keys = counts.ToDictionary(c => c.Key, c => new Queue<long>(c.Value));
        var last = new Dictionary<string, long>();
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                if (db.IsPostgres)
                    keys[reader.GetString(0)].Enqueue(reader.GetInt64(1));
                else
                    last[reader.GetString(0)] = reader.GetInt64(1);
            }
        }

        // AUTOINCREMENT never gives a key twice, also not that of a row deleted since; the transaction is the only writer.
        if (!db.IsPostgres)
        {
            foreach (var (table, count) in counts)
            {
                for (var i = 1; i <= count; i++)
                    keys[table].Enqueue(last.GetValueOrDefault(table) + i);
            }
        }

        return keys;
    }
}
