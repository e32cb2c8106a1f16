using System.Data.Common;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Postgres;
using ClaimTracker.Web.Data.Sqlite;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>
/// Whoever could still rate blind sees no proposal, in a review and between two; and whoever was shown one rates it blind no
/// more, whichever way they come.
/// </summary>
public sealed class BlindReadingTests
{
    private const string Text = "Two harbour offices counted them.";

    private static readonly Actor Kim = new("kim", new HashSet<string> { Roles.Editor, Roles.FactChecker });

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_editor_who_has_read_the_proposal_does_not_rate_it_blind_by_any_way(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await BeginAsync(desk);
        using var kim = await desk.SignInAsync("kim", Roles.Editor, Roles.FactChecker);
        Assert.DoesNotContain(Text, (await kim.OpenAsync($"/desk/claims/{id}")).Text, StringComparison.Ordinal);
        await RateAsync(desk, id, Ben);

        // Now she may judge it, and reads it; another sends it back.
        Assert.Contains(Text, (await kim.OpenAsync($"/desk/claims/{id}")).Text, StringComparison.Ordinal);
        await desk.MustDecideAsync(id, Eve, "RequestChanges", new JsonObject { ["reason"] = "Name the day." });
        await RateAsync(desk, id, Ada);
        var task = await desk.OpenTaskAsync(id);

        Assert.True(task.Terms.Blind);
        Assert.Contains("kim", task.Barred);
        var page = await kim.OpenAsync($"/desk/claims/{id}");
        Assert.Contains(BarRule.Known, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Take this task", page.Text, StringComparison.Ordinal);
        Assert.Contains("Not for you", (await kim.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Equal("barred", (await desk.DecideTaskAsync(task.Id, Kim, "Proposed", Rating())).Refusal?.Code);
        await desk.InScopeAsync(async services =>
        {
            var leases = services.GetRequiredService<TaskLeases>();
            Assert.Equal("barred", (await leases.TakeAsync(task.Id, Kim, default)).Refusal?.Code);
            Assert.Equal("not-for-them", (await leases.HandOverAsync(task.Id, "kim", Eve, default)).Refusal?.Code);
            Assert.NotEqual(task.Id, (await services.GetRequiredService<NextTask>().TakeAsync(Kim, null, default)).Value?.TaskId);
            return true;
        });
        await BulkAssignAsync(desk, task.Id);
        Assert.Null((await desk.OpenTaskAsync(id)).HolderAt(desk.Now));
        Assert.True((await desk.DecideTaskAsync(task.Id, Ben, "Proposed", Rating())).IsOk);
        Assert.Equal(0, (await desk.Database.RunAsync("verify")).Code);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Between_two_reviews_it_is_hidden_from_who_may_rate_the_next_and_who_reads_it_does_not(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await BeginAsync(desk);
        var first = await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == id).Select(r => r.Id).SingleAsync());
        await desk.WithEngineAsync(engine => engine.CancelAsync(first, "A mistake.", Eve, CancellationToken.None));
        using var gil = await desk.SignInAsync("gil", Roles.FactChecker);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        foreach (var page in new[] { $"/desk/claims/{id}", $"/desk/claims/{id}/history", "/desk" })
            Assert.DoesNotContain(Text, (await gil.OpenAsync(page)).Html.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Contains(Text, (await ada.OpenAsync($"/desk/claims/{id}")).Text, StringComparison.Ordinal);
        for (var times = 0; times < 2; times++)
            Assert.Contains(Text, (await root.OpenAsync($"/desk/claims/{id}")).Text, StringComparison.Ordinal);
        var noted = await desk.QueryAsync(db =>
            db.AuditEntries.Where(e => e.Action == "see what is proposed").Select(e => e.Who).ToListAsync()
        );
        await desk.StartReviewAsync(id, "cross-check");
        await RateAsync(desk, id, Ben);
        var task = await desk.OpenTaskAsync(id);

        Assert.Equal(["root"], noted);
        Assert.Equal(["ada", "ben", "root"], task.Barred.Order());
        var later = new Actor("root", new HashSet<string> { Roles.FactChecker });
        Assert.Equal("barred", (await desk.DecideTaskAsync(task.Id, later, "Proposed", Rating())).Refusal?.Code);
        Assert.Equal("barred", (await desk.DecideTaskAsync(task.Id, Ada, "Proposed", Rating())).Refusal?.Code);
        Assert.True((await desk.DecideTaskAsync(task.Id, new Actor("gil", later.ActorRoles), "Proposed", Rating())).IsOk);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_review_that_asks_nobody_to_rate_blind_uncovers_no_earlier_proposal(DatabaseKind kind)
    {
        const string Later = "The harbour master counted them.";
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await BeginAsync(desk);
        var first = await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == id).Select(r => r.Id).SingleAsync());
        await desk.WithEngineAsync(engine => engine.CancelAsync(first, "A mistake.", Eve, CancellationToken.None));
        await desk.StartReviewAsync(id, "standard-review");
        await desk.MustDecideAsync(id, Ben, "Proposed", new JsonObject { ["rating"] = "true", ["rationale"] = Later });
        using var gil = await desk.SignInAsync("gil", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        foreach (var page in new[] { $"/desk/claims/{id}", $"/desk/claims/{id}/history", "/desk" })
        {
            var shown = (await gil.OpenAsync(page)).Html.Body!.InnerHtml;
            Assert.DoesNotContain(Text, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(Later, shown, StringComparison.Ordinal);
        }

        // Who is asked to approve sees what is to be approved, and does.
        Assert.Contains(Later, (await eve.OpenAsync($"/desk/claims/{id}")).Text, StringComparison.Ordinal);
        await desk.MustDecideAsync(id, Eve, "Approve");
        Assert.Contains(Later, (await gil.OpenAsync($"/desk/claims/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "")]
    [InlineData(DatabaseKind.Postgres, "")]
    [InlineData(DatabaseKind.Sqlite, "/history")]
    [InlineData(DatabaseKind.Postgres, "/history")]
    public async Task What_is_proposed_while_a_page_is_read_is_not_shown_on_it(DatabaseKind kind, string page)
    {
        await using var database = await Database.WithSchemaAsync(kind);
        var meanwhile = new Meanwhile();
        await using var desk = await DeskApp.StartAsync(
            database,
            builder =>
                builder
                    .Services.ConfigureDbContext<SqliteDeskDb>(options => options.AddInterceptors(meanwhile))
                    .ConfigureDbContext<PostgresDeskDb>(options => options.AddInterceptors(meanwhile))
        );
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id, "cross-check");
        using var gil = await desk.SignInAsync("gil", Roles.FactChecker);
        meanwhile.Before("audit_entries", () => RateAsync(desk, id, Ada));

        var read = await gil.OpenAsync($"/desk/claims/{id}{page}");

        Assert.True(meanwhile.WasDone);
        Assert.DoesNotContain(Text, read.Html.Body!.InnerHtml, StringComparison.Ordinal);
    }

    // Somebody else acts just before the history is read: after it was asked who may see it.
    private sealed class Meanwhile : DbCommandInterceptor
    {
        private string _table = "";
        private Func<Task>? _act;

        public bool WasDone { get; private set; }

        public void Before(string table, Func<Task> act) => (_table, _act) = (table, act);

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (
                command.CommandText.Contains($"FROM {_table}", StringComparison.Ordinal)
                || command.CommandText.Contains($"FROM \"{_table}\"", StringComparison.Ordinal)
            )
            {
                if (Interlocked.Exchange(ref _act, null) is { } act)
                {
                    await act();
                    WasDone = true;
                }
            }

            return result;
        }
    }

    private static async Task BulkAssignAsync(DeskApp desk, long task)
    {
        await desk.InScopeAsync(async services =>
        {
            var bulk = services.GetRequiredService<BulkDesk>();
            var act = await bulk.ChooseAsync(BulkAction.Assign, [new Chosen(task, null)], Eve, default);
            Assert.True(act.IsOk, act.Refusal?.Message);
            Assert.True((await bulk.ConfirmAsync(act.Value!.Id, "kim", Eve, default)).IsOk);
            Assert.True((await bulk.GoOnAsync(act.Value.Id, TimeSpan.FromSeconds(5), Eve, default)).IsOk);
            return true;
        });
    }

    private static JsonObject Rating() => new() { ["rating"] = "mostly-true", ["rationale"] = Text };

    private static Task RateAsync(DeskApp desk, long id, Actor who) => desk.MustDecideAsync(id, who, "Proposed", Rating());

    // Ada has proposed, and somebody is asked to rate it blind.
    private static async Task<long> BeginAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id, "cross-check");
        await RateAsync(desk, id, Ada);
        return id;
    }
}
