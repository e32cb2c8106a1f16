using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Workflows.Ports;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Data;

/// <summary>Rows that are read without EF's queries are the same rows; rows get their keys before EF writes them.</summary>
public sealed class RowsTests
{
    private static readonly Actor Ada = new("ada", new HashSet<string> { Roles.FactChecker });

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_move_loads_what_EF_would_load(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var claim = await desk.AddPublishedClaimAsync("The bridge is 900 metres long.", "true");
        var review = await desk.InScopeAsync(s =>
            s.GetRequiredService<IReviewEngine>()
                .StartAsync(new StartReview(claim, "recheck", new Dictionary<string, JsonNode?>(), Ada), default)
        );
        Assert.Null(review.Refusal);

        var byEf = await desk.QueryAsync(async db =>
        {
            await db.Claims.Where(c => c.Id == claim).Include(c => c.Evidence).LoadAsync();
            await db.Verdicts.Where(v => v.ClaimId == claim).Include(v => v.Approvals).Include(v => v.Evidence).LoadAsync();
            await db
                .Reviews.Where(r => r.Id == review.Value)
                .Include(r => r.Recheck)
                .Include(r => r.Timers)
                .Include(r => r.Tasks)
                    .ThenInclude(t => t.Decided)
                .LoadAsync();
            return Tracked(db);
        });
        var byRows = await desk.QueryAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            Assert.NotNull(await db.LoadReviewAsync(review.Value, default));
            return Tracked(db);
        });

        Assert.Contains("Recheck", string.Join('\n', byEf), StringComparison.Ordinal);
        Assert.Contains("verdict_evidence", string.Join('\n', byEf), StringComparison.Ordinal);
        Assert.Equal(byEf, byRows);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_later_of_two_writers_is_refused_and_writes_nothing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The bridge is 800 metres long.");

        var failure = await Record.ExceptionAsync(() =>
            desk.QueryAsync(async db =>
            {
                var mine = await db.Claims.SingleAsync(c => c.Id == id);
                await desk.ChangeClaimAsync(id, c => c.Reword("The bridge is 801 metres long.", c.Kind, "ada", desk.Now));
                Assert.True(mine.Reword("The bridge is 802 metres long.", mine.Kind, "ada", desk.Now).IsOk);
                db.Notices.Add(new Notice(Roles.Editor, "This goes with it", id, desk.Now));
                return await db.SaveChangesAsync();
            })
        );

        Assert.IsType<DbUpdateConcurrencyException>(failure);
        Assert.Equal(
            "The bridge is 801 metres long.",
            await desk.QueryAsync(db => db.Claims.Where(c => c.Id == id).Select(c => c.Wording).SingleAsync())
        );
        Assert.Empty(await desk.QueryAsync(db => db.Notices.Where(n => n.Message == "This goes with it").ToListAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_refers_to_what_comes_with_it_in_one_save_gets_its_key(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddPublishedClaimAsync("The bridge is 700 metres long.", "true");
        await desk.PublishAsync(id, "false", "It was measured again.", "The bridge was measured anew.");

        var stored = await desk.QueryAsync(db =>
            db.Verdicts.Where(v => v.ClaimId == id)
                .OrderBy(v => v.Version)
                .Select(v => new
                {
                    v.Id,
                    v.Status,
                    Evidence = v.Evidence.Count,
                    Approvals = v.Approvals.Count,
                })
                .ToListAsync()
        );
        Assert.Equal([VerdictStatus.Superseded, VerdictStatus.Published], stored.Select(v => v.Status));
        Assert.Equal([1, 2], stored.Select(v => v.Evidence));
        Assert.All(stored, v => Assert.True(v.Id > 0 && v.Approvals == 1));
        Assert.All(await desk.QueryAsync(db => db.AuditEntries.Select(e => e.Id).ToListAsync()), entry => Assert.True(entry > 0));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_key_of_a_row_that_was_deleted_is_not_given_again(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var claim = await desk.AddClaimAsync("The bridge is 600 metres long.");

        async Task<long> NoticeAsync() =>
            await desk.QueryAsync(async db =>
            {
                var notice = db.Notices.Add(new Notice(Roles.Editor, "The bridge is longer.", claim, desk.Now)).Entity;
                await db.SaveChangesAsync();
                return notice.Id;
            });

        var first = await NoticeAsync();
        Assert.Equal(1, await desk.QueryAsync(db => db.Notices.Where(n => n.Id == first).ExecuteDeleteAsync()));

        Assert.True(await NoticeAsync() > first);
    }

    // Table, key and every value of every tracked row.
    private static List<string> Tracked(DeskDb db) =>
        [
            .. db
                .ChangeTracker.Entries()
                .Where(e => e.State == EntityState.Unchanged)
                .Select(entry =>
                    $"{entry.Metadata.GetTableName()} {entry.Metadata.ClrType.Name}: {string.Join(", ", entry.Properties.Select(p => $"{p.Metadata.Name}={JsonValue.Create(p.CurrentValue?.ToString())}"))}"
                )
                .Order(StringComparer.Ordinal),
        ];
}
