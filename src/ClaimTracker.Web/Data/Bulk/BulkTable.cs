using System.Data.Common;
using ClaimTracker.Web.Data.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace ClaimTracker.Web.Data.Bulk;

/// <summary>
/// Writes many new rows of one table, several times as fast as change tracking does: a prepared statement on SQLite, COPY on
/// PostgreSQL. It writes no audit: the caller does.
/// </summary>
internal sealed class BulkTable<T>
    where T : class
{
    private readonly DeskDb _db;
    private readonly string _table;
    private readonly RowColumn[] _columns;

    /// <summary>
    /// The table of <typeparamref name="T"/>, or the one that <paramref name="of"/> names: a join has no type of its own.
    /// </summary>
    public BulkTable(DeskDb db, IEntityType? of = null)
    {
        _db = db;
        var entity = of ?? db.Model.FindEntityType(typeof(T))!;
        _table = entity.GetTableName()!;
        _columns = RowColumn.Of(entity);
    }

    /// <summary>
    /// Inserts the rows in the transaction under way. Values in <paramref name="set"/> win over the entity's own: keys and
    /// references.
    /// </summary>
    public async Task InsertAsync(
        IReadOnlyCollection<T> rows,
        Func<T, IReadOnlyDictionary<string, object?>> set,
        CancellationToken cancel
    )
    {
        if (rows.Count == 0)
            return;
        if (_db.IsPostgres)
            await CopyAsync(rows, set, cancel);
        else
            InsertEach(rows, set);
    }

    private void InsertEach(IReadOnlyCollection<T> rows, Func<T, IReadOnlyDictionary<string, object?>> set)
    {
        using var command = (SqliteCommand)_db.Database.GetDbConnection().CreateCommand();
        var places = string.Join(", ", _columns.Select((_, i) => $"@p{i}"));
        command.CommandText = $"INSERT INTO \"{_table}\" ({RowColumn.List(_columns)}) VALUES ({places})";
        var parameters = _columns.Select((_, i) => command.Parameters.Add(new SqliteParameter($"@p{i}", null))).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            var values = set(row);
            for (var i = 0; i < _columns.Length; i++)
                parameters[i].Value = ValueOf(_columns[i], row, values) ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    private async Task CopyAsync(
        IReadOnlyCollection<T> rows,
        Func<T, IReadOnlyDictionary<string, object?>> set,
        CancellationToken cancel
    )
    {
        var connection = (NpgsqlConnection)(DbConnection)_db.Database.GetDbConnection();
        var statement = $"COPY \"{_table}\" ({RowColumn.List(_columns)}) FROM STDIN (FORMAT BINARY)";
        await using var copy = await connection.BeginBinaryImportAsync(statement, cancel);
        foreach (var row in rows)
        {
            var values = set(row);
            await copy.StartRowAsync(cancel);
            foreach (var column in _columns)
            {
                if (ValueOf(column, row, values) is { } value)
                    await copy.WriteAsync(value, column.StoreType, cancel);
                else
                    await copy.WriteNullAsync(cancel);
            }
        }

        await copy.CompleteAsync(cancel);
    }

    private static object? ValueOf(RowColumn column, T row, IReadOnlyDictionary<string, object?> set)
    {
        var property = column.Property;
        return column.ToStore(
            set.TryGetValue(property.Name, out var given) ? given
            : property.IsShadowProperty() || property.IsIndexerProperty() ? null
            : property.GetGetter().GetClrValue(row)
        );
    }
}
