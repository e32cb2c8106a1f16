using System.Data.Common;
using ClaimTracker.Domain;
using ClaimTracker.Extraction.Matching;
using ClaimTracker.Web.Data.Interceptors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ClaimTracker.Web.Data.Sqlite;

/// <summary>The desk on SQLite: one file, one machine.</summary>
public sealed class SqliteDeskDb(DbContextOptions<SqliteDeskDb> options, Acting acting, WriteGate gate)
    : DeskDb(options, acting, gate)
{
    private const int Busy = 5;
    private const int ConstraintUnique = 2067;

    /// <inheritdoc/>
    public override bool IsPostgres => false;

    // FTS5 gives rows in the order of their ids without looking at the others; its own rank counts every row that holds a word.
    /// <inheritdoc/>
    public override IQueryable<long> SearchClaims(IReadOnlyList<IReadOnlyList<TellingWord>> searches, int ofEach) =>
        Database.SqlQueryRaw<long>(
            string.Join(
                " UNION ",
                searches.Select(
                    (_, i) =>
                        $"SELECT * FROM (SELECT rowid AS \"Value\" FROM claim_search WHERE claim_search MATCH {{{i + 1}}} ORDER BY rowid DESC LIMIT {{0}})"
                )
            ),
            [ofEach, .. searches.Select(SearchWords.ForFts5)]
        );

    /// <inheritdoc/>
    public override IQueryable<long> SearchNewestClaims(string words, long from, long before, int atMost) =>
        Database.SqlQueryRaw<long>(
            "SELECT rowid AS \"Value\" FROM claim_search WHERE claim_search MATCH {0} AND rowid >= {1} AND rowid < {2} ORDER BY rowid DESC LIMIT {3}",
            SearchWords.ForFts5(words, from, before),
            from,
            before,
            atMost
        );

    /// <inheritdoc/>
    public override IQueryable<Claim> ClaimsPutDownTo(string part) =>
        Claims.FromSql($"SELECT * FROM claims WHERE instr(lower(details ->> 'attributedTo'), lower({part})) > 0");

    // A transaction on SQLite is the only writer already.
    internal override Task LockChainAsync(string subject, CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override bool IsRace(Exception failure) =>
        failure is DbUpdateConcurrencyException
        || failure.GetBaseException()
            is SqliteException { SqliteErrorCode: Busy }
                or SqliteException { SqliteExtendedErrorCode: ConstraintUnique };

    /// <summary>
    /// Settings of each connection: write-ahead log, foreign keys, a small cache, patience. The log grows to 16 MB before its
    /// pages go to the file: moves change the same few pages again and again.
    /// </summary>
    internal sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Statements =
            "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000; PRAGMA cache_size=-8000; PRAGMA wal_autocheckpoint=4000;";
        private const string OfWriters = "PRAGMA journal_mode=WAL; " + Statements;

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = For(connection);
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            await using var command = connection.CreateCommand();
            command.CommandText = For(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        // EF asks by a reading connection whether there is a database; in an empty file it could not begin a log.
        private static string For(DbConnection connection) =>
            connection.ConnectionString.Contains("Mode=ReadOnly", StringComparison.Ordinal) ? Statements : OfWriters;
    }
}
