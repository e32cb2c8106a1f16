using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>
/// Reads rows of several tables in one round trip and tracks them, by statements whose text is made once. For the few places
/// where the number of queries counts; whatever else is asked, EF is asked.
/// </summary>
internal sealed class RowQuery
{
    private readonly ConditionalWeakTable<IModel, Prepared> _prepared = [];
    private readonly RowCondition[] _parts;

    /// <summary>A query of rows that fulfil conditions in SQL, what others refer to first.</summary>
    public RowQuery(params RowCondition[] parts) => _parts = parts;

    /// <summary>The rows of <typeparamref name="T"/> that fulfil a condition.</summary>
    public static RowCondition Of<T>(string condition) => new(model => model.FindEntityType(typeof(T))!, condition);

    /// <summary>The rows that join <typeparamref name="T"/> to the many that <paramref name="navigation"/> holds.</summary>
    public static RowCondition OfJoin<T>(string navigation, string condition) =>
        new(model => model.FindEntityType(typeof(T))!.FindSkipNavigation(navigation)!.JoinEntityType, condition);

    /// <summary>
    /// Reads in the transaction under way, and returns the rows in the order of the parts. None of them may be tracked yet.
    /// </summary>
    /// <param name="db">The desk.</param>
    /// <param name="values">What <c>$1</c>, <c>$2</c> … of the conditions stand for.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<IReadOnlyList<object>> LoadAsync(DeskDb db, long[] values, CancellationToken cancel)
    {
        var query = _prepared.GetValue(db.Model, Prepare);
        await using var command = Command(db, query, values);
        List<object> rows = [];
        await using var reader = command is NpgsqlBatch batch
            ? await batch.ExecuteReaderAsync(cancel)
            : await ((DbCommand)command).ExecuteReaderAsync(cancel);
        foreach (var table in query.Readers)
        {
            while (await reader.ReadAsync(cancel))
                rows.Add(table.Track(db, reader));
            await reader.NextResultAsync(cancel);
        }

        return rows;
    }

    private static IAsyncDisposable Command(DeskDb db, Prepared query, long[] values)
    {
        var transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        if (db.Database.GetDbConnection() is NpgsqlConnection postgres)
        {
            var batch = new NpgsqlBatch(postgres, (NpgsqlTransaction)transaction);
            foreach (var text in query.Texts)
            {
                var part = new NpgsqlBatchCommand(text);
                foreach (var value in values)
                    part.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });
                batch.BatchCommands.Add(part);
            }

            return batch;
        }

        var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)transaction;
        command.CommandText = query.Together;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue($"${i + 1}", values[i]);
        return command;
    }

    private Prepared Prepare(IModel model)
    {
        var readers = _parts.Select(part => RowReader.Of(part.Type(model))).ToArray();
        var texts = readers.Zip(_parts, (reader, part) => $"{reader.Select} WHERE {part.Condition}").ToArray();
        return new Prepared(texts, string.Join(";\n", texts), readers);
    }

    /// <summary>The rows of one table that fulfil a condition in SQL.</summary>
    internal sealed record RowCondition(Func<IModel, IEntityType> Type, string Condition);

    private sealed record Prepared(string[] Texts, string Together, RowReader[] Readers);
}
