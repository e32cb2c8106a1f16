using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Npgsql;

namespace ClaimTracker.Web.Data.Rows;

/// <summary>
/// Stores what change tracking found in place of EF's own batches: short statements whose text is made once, and on PostgreSQL all of
/// them in one round trip. Keys are given beforehand (<see cref="RowKeys"/>), so that nothing has to be read back; a transaction is under way
/// (<see cref="DeskDb.SaveChangesAsync(bool, CancellationToken)"/>).
/// </summary>
internal sealed class RowDatabase(DatabaseDependencies dependencies, RelationalDatabaseDependencies relational) : RelationalDatabase(dependencies, relational)
{
    /// <inheritdoc/>
    /// <exception cref="DbUpdateConcurrencyException">Another writer changed or deleted a row first.</exception>
    /// <exception cref="DbUpdateException">The database refused a row.</exception>
    public override async Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        var rows = RowOrder.Of(entries[0].EntityType.Model, entries);
        var (connection, transaction) = (RelationalDependencies.Connection.DbConnection, RelationalDependencies.Connection.CurrentTransaction!.GetDbTransaction());
        try
        {
            if (connection is NpgsqlConnection postgres)
                await WriteTogetherAsync(postgres, (NpgsqlTransaction)transaction, rows, cancellationToken);
            else
                WriteEach(connection, transaction, rows);
            return rows.Count;
        }
        catch (DbException refused)
        {
            throw new DbUpdateException("The database refused the change: " + refused.Message, refused, [.. rows]);
        }
    }

    // SQLite is in the process: a statement of its own costs no round trip.
    private static void WriteEach(DbConnection connection, DbTransaction transaction, IReadOnlyList<IUpdateEntry> rows)
    {
        foreach (var row in rows)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            var statement = RowStatement.For(row);
            command.CommandText = statement.Text;
            statement.Bind(row, command, command.Parameters, named: true);
            Check(row, command.ExecuteNonQuery());
        }
    }

    private static async Task WriteTogetherAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, IReadOnlyList<IUpdateEntry> rows, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection, transaction);
        await using var maker = connection.CreateCommand();
        foreach (var row in rows)
        {
            var statement = RowStatement.For(row);
            var command = new NpgsqlBatchCommand(statement.Text);
            statement.Bind(row, maker, command.Parameters, named: false);
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync(cancel);
        for (var i = 0; i < rows.Count; i++)
            Check(rows[i], (int)batch.BatchCommands[i].RecordsAffected);
    }

    private static void Check(IUpdateEntry row, int stored)
    {
        if (stored != 1)
            throw new DbUpdateConcurrencyException($"Another writer changed or deleted this {row.EntityType.DisplayName()} first.", [row]);
    }
}
