using ClaimTracker.Domain;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages;

public sealed class IndexTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Shows_the_four_things_of_each_listed_claim_apart(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind, "--Desk:ShowClaimsUnderReview", "true");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await desk.AddClaimAsync("Nobody has taken this one up.");
        await desk.AddListedClaimAsync("Forty bridges were closed.");
        await desk.AddPublishedClaimAsync("The dam holds two billion litres.", "mostly-true");
        using var browser = desk.Browser();

        var board = await browser.OpenAsync("/");

        var cards = board
            .Html.QuerySelectorAll(".card")
            .Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
            .ToList();
        Assert.Equal(2, cards.Count);
        Assert.Contains("The dam holds two billion litres.", cards[0], StringComparison.Ordinal);
        Assert.Contains("Verdict: Mostly true", cards[0], StringComparison.Ordinal);
        Assert.Contains("Publication: Published", cards[0], StringComparison.Ordinal);
        Assert.Contains("Freshness: Fresh", cards[0], StringComparison.Ordinal);
        Assert.Contains("Last verified", cards[0], StringComparison.Ordinal);
        Assert.Contains("Verdict: No verdict yet", cards[1], StringComparison.Ordinal);
        Assert.Contains("Stage: Assigned", cards[1], StringComparison.Ordinal);
        Assert.DoesNotContain("taken this one up", board.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Combines_filters_and_words_in_the_address(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await desk.AddPublishedClaimAsync("Red boats sank in March.", "true", "event", "Harbour News");
        await desk.AddPublishedClaimAsync("Red boats sank in April.", "false", "event", "Harbour News");
        await desk.AddPublishedClaimAsync("Ninety red boats exist.", "false", "count", "Harbour News");
        await desk.AddPublishedClaimAsync("Red boats are the fastest.", "false", "event", "Inland Post");
        using var browser = desk.Browser();

        await ExpectAsync("/?verdict=false", "are the fastest", "Ninety", "April");
        await ExpectAsync("/?verdict=false&kind=event", "are the fastest", "April");
        await ExpectAsync("/?verdict=false&kind=event&outlet=Harbour+News", "April");
        await ExpectAsync("/?q=boats+sank&verdict=true", "March");
        await ExpectAsync("/?q=boat", "are the fastest", "Ninety", "April", "March");
        await ExpectAsync("/?q=%22%29+OR+%2A");
        await ExpectAsync("/?freshness=stale");
        await ExpectAsync("/?freshness=fresh&outlet=Inland+Post", "are the fastest");

        async Task ExpectAsync(string address, params string[] wordings)
        {
            var found = (await browser.OpenAsync(address))
                .Html.QuerySelectorAll(".card .wording")
                .Select(w => w.TextContent)
                .ToList();
            Assert.Equal(wordings.Length, found.Count);
            Assert.All(wordings.Zip(found), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Leads_through_all_claims_page_by_page(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind, "--Desk:ShowClaimsUnderReview", "true");
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        for (var i = 1; i <= 28; i++)
            await desk.AddListedClaimAsync($"Claim number {i} of the day.");
        using var browser = desk.Browser();

        var first = await browser.OpenAsync("/");
        var second = await browser.OpenAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(25, first.Html.QuerySelectorAll(".card").Length);
        Assert.Equal(3, second.Html.QuerySelectorAll(".card").Length);
        Assert.Contains("Claim number 1 of", second.Text, StringComparison.Ordinal);
        Assert.Null(second.Html.QuerySelector("a[rel=next]"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_search_that_has_not_looked_through_all_claims_says_so_and_leads_on(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await desk.AddPublishedClaimAsync("Red boats sank in March.", "true");
        using var browser = desk.Browser();
        Assert.Contains("No claim matches.", (await browser.OpenAsync("/?q=zeppelin")).Text, StringComparison.Ordinal);
        await desk.QueryAsync(db =>
            db.IsPostgres
                ? db.Database.ExecuteSqlRawAsync(
                    "SELECT setval(pg_get_serial_sequence('claims', 'id'), {0})",
                    ClaimBoard.SearchSpan + 10
                )
                : db.Database.ExecuteSqlRawAsync(
                    "UPDATE sqlite_sequence SET seq = {0} WHERE name = 'claims'",
                    ClaimBoard.SearchSpan + 10
                )
        );
        await desk.AddPublishedClaimAsync("The dam holds two billion litres.", "true");

        var first = await browser.OpenAsync("/?q=boats");
        Assert.Contains("Nothing among the newest claims that could match.", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No claim matches.", first.Text, StringComparison.Ordinal);
        var second = await browser.OpenAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("Red boats sank in March.", second.Text, StringComparison.Ordinal);
        Assert.Null(second.Html.QuerySelector("a[rel=next]"));
        Assert.Contains(
            "No older claim matches.",
            (await browser.OpenAsync("/?q=boats&before=1")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("No claim matches.", (await browser.OpenAsync("/?q=zeppelin")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_reader_and_desk_what_to_do_while_it_is_empty()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var checker = await desk.SignInAsync("ada", Roles.FactChecker);
        using var reader = desk.Browser();

        Assert.Contains("Nothing is here yet", (await reader.OpenAsync("/")).Text, StringComparison.Ordinal);
        var offered = await checker.OpenAsync("/");
        Assert.Contains("Add the sample article", offered.Text, StringComparison.Ordinal);
        Assert.Contains("No claim matches", (await reader.OpenAsync("/?kind=event")).Text, StringComparison.Ordinal);

        await desk.AddClaimAsync("Found, and waiting.");
        Assert.Contains("Go to triage", (await checker.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_claims_under_review_to_the_desk_unless_the_setting_says_otherwise()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var open = await desk.AddListedClaimAsync("Still being looked at.");
        await desk.AddPublishedClaimAsync("Done and public.", "true");
        using var browser = desk.Browser();

        Assert.Equal(
            "Done and public.",
            Assert.Single((await browser.OpenAsync("/")).Html.QuerySelectorAll(".wording")).TextContent
        );
        Assert.Equal(404, (await browser.OpenAsync($"/claims/{open}")).Status);
        using var checker = await desk.SignInAsync("bea", Roles.FactChecker);
        Assert.DoesNotContain(
            "What readers see",
            (await checker.OpenAsync($"/desk/claims/{open}")).Text,
            StringComparison.Ordinal
        );
    }
}
