using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Looks;

/// <summary>Statements over many rows, which the two databases write in slightly other words.</summary>
internal static class LookStatements
{
    private const string Claims = "CLAIMS";
    private const string PassOver = "PASS_OVER_LOCKED";

    /// <summary>
    /// Runs a statement of which <c>{0}</c> is the instant and <c>CLAIMS</c> the claims meant. Returns how many rows it wrote.
    /// </summary>
    public static Task<int> WithClaimsAsync(this DeskDb db, string statement, DateTime now, IReadOnlyCollection<long> claims,
        CancellationToken cancel) => db.IsPostgres
        ? db.Database.ExecuteSqlRawAsync(statement.Replace(Claims, "SELECT unnest({1})", StringComparison.Ordinal),
            [now, claims.ToArray()], cancel)
        : db.Database.ExecuteSqlRawAsync(statement.Replace(Claims, "SELECT value FROM json_each({1})", StringComparison.Ordinal),
            [now, $"[{string.Join(',', claims)}]"], cancel);

    /// <summary>Changes rows that nobody else has under way, and gives what the statement returns as <c>Value</c>.</summary>
    public static Task<List<T>> TakeAsync<T>(this DeskDb db, string statement, object[] values, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<T>(statement.Replace(PassOver, db.IsPostgres ? "FOR UPDATE SKIP LOCKED"
            : "", StringComparison.Ordinal), values).ToListAsync(cancel);

    /// <summary>An instant as both databases keep it.</summary>
    public static DateTime Kept(this DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
