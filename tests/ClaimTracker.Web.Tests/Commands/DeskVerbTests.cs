using System.Buffers.Binary;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Seeding;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Commands;

public sealed class DeskVerbTests
{
    [Theory]
    [InlineData("UPDATE outlets SET revision = revision + 1", null)]
    [InlineData("UPDATE articles SET title = 'x'", "history: articles 1: title holds “x”, and its audit says that")]
    [InlineData(
        "DROP TRIGGER articles_text_fixed; UPDATE articles SET text = text || ' More.' WHERE id = 1",
        "article 1: its text is not the one"
    )]
    [InlineData(
        "DROP TRIGGER audit_entries_no_update; UPDATE audit_entries SET who = 'mallory' WHERE subject = 'claim/3' AND sequence = 1",
        "audit: claim/3: entry 1"
    )]
    [InlineData(
        "DROP TRIGGER audit_entries_no_delete; DELETE FROM audit_entries WHERE subject = 'claim/3' AND sequence = 1",
        "audit: claim/3"
    )]
    [InlineData(
        "DROP TRIGGER audit_entries_no_update; UPDATE audit_entries SET changes = '{}' WHERE subject = 'claim/3' AND sequence = 1",
        "cannot be read"
    )]
    [InlineData(
        "DROP TRIGGER audit_entries_no_delete; DELETE FROM audit_entries WHERE subject = 'claim/3' AND sequence = (SELECT max(sequence) FROM audit_entries WHERE subject = 'claim/3')",
        "audit: claim/3: entry"
    )]
    [InlineData(
        "DROP TRIGGER audit_heads_no_delete; DELETE FROM audit_heads WHERE subject = 'claim/3'",
        "claim/3: the head of its chain is missing"
    )]
    [InlineData("UPDATE appearances SET start = start + 1 WHERE claim_id = 5", "claim 5: its words do not stand at")]
    [InlineData("DELETE FROM claim_search WHERE rowid = 7", "search: claim 7 cannot be found")]
    [InlineData(
        "UPDATE claims SET rating = 'changed' WHERE publication = 'Published'",
        "shows another verdict than the published one"
    )]
    [InlineData(
        "UPDATE claims SET publication = 'Retracted' WHERE publication = 'Published'",
        "it is shown as retracted, and a version"
    )]
    [InlineData(
        "UPDATE claims SET publication = 'Unpublished' WHERE publication = 'Published'",
        "it is shown as unpublished, and a version"
    )]
    [InlineData(
        "DROP TRIGGER claims_issued_fixed; UPDATE claims SET verdict_issued_at = '2020-01-01 00:00:00' WHERE publication = 'Published'",
        "it shows other dates"
    )]
    [InlineData(
        "UPDATE claims SET in_doubt_since = '2026-01-01 00:00:00' WHERE publication = 'Published'",
        "it is in doubt, and no finding is open"
    )]
    [InlineData(
        "INSERT INTO findings (claim_id, verdict_version, kind, words, found_at, stands) SELECT id, verdict_version, 'Changed', 'x', '2026-01-01 00:00:00', 0 FROM claims WHERE publication = 'Published' AND in_doubt_since IS NULL LIMIT 1",
        "is open, and it is not in doubt"
    )]
    [InlineData(
        "DROP TRIGGER approvals_fixed; UPDATE approvals SET \"by\" = 'ghost' WHERE id = (SELECT max(a.id) FROM approvals a JOIN verdicts v ON v.id = a.verdict_id WHERE v.status = 'Published')",
        "approval of ghost, who has no account"
    )]
    [InlineData(
        "DROP TRIGGER approvals_fixed; UPDATE approvals SET \"by\" = (SELECT proposed_by FROM verdicts v WHERE v.id = verdict_id) WHERE id = (SELECT max(a.id) FROM approvals a JOIN verdicts v ON v.id = a.verdict_id WHERE v.status = 'Published')",
        "its author"
    )]
    [InlineData(
        "DROP TRIGGER approvals_of_decided_fixed; UPDATE approvals SET voided_at = '2026-01-01 00:00:00' WHERE voided_at IS NULL",
        "with fewer approvals than"
    )]
    [InlineData("UPDATE reviews SET state = '{}' WHERE id = (SELECT max(id) FROM reviews)", "where it stands cannot be read")]
    [InlineData("UPDATE reviews SET state = 'null' WHERE id = (SELECT max(id) FROM reviews)", "where it stands cannot be read")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM articles WHERE id = 2", "what it refers to in articles is missing")]
    public async Task Says_what_is_wrong_with_a_database_that_was_tampered_with(string tampering, string? finding)
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Sqlite);
        await database.SeedAsync(60);
        await using (var connection = new SqliteConnection(database.ConnectionString))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = tampering;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var verified = await database.RunAsync("verify");
        Assert.Equal(finding is null ? 0 : 1, verified.Code);
        Assert.Contains(finding ?? "", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backs_up_a_running_desk_and_restores_it()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddClaimAsync("The port handles 90 ships a week.");
        var file = Path.Combine(Path.GetTempPath(), $"backup-{Guid.NewGuid():N}.db");
        try
        {
            Assert.Equal(0, (await desk.Database.RunAsync("backup", file)).Code);
            Assert.Equal(2, (await desk.Database.RunAsync("backup", file)).Code);
            await desk.AddClaimAsync("A later claim.");

            await using var elsewhere = await Database.CreateAsync(DatabaseKind.Sqlite);
            Assert.Equal(0, (await elsewhere.RunAsync("restore", file)).Code);
            Assert.Equal(2, (await elsewhere.RunAsync("restore", file)).Code);
            Assert.Contains("--overwrite", (await elsewhere.RunAsync("restore", file)).Error, StringComparison.Ordinal);
            Assert.Equal(0, (await elsewhere.RunAsync("verify")).Code);
            Assert.Equal(
                2,
                (await elsewhere.RunAsync("export", "--format", "csv"))
                    .Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Length
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Adds_people_who_can_sign_in(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        Assert.Equal(
            0,
            (
                await desk.Database.FeedAsync(
                    DeskApp.Password + "\n",
                    "user",
                    "add",
                    "ada",
                    "--role",
                    "editor",
                    "--role",
                    "fact-checker"
                )
            ).Code
        );
        using var browser = desk.Browser();
        Assert.Equal(
            200,
            (await browser.SubmitAsync("/signin", new() { ["Input.Name"] = "ada", ["Input.Password"] = DeskApp.Password })).Status
        );
        Assert.Equal(200, (await browser.OpenAsync("/desk/intake")).Status);

        Assert.Contains(
            "never given twice",
            (await desk.Database.FeedAsync(DeskApp.Password, "user", "add", "ada", "--role", "editor")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "There is no role",
            (await desk.Database.FeedAsync(DeskApp.Password, "user", "add", "bob", "--role", "boss")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no password came",
            (await desk.Database.FeedAsync("", "user", "add", "bob", "--role", "editor")).Error,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Password: ",
            (await desk.Database.FeedAsync("", "user", "add", "bob", "--role", "reader", "--generate")).Out,
            StringComparison.Ordinal
        );
        Assert.Equal(2, await desk.QueryAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_password_is_hashed_so_often_that_each_guess_costs_its_time()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, (await desk.Database.FeedAsync(DeskApp.Password, "user", "add", "ada", "--role", "editor")).Code);
        var hash = Convert.FromBase64String((await desk.QueryAsync(db => db.Users.SingleAsync())).PasswordHash!);

        // The format's version, its function (2: HMAC-SHA512) and how often it is applied (ASP.NET Core Identity, version 3).
        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(210_000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_person_is_let_in_given_a_new_password_and_kept_out_by_verbs(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        using var ben = desk.Browser();
        for (var i = 0; i < 7; i++)
        {
            await TryAsync(ben, "guessed, and wrong");
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await TryAsync(ben, "guessed, and wrong");
        Assert.Equal("/signin", (await TryAsync(ben, DeskApp.Password)).Address.AbsolutePath);
        Assert.Equal(0, (await desk.Database.RunAsync("user", "unlock", "ben")).Code);
        Assert.Equal("/desk", (await TryAsync(ben, DeskApp.Password)).Address.AbsolutePath);

        var reset = await desk.Database.FeedAsync("", "user", "reset", "ben", "--generate");
        var password = reset.Out.Split("Password: ")[1].Trim();
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/signin", (await ben.OpenAsync("/desk")).Address.AbsolutePath);
        Assert.Equal("/signin", (await TryAsync(ben, DeskApp.Password)).Address.AbsolutePath);
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("/desk", (await TryAsync(ben, password)).Address.AbsolutePath);

        Assert.Equal(0, (await desk.Database.RunAsync("user", "deactivate", "ben")).Code);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("/signin", (await ben.OpenAsync("/desk")).Address.AbsolutePath);
        Assert.Equal("/signin", (await TryAsync(ben, password)).Address.AbsolutePath);

        foreach (var verb in new[] { "unlock", "deactivate" })
        {
            var unknown = await desk.Database.RunAsync("user", verb, "zoe");
            Assert.Equal(2, unknown.Code);
            Assert.Contains("There is nobody called zoe", unknown.Error, StringComparison.Ordinal);
        }

        var last = await desk.Database.RunAsync("user", "deactivate", "root");
        Assert.Contains("the last administrator", last.Error, StringComparison.Ordinal);
    }

    private static Task<DeskPage> TryAsync(DeskBrowser browser, string password) =>
        browser.SubmitAsync("/signin", new() { ["Input.Name"] = "ben", ["Input.Password"] = password });
}
