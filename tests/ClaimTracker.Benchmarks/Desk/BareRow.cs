using System.Diagnostics;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Desk;

/// <summary>
/// The least that a committed change can cost on the same connection: one row, one transaction, no change tracking.
/// </summary>
internal static class BareRow
{
    private const int Times = 2_000;

    /// <summary>Transactions a second, one after the other.</summary>
    public static Task<double> MeasureAsync(BenchDesk desk) =>
        desk.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DeskDb>();
            await db.Database.OpenConnectionAsync();
            var connection = db.Database.GetDbConnection();
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE IF NOT EXISTS bare (id bigint PRIMARY KEY, n bigint)";
            await command.ExecuteNonQueryAsync();
            command.CommandText = "INSERT INTO bare VALUES (1, 0) ON CONFLICT DO NOTHING";
            await command.ExecuteNonQueryAsync();
            command.CommandText = "UPDATE bare SET n = n + 1 WHERE id = 1";
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < Times; i++)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                command.Transaction = transaction;
                await command.ExecuteNonQueryAsync();
                await transaction.CommitAsync();
            }

            return Times / watch.Elapsed.TotalSeconds;
        });
}
