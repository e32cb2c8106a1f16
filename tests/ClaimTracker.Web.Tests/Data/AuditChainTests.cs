using System.Data.Common;
using ClaimTracker.Web.Data.Verification;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Data;

public sealed class AuditChainTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_was_cut_from_the_end_of_a_chain_is_named_also_after_it_has_grown_again(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The quay is 300 metres long.");
        await desk.AddEvidenceAsync(id, "survey");
        Assert.Empty(await FindingsAsync(desk));

        await desk.QueryAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                kind == DatabaseKind.Sqlite
                    ? "DROP TRIGGER audit_entries_no_delete"
                    : "ALTER TABLE audit_entries DISABLE TRIGGER ALL"
            )
        );
        await desk.QueryAsync(db =>
            db.AuditEntries.Where(e => e.Subject == $"claim/{id}" && e.Sequence == 2).ExecuteDeleteAsync()
        );
        if (kind == DatabaseKind.Postgres)
            await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE audit_entries ENABLE TRIGGER ALL"));
        var cut = Assert.Single(await FindingsAsync(desk));
        await desk.AddEvidenceAsync(id, "chart");
        var grown = Assert.Single(await FindingsAsync(desk));

        Assert.StartsWith($"audit: claim/{id}: entry 2, its last, is missing", cut, StringComparison.Ordinal);
        Assert.StartsWith($"audit: claim/{id}: entry 2 is missing", grown, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_chain_grows_shorter(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddClaimAsync("The quay is 400 metres long.");

        foreach (var statement in new[] { "UPDATE audit_heads SET sequence = 0", "DELETE FROM audit_heads" })
        {
            var refused = await Record.ExceptionAsync(() => desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement)));
            Assert.Contains("never grows shorter", refused?.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_head_and_no_entry_is_replaced()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("The quay is 500 metres long.");
        await desk.AddEvidenceAsync(id, "survey");
        string[] statements =
        [
            "INSERT OR REPLACE INTO audit_heads (subject, sequence, hash) SELECT subject, sequence - 1, hash FROM audit_heads",
            "INSERT OR REPLACE INTO audit_heads (subject, sequence, hash) SELECT subject, sequence, 'another' FROM audit_heads",
            "INSERT OR REPLACE INTO audit_heads (subject, sequence, hash) SELECT subject, sequence + 1, hash FROM audit_heads",
            "REPLACE INTO audit_heads (subject, sequence, hash) SELECT subject, 1, hash FROM audit_entries WHERE sequence = 1",
            "INSERT INTO audit_heads (subject, sequence, hash) VALUES ('claim/77', 1, 'made up')",
            "INSERT OR REPLACE INTO audit_entries SELECT * FROM audit_entries",
        ];

        foreach (var statement in statements)
        {
            var refused = await Record.ExceptionAsync(() => desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement)));
            Assert.True(
                refused is DbException { Message: var why } && why.Contains(" never ", StringComparison.Ordinal),
                statement
            );
        }

        Assert.Empty(await FindingsAsync(desk));
        await desk.AddEvidenceAsync(id, "chart");
        Assert.Empty(await FindingsAsync(desk));
    }

    private static Task<List<string>> FindingsAsync(DeskApp desk) =>
        desk.QueryAsync(async db =>
        {
            List<string> findings = [];
            await foreach (var finding in AuditCheck.RunAsync(db))
                findings.Add(finding);
            return findings;
        });
}
