using System.Data.Common;
using ClaimTracker.Web.Data.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>Each value of each table is read as it is stored, and is one that this program writes there.</summary>
internal static class StoredCheck
{
    /// <summary>Those that are not, each in a sentence with table, row and column.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        foreach (var type in TablesOf(db.Model))
        {
            await foreach (var why in RunAsync(db, type))
                yield return why;
        }
    }

    /// <summary>What the model stores, each in a table of its own.</summary>
    public static IEnumerable<IEntityType> TablesOf(IModel model) =>
        model
            .GetEntityTypes()
            .Where(type => type.GetTableName() is not null)
            .OrderBy(type => type.GetTableName(), StringComparer.Ordinal);

    /// <summary>The same of one table.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db, IEntityType type)
    {
        var table = type.GetTableName()!;
        StoredColumn[] columns = [.. RowColumn.Of(type).Select(column => new StoredColumn(column, db.IsPostgres))];
        var keys = type.FindPrimaryKey()!.Properties.Select(key => Array.FindIndex(columns, c => c.Property == key)).ToArray();
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandTimeout = db.Database.GetCommandTimeout() ?? command.CommandTimeout;
            command.CommandText = $"SELECT {string.Join(", ", columns.Select(c => c.Read))} FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    if (columns[i].WhyOdd(reader, i) is { } why)
                        yield return $"row: {table} {KeyOf(reader, keys)}: {columns[i].Name} {why}.";
                }
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static string KeyOf(DbDataReader reader, int[] keys) =>
        string.Join(", ", keys.Select(key => StoredColumn.Shown(StoredColumn.Raw(reader, key))));
}
