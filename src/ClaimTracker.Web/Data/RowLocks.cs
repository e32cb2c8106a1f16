using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Web.Data;

/// <summary>What becomes of a row that a query asks for while another transaction has it.</summary>
internal enum RowLock
{
    /// <summary>It is left out of the answer.</summary>
    PassOver,

    /// <summary>The answer waits until the other transaction has ended, and has the row as it is then.</summary>
    WaitFor,
}

/// <summary>
/// Locks the rows that a query gives until its transaction ends, where its tag says so: on PostgreSQL. On SQLite a transaction is
/// the only writer already. A locking query reads one table; what it asks of others stands in conditions.
/// </summary>
internal sealed class RowLocks : DbCommandInterceptor
{
    private const string Tag = "lock rows: ";

    /// <summary>What a query is tagged with.</summary>
    public static string TagOf(RowLock rowLock) => Tag + rowLock;

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        if (command.CommandText.StartsWith($"-- {Tag}{RowLock.PassOver}", StringComparison.Ordinal))
            command.CommandText += "\nFOR UPDATE SKIP LOCKED";
        else if (command.CommandText.StartsWith($"-- {Tag}{RowLock.WaitFor}", StringComparison.Ordinal))
            command.CommandText += "\nFOR UPDATE";
        return new ValueTask<InterceptionResult<DbDataReader>>(result);
    }
}
