using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Tests.Data;
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
            ["words in the search index with the claims' words", "reviews' states with their tasks"]
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

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Names_nothing_beside_a_desk_at_work(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var over = new CancellationTokenSource();
        var done = 0;
        var work = Task.Run(
            async () =>
            {
                while (!over.IsCancellationRequested)
                {
                    await desk.StartReviewAsync(await desk.AddClaimAsync($"The pier is {done} metres long."));
                    Interlocked.Increment(ref done);
                }
            },
            CancellationToken.None
        );

        for (var i = 0; i < 5; i++)
        {
            // The desk is at work, however slow the machine is.
            for (var before = Volatile.Read(ref done); Volatile.Read(ref done) == before && !work.IsCompleted; )
                await Task.Delay(1, TestContext.Current.CancellationToken);

            // A verb is a process of its own: on a connection of an earlier one SQLite's full text remembers what it saw then.
            desk.Database.ClosePool();
            var verified = await desk.Database.RunAsync("verify");

            Assert.Equal((0, ""), (verified.Code, verified.Out));
        }

        await over.CancelAsync();
        await work;
        Assert.InRange(done, 5, int.MaxValue);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Finds_what_the_audit_knows_better(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("There were 12 ships.", "false");
        await desk.PublishAsync(id, "true", "The registry of June says so.", "We had misread it.");
        var watched = await desk.AddWatchedClaimAsync("The pier is 70 metres long.", "https://pier.example/a");
        await desk.ChangeClaimAsync(
            watched,
            claim =>
            {
                claim.NoteAttempt(
                    RecheckOutcome.Changed,
                    [new SourceOutcome(claim.Evidence[0], RecheckOutcome.Changed, "It reads otherwise.", null)],
                    "It reads otherwise.",
                    new RecheckPolicy(),
                    desk.Now
                );
                return Result.Ok;
            }
        );
        Assert.DoesNotContain("history:", (await desk.Database.RunAsync("verify")).Out, StringComparison.Ordinal);

        string[] columns =
        [
            "claims.last_verified_at",
            "claims.verdict_issued_at",
            "claims.score",
            "verdicts.published_at",
            "verdicts.closed_at",
            "evidence.added_at",
            "findings.found_at",
            "findings.words",
            "evidence.quote",
            "verdicts.rationale",
        ];
        await desk.QueryAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await StoredCheckTests.LiftGuardsAsync(db);
            foreach (var column in columns.Select(column => column.Split('.')))
            {
                var value =
                    column[1] == "score" ? "0.123"
                    : !column[1].EndsWith("_at", StringComparison.Ordinal) ? "'other'"
                    : kind == DatabaseKind.Sqlite ? "'2026-01-02 03:04:05'"
                    : "'2026-01-02 03:04:05+00'";
                await StoredCheckTests.RunAsync(
                    db,
                    $"UPDATE {column[0]} SET {column[1]} = {value} WHERE {column[1]} IS NOT NULL"
                );
            }

            return true;
        });
        var found = (await desk.Database.RunAsync("verify")).Out.Split('\n');

        foreach (var column in columns.Select(column => column.Split('.')))
        {
            Assert.Contains(
                found,
                line =>
                    line.StartsWith($"history: {column[0]} ", StringComparison.Ordinal)
                    && line.Contains($": {column[1]} holds", StringComparison.Ordinal)
            );
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Finds_rows_that_came_went_or_hang_elsewhere_without_a_word_in_the_audit(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("mallory", Roles.FactChecker);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        await desk.AddPersonAsync("eve", Roles.Editor);
        var ships = await desk.AddPublishedClaimAsync("There were 12 ships.", "false");
        await desk.PublishAsync(ships, "true", "The registry of June says so.", "We had misread it.");
        var pier = await desk.AddPublishedClaimAsync("The pier is 70 metres long.", "true");
        var quay = await desk.AddClaimAsync("The quay was built in 1901.");
        await desk.StartReviewAsync(quay);
        var gone = await desk.AddClaimAsync("The barge sank.");
        Assert.DoesNotContain("history:", (await desk.Database.RunAsync("verify")).Out, StringComparison.Ordinal);
        var standing = await desk.QueryAsync(db =>
            db.Verdicts.Where(v => v.ClaimId == pier).Select(v => new { v.Id, Evidence = v.Evidence[0].Id }).SingleAsync()
        );
        var now = kind == DatabaseKind.Sqlite ? "'2026-01-02 03:04:05'" : "'2026-01-02 03:04:05+00'";
        (string Statement, string Finding)[] tamperings =
        [
            ($"UPDATE claims SET linked_to_id = {pier} WHERE id = {quay}", $"history: claims {quay}: linked_to_id holds"),
            ($"UPDATE claims SET folded_into_id = {pier} WHERE id = {gone}", $"history: claims {gone}: folded_into_id holds"),
            ($"UPDATE appearances SET claim_id = {pier} WHERE claim_id = {quay}", ": claim_id holds"),
            ($"UPDATE evidence SET claim_id = {pier} WHERE claim_id = {ships}", "history: evidence "),
            ($"UPDATE reviews SET claim_id = {pier} WHERE claim_id = {quay}", "history: reviews "),
            (
                $"DELETE FROM verdict_evidence WHERE verdict_id = {standing.Id}",
                $"history: verdict {standing.Id} stands no more on evidence {standing.Evidence}"
            ),
            (
                $"INSERT INTO verdict_evidence (verdict_id, evidence_id) SELECT min(id), {standing.Evidence} FROM verdicts",
                $"stands on evidence {standing.Evidence}, of which no audit entry tells"
            ),
            (
                $"INSERT INTO approvals (verdict_id, \"by\", at) VALUES ({standing.Id}, 'eve', {now})",
                "no audit entry tells of it"
            ),
            ("DELETE FROM corrections", "history: corrections 1 is gone"),
            ("UPDATE outlets SET licence = 'Full'", "history: outlets 1: licence holds"),
            ("UPDATE workflow_versions SET json = '{{}}'", "history: workflow_versions "),
            (
                "INSERT INTO \"AspNetUserRoles\" (user_id, role_id) SELECT u.id, r.id FROM \"AspNetUsers\" u, \"AspNetRoles\" r WHERE u.user_name = 'mallory' AND r.name = 'editor'",
                "history: person mallory has the role editor, which no audit entry says was given."
            ),
            (
                "DELETE FROM \"AspNetUserRoles\" WHERE user_id = (SELECT id FROM \"AspNetUsers\" WHERE user_name = 'eve')",
                "history: person eve has no longer the role editor"
            ),
            ("UPDATE \"AspNetUsers\" SET user_name = 'Ben' WHERE user_name = 'ben'", "history: AspNetUsers "),
            ("UPDATE \"AspNetUsers\" SET user_name = 'Ben' WHERE user_name = 'Ben'", "audit: person/Ben: the account is there"),
        ];
        await desk.QueryAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await StoredCheckTests.LiftGuardsAsync(db);
            foreach (var (statement, _) in tamperings)
                await StoredCheckTests.RunAsync(db, statement.Replace("{{}}", "{}", StringComparison.Ordinal));
            await StoredCheckTests.RunAsync(db, $"DELETE FROM audit_entries WHERE subject = 'claim/{gone}'");
            await StoredCheckTests.RunAsync(db, $"DELETE FROM audit_heads WHERE subject = 'claim/{gone}'");
            return true;
        });

        var found = (await desk.Database.RunAsync("verify")).Out;

        foreach (
            var (statement, finding) in tamperings.Where(one =>
                !one.Statement.Contains("folded_into_id", StringComparison.Ordinal)
            )
        )
        {
            Assert.True(found.Contains(finding, StringComparison.Ordinal), $"{statement}: {found}");
        }
        Assert.Contains($"audit: claim/{gone}: the claim is there and none of its history.", found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        DatabaseKind.Sqlite,
        "DROP INDEX ix_verdicts_one_published",
        "index ix_verdicts_one_published of verdicts is gone, so"
    )]
    [InlineData(DatabaseKind.Sqlite, "DROP INDEX ix_claims_kind_id", "index ix_claims_kind_id of claims is gone;")]
    [InlineData(
        DatabaseKind.Postgres,
        "DROP INDEX ix_verdicts_one_published",
        "index ix_verdicts_one_published of verdicts is gone, so"
    )]
    [InlineData(
        DatabaseKind.Postgres,
        "ALTER TABLE evidence DROP CONSTRAINT fk_evidence_claims_claim_id",
        "constraint fk_evidence_claims_claim_id of evidence is gone"
    )]
    public async Task Finds_what_the_tables_have_lost(DatabaseKind kind, string statement, string finding)
    {
        await using var database = await Database.WithSchemaAsync(kind);
        Assert.Equal("", (await database.RunAsync("verify")).Out);
        await database.ExecuteAsync(statement);

        Assert.Contains($"structure: {finding}", (await database.RunAsync("verify")).Out, StringComparison.Ordinal);
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
            _ when words.StartsWith("words in the search", StringComparison.Ordinal) =>
            [
                kind == DatabaseKind.Sqlite
                    ? "UPDATE claim_search SET wording = 'other'"
                    : "UPDATE claim_search SET document = to_tsvector('simple', 'other')",
            ],
            _ => ["UPDATE reviews SET state = '{{\"d\":\"standard-review:1\"}}'"],
        };

    private static string Line(string told, string beginning) =>
        Assert.Single(told.Split('\n'), line => line.StartsWith(beginning, StringComparison.Ordinal));
}
