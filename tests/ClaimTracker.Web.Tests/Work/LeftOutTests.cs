using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Work;

/// <summary>What a list leaves out, since it cannot be read, is said there, and hides nothing that comes after it.</summary>
public sealed class LeftOutTests
{
    private const string Sound = "The quay was built in 1901.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_of_due_claims_none_of_which_can_be_shown_leads_to_the_next(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        for (var number = 0; number < 30; number++)
            await desk.AddPublishedClaimAsync($"The pier is {number + 70} metres long.", "true");
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.AddPublishedClaimAsync(Sound, "true");
        desk.Clock.Advance(TimeSpan.FromDays(40));
        await RunAsync(desk, kind, "claims", $"UPDATE claims SET stage = 'Nowhere' WHERE wording <> '{Sound}'");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        var first = await eve.OpenAsync("/desk/rechecks");
        var next = first.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");

        Assert.Equal(25, first.Html.QuerySelectorAll("[data-odd]").Length);
        Assert.NotNull(next);
        var second = await eve.OpenAsync(next);
        Assert.Contains(Sound, second.Text, StringComparison.Ordinal);
        Assert.Equal(5, second.Html.QuerySelectorAll("[data-odd]").Length);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_of_outlets_none_of_which_can_be_shown_leads_to_the_next(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await desk.QueryAsync(async db =>
        {
            db.Outlets.AddRange(
                Enumerable.Range(0, 120).Select(i => new Outlet($"A {i:000}")).Append(new Outlet("The Last Post"))
            );
            return await db.SaveChangesAsync();
        });
        await RunAsync(desk, kind, "outlets", "UPDATE outlets SET licence = 'Free' WHERE name < 'B'");

        var said = 0;
        var page = await eve.OpenAsync("/outlets");
        for (var next = Next(page); next is not null; next = Next(page))
        {
            said += page.Html.QuerySelectorAll("[data-odd]").Length;
            page = await eve.OpenAsync(next);
        }

        Assert.True(said > 0);
        Assert.Contains("The Last Post", page.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_linked_claim_that_cannot_be_shown_is_named_on_the_page_of_its_target(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        var target = await desk.AddPublishedClaimAsync(Sound, "true");
        var twin = await desk.AddPublishedClaimAsync("It is said that the quay was built in 1901.", "true");
        await RunAsync(desk, kind, "claims", $"UPDATE claims SET linked_to_id = {target}, stage = 'Nowhere' WHERE id = {twin}");

        var page = await eve.OpenAsync($"/desk/claims/{target}");

        Assert.Contains($"claim {twin}: ", page.Html.QuerySelector("[data-odd]")!.TextContent, StringComparison.Ordinal);
    }

    // PostgreSQL lets nothing stand in the columns of these that cannot be read.
    [Theory]
    [InlineData("UPDATE saved_filters SET saved_at = '2020-13-45'", "/desk", "1 saved filter")]
    [InlineData("UPDATE saved_filters SET saved_at = '2020-13-45'", "/desk/filters", "1 filter")]
    [InlineData("UPDATE look_hosts SET free_at = '2020-13-45', failures = 1", "/desk/rechecks/sites", "1 site")]
    [InlineData("UPDATE looks SET due_at = '2020-13-45', attempts = 1", "/desk/rechecks", "1 look")]
    [InlineData("UPDATE looks SET due_at = '2020-13-45'", "/desk/claims/1", "a look that is still to be made cannot be read")]
    public async Task What_cannot_be_read_is_counted_where_it_would_stand(string statement, string address, string said)
    {
        var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        site.Write("/port", "The port handled 90 ships a week in July.");
        Assert.Equal(1, await desk.AddWatchedClaimAsync("The port handled 90 ships a week in July.", site.Url("/port")));
        await site.DisposeAsync();
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await desk.LookAsync();
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await desk.QueryAsync(async db =>
        {
            var filter = new SavedFilter("eve", "?kind=count", shared: false, desk.Now);
            Assert.True(filter.Rename("Mine").IsOk);
            db.SavedFilters.Add(filter);
            return await db.SaveChangesAsync();
        });

        Assert.NotEqual(0, await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement)));

        Assert.Contains(said, (await eve.OpenAsync(address)).Text, StringComparison.Ordinal);
    }

    // What the columns take, and no program of ours wrote into them: the page says so, and no bare failure.
    [Theory]
    [InlineData("UPDATE articles SET text = ''")]
    [InlineData("UPDATE articles SET text = 'Short.'")]
    [InlineData("UPDATE reviews SET state = '{{'")]
    [InlineData("UPDATE reviews SET state = '{{}}'")]
    [InlineData("UPDATE reviews SET state = 'null'")]
    [InlineData("UPDATE appearances SET text = ''")]
    [InlineData("UPDATE tasks SET barred = '7'")]
    public async Task Text_that_is_none_of_ours_is_said_on_the_page(string statement)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var eve = await desk.SignInAsync("eve", Roles.Editor, Roles.FactChecker);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.StartReviewAsync(id);
        var shown = await desk.AddPublishedClaimAsync(Sound, "true");
        var waiting = await desk.AddClaimAsync("There were 14 ships.");
        var article = await desk.QueryAsync(db =>
            db.Appearances.Where(a => a.ClaimId == shown).Select(a => a.ArticleId).SingleAsync()
        );
        await ExecuteAsync(desk, "DROP TRIGGER articles_text_fixed");

        await ExecuteAsync(desk, statement);

        foreach (
            var address in new[]
            {
                $"/desk/claims/{id}",
                $"/desk/claims/{shown}",
                $"/desk/claims/{id}/history",
                $"/desk/triage?claim={waiting}",
                "/desk/triage/list",
                "/desk",
                "/desk/rechecks",
                "/",
                $"/claims/{shown}",
                $"/articles/{article}",
                $"/api/claims/{shown}",
                "/feed",
            }
        )
        {
            var page = await eve.OpenAsync(address);
            Assert.True(
                page.Status == 200 || (page.Status == 503 && page.Text.Contains("not as this program", StringComparison.Ordinal)),
                $"{address} answers {page.Status}: {page.Text[..Math.Min(500, page.Text.Length)]}"
            );
        }
    }

    private static string? Next(DeskPage page) => page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");

    private static async Task RunAsync(DeskApp desk, DatabaseKind kind, string table, string statement)
    {
        if (kind == DatabaseKind.Postgres)
            await ExecuteAsync(desk, $"ALTER TABLE {table} DISABLE TRIGGER USER");
        await ExecuteAsync(desk, statement);
    }

    private static Task<int> ExecuteAsync(DeskApp desk, string statement) =>
        desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement));
}
