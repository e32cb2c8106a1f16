using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Web.Data.Sqlite;

/// <summary>
/// What a person was told is done survives a power cut: each commit waits for the disk, except those of jobs and imports. SQLite
/// takes the setting between transactions only, so it is made before each.
/// </summary>
internal sealed class Durability : DbTransactionInterceptor
{
    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result
    )
    {
        Set(connection, eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection,
        TransactionStartingEventData eventData,
        InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default
    )
    {
        Set(connection, eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Set(DbConnection connection, DbContext? context)
    {
        using var command = connection.CreateCommand();
        command.CommandText = context is DeskDb { IsRepeatable: true } ? "PRAGMA synchronous=NORMAL" : "PRAGMA synchronous=FULL";
        command.ExecuteNonQuery();
    }
}
