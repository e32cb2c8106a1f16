using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>
/// Keys for rows, taken before they are written: so an audit entry can name what is stored with it. For one write in the
/// transaction under way.
/// </summary>
internal sealed class RowKeys(DeskDb db)
{
    private Dictionary<string, long>? _last;

    /// <summary>Takes <paramref name="count"/> keys of one table.</summary>
    public async Task<IReadOnlyCollection<long>> TakeAsync(string table, int count, CancellationToken cancel) =>
        (await TakeAsync(new Dictionary<string, int> { [table] = count }, cancel))[table];

    /// <summary>Gives a key to every added row whose key the database would give.</summary>
    public async Task GiveAsync(CancellationToken cancel)
    {
        List<(EntityEntry Row, IProperty Key)> added = [];
        foreach (var entry in db.ChangeTracker.Entries())
        {
            if (
                entry.State == EntityState.Added
                && entry.Metadata.FindPrimaryKey() is { Properties: [{ ValueGenerated: ValueGenerated.OnAdd } key] }
                && entry.Property(key).IsTemporary
            )
            {
                added.Add((entry, key));
            }
        }

        if (added.Count == 0)
            return;
        var keys = await TakeAsync(added.CountBy(one => one.Row.Metadata.GetTableName()!).ToDictionary(), cancel);

        // In the order in which the rows were added, which the tracker keeps only in the keys that it made up for them.
        foreach (
            var (row, key) in added.OrderBy(one =>
                Convert.ToInt64(one.Row.Property(one.Key).CurrentValue, CultureInfo.InvariantCulture)
            )
        )
        {
            var property = row.Property(key);
            property.CurrentValue = Convert.ChangeType(
                keys[row.Metadata.GetTableName()!].Dequeue(),
                key.ClrType,
                CultureInfo.InvariantCulture
            );
            property.IsTemporary = false;
        }
    }

    private Task<Dictionary<string, Queue<long>>> TakeAsync(Dictionary<string, int> counts, CancellationToken cancel) =>
        db.IsPostgres ? TakeOfSequencesAsync(counts, cancel) : TakeAfterLastAsync(counts, cancel);

    private async Task<Dictionary<string, Queue<long>>> TakeOfSequencesAsync(
        Dictionary<string, int> counts,
        CancellationToken cancel
    )
    {
        var keys = counts.ToDictionary(c => c.Key, c => new Queue<long>(c.Value));
        var each = counts.Select(c =>
            $"SELECT '{c.Key}', nextval(pg_get_serial_sequence('{c.Key}', 'id')) FROM generate_series(1, {c.Value})"
        );
        foreach (var (table, key) in await ReadAsync(string.Join(" UNION ALL ", each), cancel))
            keys[table].Enqueue(key);
        return keys;
    }

    // AUTOINCREMENT never gives a key twice, also not that of a row deleted since; the transaction is the only writer.
    private async Task<Dictionary<string, Queue<long>>> TakeAfterLastAsync(
        Dictionary<string, int> counts,
        CancellationToken cancel
    )
    {
        _last ??= (await ReadAsync("SELECT name, seq FROM sqlite_sequence", cancel)).ToDictionary();
        var keys = new Dictionary<string, Queue<long>>();
        foreach (var (table, count) in counts)
        {
            var before = _last.GetValueOrDefault(table);
            keys[table] = new Queue<long>(Enumerable.Range(1, count).Select(i => before + i));
            _last[table] = before + count;
        }

        return keys;
    }

    private async Task<List<(string Table, long Key)>> ReadAsync(string text, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = text;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        List<(string Table, long Key)> rows = [];
        while (await reader.ReadAsync(cancel))
            rows.Add((reader.GetString(0), reader.GetInt64(1)));
        return rows;
    }
}
