using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ClaimTracker.Web.Data;

/// <summary>Reading what stood at one moment, beside a desk at work.</summary>
internal static class OneMoment
{
    /// <summary>
    /// Opens one moment's view, so that what is read one after the other fits together. Writers are not kept waiting.
    /// </summary>
    public static async Task<IAsyncDisposable> OneMomentAsync(this DeskDb db, CancellationToken cancel)
    {
        if (db.IsPostgres)
            return await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.OpenConnectionAsync(cancel);
        var read = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return new Sqlite(db, read, (await db.Database.UseTransactionAsync(read, cancel))!);
    }

    // EF does not end a transaction that it did not begin, nor closes a connection that it was told to open.
    private sealed class Sqlite(DeskDb db, SqliteTransaction read, IDbContextTransaction used) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await used.DisposeAsync();
            await read.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
