using ClaimTracker.Web.Data.Interceptors;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClaimTracker.Web.Data.Postgres;

/// <summary>The desk on PostgreSQL: any number of machines.</summary>
public sealed class PostgresDeskDb(DbContextOptions<PostgresDeskDb> options, Acting acting, WriteGate gate) : DeskDb(options, acting, gate)
{
    /// <inheritdoc/>
    public override bool IsPostgres => true;

    /// <inheritdoc/>
    public override IQueryable<long> SearchClaims(string words, int atMost) => Database.SqlQueryRaw<long>(
        """
        SELECT claim_id AS "Value" FROM (
            SELECT claim_id, document FROM claim_search WHERE document @@ to_tsquery('simple', {0}) ORDER BY claim_id DESC LIMIT {1}) newest
        ORDER BY ts_rank(document, to_tsquery('simple', {0})) DESC, claim_id DESC LIMIT {2}
        """,
        SearchWords.ForTsQuery(words), Ranked, atMost);

    /// <inheritdoc/>
    public override IQueryable<long> SearchNewestClaims(string words, long before, int atMost) => Database.SqlQueryRaw<long>(
        """
        SELECT claim_id AS "Value" FROM claim_search
        WHERE document @@ to_tsquery('simple', {0}) AND claim_id < {1} ORDER BY claim_id DESC LIMIT {2}
        """,
        SearchWords.ForTsQuery(words), before, atMost);

    protected override async Task LockChainAsync(string subject, CancellationToken cancel) =>
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({subject}, 0))", cancel);

    /// <inheritdoc/>
    protected override bool IsRace(Exception failure) => failure is DbUpdateConcurrencyException
        || failure.GetBaseException() is PostgresException
        {
            SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        };
}
