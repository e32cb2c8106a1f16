using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>
/// Ends its own process by SIGKILL at a point of a transaction, as a power cut or an out-of-memory killer would.
/// </summary>
internal sealed class DeathAt(KillPoint point, int move, TimeSpan inside) : DbTransactionInterceptor
{
    private TimeSpan _inside = inside;
    private int _begun;
    private volatile bool _isUnderWay;

    private bool IsItsMove => _begun >= move;

    public override ValueTask<DbTransaction> TransactionStartedAsync(
        DbConnection connection,
        TransactionEndEventData eventData,
        DbTransaction result,
        CancellationToken cancellationToken = default
    )
    {
        _begun++;
        DieIf(point == KillPoint.Before && IsItsMove);
        if (point == KillPoint.Inside && IsItsMove)
            DieInside();
        return ValueTask.FromResult(result);
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        _isUnderWay = false;
        DieIf(point == KillPoint.BeforeCommit && IsItsMove);
        return ValueTask.FromResult(result);
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        DieIf(point == KillPoint.AfterCommit && IsItsMove);
        return Task.CompletedTask;
    }

    // By the clock, so that death comes in the middle of a statement as well as between two. Where a move was faster, the next
    // has half as long.
    private void DieInside()
    {
        var (started, left) = (Stopwatch.GetTimestamp(), _inside);
        _inside /= 2;
        _isUnderWay = true;
        new Thread(() =>
        {
            while (_isUnderWay && Stopwatch.GetElapsedTime(started) < left)
                Thread.SpinWait(20);
            DieIf(_isUnderWay);
        }).Start();
    }

    private static void DieIf(bool now)
    {
        if (!now)
            return;
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
