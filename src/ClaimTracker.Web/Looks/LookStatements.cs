using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Looks;

/// <summary>Statements over many rows, which the two databases write in slightly other words.</summary>
internal static class LookStatements
{
    private const string Claims = "CLAIMS";
    private const string PassOver = "PASS_OVER_LOCKED";
    private const string Ids = "IDS";

    // The domain says the same of one claim: Round.Watched.
    private const string Insert = """
        INSERT INTO looks (claim_id, evidence_id, verdict_version, host, asked_at, due_at, attempts)
        SELECT c.id, e.id, v.version, e.host, {0}, {0}, 0
        FROM claims c
        JOIN verdicts v ON v.claim_id = c.id AND v.status = 'Published'
        JOIN verdict_evidence ve ON ve.verdict_id = v.id
        JOIN evidence e ON e.id = ve.evidence_id
        WHERE c.id IN (CLAIMS) AND e.watched AND e.host IS NOT NULL AND e.withdrawn_at IS NULL AND NOT e.quotes_us AND e.stance <> 'Context'
            AND COALESCE(e.said_nature, e.found_nature, '') <> 'Frozen'
        ON CONFLICT DO NOTHING
        """;

    private const string Expect = """
        INSERT INTO look_hosts (name, due_at, free_at, put_off_at, failures, all_asked)
        SELECT DISTINCT l.host, {0}, {0}, {0}, 0, 0 FROM looks l WHERE l.claim_id IN (CLAIMS) AND l.outcome IS NULL AND l.closed_at IS NULL ORDER BY 1
        ON CONFLICT (name) DO UPDATE SET due_at = excluded.due_at WHERE look_hosts.due_at IS NULL OR look_hosts.due_at > excluded.due_at
        """;

    /// <summary>
    /// Asks for the looks of claims, and expects them at their sites. A look that is open stays as it is. Returns how many were
    /// asked for.
    /// </summary>
    public static async Task<int> AskLooksAsync(
        this DeskDb db,
        IReadOnlyCollection<long> claims,
        DateTime now,
        CancellationToken cancel
    )
    {
        var asked = await db.WithClaimsAsync(Insert, now, claims, cancel);
        await db.WithClaimsAsync(Expect, now, claims, cancel);
        return asked;
    }

    /// <summary>
    /// Runs a statement of which <c>{0}</c> is the instant and <c>CLAIMS</c> the claims meant. Returns how many rows it wrote.
    /// </summary>
    private static Task<int> WithClaimsAsync(
        this DeskDb db,
        string statement,
        DateTime now,
        IReadOnlyCollection<long> claims,
        CancellationToken cancel
    ) =>
        db.IsPostgres
            ? db.Database.ExecuteSqlRawAsync(
                statement.Replace(Claims, "SELECT unnest({1})", StringComparison.Ordinal),
                [now, claims.ToArray()],
                cancel
            )
            : db.Database.ExecuteSqlRawAsync(
                statement.Replace(Claims, "SELECT value FROM json_each({1})", StringComparison.Ordinal),
                [now, $"[{string.Join(',', claims)}]"],
                cancel
            );

    /// <summary>As the other, of which <c>IDS</c> are the rows meant.</summary>
    public static Task<List<long>> TakeAsync(
        this DeskDb db,
        string statement,
        object[] values,
        IReadOnlyCollection<long> ids,
        CancellationToken cancel
    ) =>
        db.IsPostgres
            ? db.TakeAsync<long>(
                statement.Replace(Ids, $"SELECT unnest({{{values.Length}}})", StringComparison.Ordinal),
                [.. values, ids.ToArray()],
                cancel
            )
            : db.TakeAsync<long>(
                statement.Replace(Ids, $"SELECT value FROM json_each({{{values.Length}}})", StringComparison.Ordinal),
                [.. values, $"[{string.Join(',', ids)}]"],
                cancel
            );

    /// <summary>Changes rows that nobody else has under way, and gives what the statement returns as <c>Value</c>.</summary>
    public static Task<List<T>> TakeAsync<T>(this DeskDb db, string statement, object[] values, CancellationToken cancel) =>
        db
            .Database.SqlQueryRaw<T>(
                statement.Replace(PassOver, db.IsPostgres ? "FOR UPDATE SKIP LOCKED" : "", StringComparison.Ordinal),
                values
            )
            .ToListAsync(cancel);

    /// <summary>An instant as both databases keep it.</summary>
    public static DateTime Kept(this DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
