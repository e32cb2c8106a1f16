using System.Globalization;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Data.Interceptors;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ClaimTracker.Web.Data.Postgres;

/// <summary>The desk on PostgreSQL: any number of machines.</summary>
public sealed class PostgresDeskDb(DbContextOptions<PostgresDeskDb> options, Acting acting, WriteGate gate)
    : DeskDb(options, acting, gate)
{
    private const int Recent = 5_000;

    /// <inheritdoc/>
    public override bool IsPostgres => true;

    /// <inheritdoc/>
    public override IQueryable<long> SearchClaims(IReadOnlyList<IReadOnlyList<TellingWord>> searches, int ofEach) =>
        Database.SqlQueryRaw<long>(
            string.Join(" UNION ", searches.Select((_, i) => $"({Newest($"{{{i + 1}}}", "{0}", 0, long.MaxValue)})")),
            [ofEach, .. searches.Select(SearchWords.ForTsQuery)]
        );

    /// <inheritdoc/>
    public override IQueryable<long> SearchNewestClaims(string words, long from, long before, int atMost) =>
        Database.SqlQueryRaw<long>(Newest("{1}", "{0}", from, before), atMost, SearchWords.ForTsQuery(words));

    /// <inheritdoc/>
    public override IQueryable<Claim> ClaimsPutDownTo(string part) =>
        Claims.FromSql($"SELECT * FROM claims WHERE strpos(lower(details::json ->> 'attributedTo'), lower({part})) > 0");

    // Common words are soon found among the newest claims, and then the index is not asked; rare ones are in few of its rows.
    // Left to itself the server reads the whole table along its key where two common words never meet: the sums keep it from
    // that. The words are read by a query of their own, once; a prepared statement would read them again for each row. Which
    // parts of the table are read is told by the range of its key, whose numbers stand in the text: of parameters the server
    // takes any range to be short, and reads the key's index through instead of that of the words.
    private static string Newest(string words, string atMost, long from, long before)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"claim_id >= {from} AND claim_id < {before}");
        return $$"""
            SELECT "Value" FROM (
                (SELECT claim_id AS "Value" FROM (
                    SELECT claim_id, document FROM claim_search WHERE {{range}} ORDER BY claim_id DESC LIMIT {{Recent}}) recent
                WHERE document @@ (SELECT to_tsquery('simple', {{words}})) LIMIT {{atMost}})
                UNION ALL
                (SELECT claim_id FROM claim_search
                WHERE document @@ (SELECT to_tsquery('simple', {{words}})) AND {{range}}
                    AND claim_id + 0 < (SELECT claim_id FROM claim_search WHERE {{range}} ORDER BY claim_id DESC LIMIT 1 OFFSET {{Recent
                - 1}})
                ORDER BY claim_id + 0 DESC LIMIT {{atMost}})
                LIMIT {{atMost}}) found
            ORDER BY "Value" DESC
            """;
    }

    internal override async Task LockChainAsync(string subject, CancellationToken cancel) =>
        await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({subject}, 0))", cancel);

    /// <inheritdoc/>
    protected override bool IsRace(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || failure.GetBaseException()
            is PostgresException
            {
                SqlState: PostgresErrorCodes.UniqueViolation
                    or PostgresErrorCodes.SerializationFailure
                    or PostgresErrorCodes.DeadlockDetected,
            };
}
