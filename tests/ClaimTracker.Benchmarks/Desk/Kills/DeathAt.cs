using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>Ends its own process by SIGKILL at a point of a transaction, as a power cut or an out-of-memory killer would.</summary>
internal sealed class DeathAt(KillPoint point, int move, int statement) : IDbTransactionInterceptor, IDbCommandInterceptor
{
    private int begun;
    private int executed;

    private bool IsItsMove => begun >= move;

    public ValueTask<DbTransaction> TransactionStartedAsync(DbConnection connection, TransactionEndEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        begun++;
        DieIf(point == KillPoint.Before && IsItsMove);
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        DieIf(point == KillPoint.BeforeCommit && IsItsMove);
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        DieIf(point == KillPoint.AfterCommit && IsItsMove);
        return Task.CompletedTask;
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return ValueTask.FromResult(result);
    }

    private void Count()
    {
        if (point == KillPoint.Inside && IsItsMove)
            DieIf(++executed == statement);
    }

    private static void DieIf(bool now)
    {
        if (!now)
            return;
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
