using ClaimTracker.Web.Data;
using ClaimTracker.Web.Tests.Seeding;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Commands;

/// <summary>
/// <c>verify</c> says what it did not compare. Each thing is changed here: while it is not found, the words have to name it; once
/// it is, they have to go.
/// </summary>
public sealed class VerifyWordsTests
{
    public static MatrixTheoryData<DatabaseKind, string> NotCompared =>
        new(
            [DatabaseKind.Sqlite, DatabaseKind.Postgres],
            [
                "what rows say with what their audit entries say",
                "words in the search index with the claims' words",
                "reviews' states with their tasks",
                "verdicts with the sources they quote",
            ]
        );

    [Theory, MemberData(nameof(NotCompared))]
    public async Task Names_what_it_does_not_find(DatabaseKind kind, string words)
    {
        await using var database = await Database.CreateAsync(kind);
        await database.SeedAsync(60);
        await using var desk = await DeskApp.StartAsync(database);
        var changed = 0;
        foreach (var statement in Changes(kind, words))
            changed = await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement));
        await desk.QueryAsync(db => db.UpdateSchemaAsync(CancellationToken.None));
        Assert.True(changed > 0, "Nothing was changed, so nothing is shown.");

        var verified = await database.RunAsync("verify");

        Assert.Equal((0, ""), (verified.Code, verified.Out));
        Assert.Contains(words, Line(verified.Error, "Not compared:"), StringComparison.Ordinal);
        Assert.DoesNotContain(words, Line(verified.Error, "Compared:"), StringComparison.Ordinal);
        Assert.Contains("In what was compared, nothing is wrong.", verified.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_chain_written_anew_is_not_found()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        await database.SeedAsync(60);
        await using var desk = await DeskApp.StartAsync(database);
        await desk.QueryAsync(async db =>
        {
            var chain = await db.AuditEntries.Where(e => e.Subject == "claim/3").OrderBy(e => e.Sequence).ToListAsync();
            var (last, before) = (chain[^1], chain.Count > 1 ? chain[^2].Hash : "");
            db.Entry(last).Property(e => e.Who).CurrentValue = "mallory";
            var hash = last.ComputeHash(before);
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_heads_no_way_back");
            await db.Database.ExecuteSqlAsync(
                $"UPDATE audit_entries SET who = 'mallory', hash = {hash} WHERE subject = 'claim/3' AND sequence = {last.Sequence}"
            );
            await db.Database.ExecuteSqlAsync($"UPDATE audit_heads SET hash = {hash} WHERE subject = 'claim/3'");
            return await db.UpdateSchemaAsync(CancellationToken.None);
        });

        var verified = await database.RunAsync("verify");

        Assert.Equal((0, ""), (verified.Code, verified.Out));
        Assert.Contains(
            "whoever may write to the database can write chains and hashes anew",
            Line(verified.Error, "Not compared:"),
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task References_are_said_to_be_compared_only_where_they_are(DatabaseKind kind)
    {
        await using var database = await Database.CreateAsync(kind);
        await database.SeedAsync(60);

        var told = (await database.RunAsync("verify")).Error;

        var isSqlite = kind == DatabaseKind.Sqlite;
        Assert.Equal(isSqlite, Line(told, "Compared:").Contains("references between rows", StringComparison.Ordinal));
        Assert.Equal(
            !isSqlite,
            Line(told, "Not compared:")
                .Contains("references between rows, which PostgreSQL holds by itself", StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Changes(DatabaseKind kind, string words) =>
        words switch
        {
            _ when words.StartsWith("what rows say", StringComparison.Ordinal) => ["UPDATE claims SET score = 0.123"],
            _ when words.StartsWith("words in the search", StringComparison.Ordinal) =>
            [
                kind == DatabaseKind.Sqlite
                    ? "UPDATE claim_search SET wording = 'other'"
                    : "UPDATE claim_search SET document = to_tsvector('simple', 'other')",
            ],
            _ when words.StartsWith("reviews' states", StringComparison.Ordinal) =>
            [
                "UPDATE reviews SET state = replace(state, 'a', 'b')",
            ],
            _ when kind == DatabaseKind.Sqlite => ["DROP TRIGGER evidence_fixed", "UPDATE evidence SET quote = 'other'"],
            _ => ["ALTER TABLE evidence DISABLE TRIGGER USER", "UPDATE evidence SET quote = 'other'"],
        };

    private static string Line(string told, string beginning) =>
        Assert.Single(told.Split('\n'), line => line.StartsWith(beginning, StringComparison.Ordinal));
}
