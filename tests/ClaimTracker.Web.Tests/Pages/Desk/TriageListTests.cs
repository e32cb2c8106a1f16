using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public sealed class TriageListTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_articles_claims_stand_together_and_one_by_one_stays_with_them(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddClaimAsync("There were 270 drones elsewhere.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var added = await ada.SubmitAsync("/desk/intake", [], button: "Add the sample article");
        var list = await ada.OpenAsync(
            added.Html.QuerySelectorAll("a.button").First(a => a.TextContent == "Go to triage").GetAttribute("href")!
        );
        var ids = await desk.QueryAsync(db =>
            db.Appearances.Where(a => a.Article.Title != "A test article").Select(a => a.ClaimId).Distinct().Order().ToListAsync()
        );

        var links = list.Html.QuerySelectorAll("[data-list] .wording a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(ids.Count, links.Count);
        Assert.Equal(ids.Select(id => $"{id}"), links.Select(href => href.Split("claim=")[1].Split('&')[0]));
        Assert.DoesNotContain("270 drones elsewhere", list.Text, StringComparison.Ordinal);
        Assert.Contains("Does not stand alone", list.Text, StringComparison.Ordinal);

        var next = await ada.SubmitAsync(links[0], new() { ["reason"] = "Nobody repeats it." }, button: "Decline");
        Assert.Equal($"{ids[1]}", next.Html.QuerySelector("input[name=claimId][value]:not(.undo input)")!.GetAttribute("value"));
        Assert.Contains("article=", next.Address.Query, StringComparison.Ordinal);
        Assert.DoesNotContain("270 drones elsewhere", next.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Who_opened_a_claim_last_is_told_to_whoever_looks_next(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);

        var first = await ada.OpenAsync($"/desk/triage?claim={id}");
        var second = await bea.OpenAsync($"/desk/triage?claim={id}");
        var list = await ada.OpenAsync("/desk/triage/list");

        Assert.DoesNotContain("opened it", first.Text, StringComparison.Ordinal);
        Assert.Contains("ada opened it", second.Text, StringComparison.Ordinal);
        Assert.Contains("bea opened it", list.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_list_is_searched_filtered_and_paged(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        for (var i = 0; i < 51; i++)
            await desk.AddClaimAsync($"There were {i} ships.");
        await desk.AddClaimAsync("There were 270 drones.", "attack-count", "Inland Post");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var first = await ada.OpenAsync("/desk/triage/list");
        var second = await ada.OpenAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(50, first.Html.QuerySelectorAll("[data-list] .wording").Length);
        Assert.Equal(2, second.Html.QuerySelectorAll("[data-list] .wording").Length);
        foreach (
            var query in new[]
            {
                "q=drone",
                "kind=attack-count",
                "outlet=Inland+Post",
                "q=drones&kind=attack-count&outlet=Inland+Post",
            }
        )
        {
            var page = await ada.OpenAsync("/desk/triage/list?" + query);
            Assert.Equal("There were 270 drones.", Assert.Single(page.Html.QuerySelectorAll("[data-list] .wording")).TextContent);
        }

        Assert.Contains(
            "No claim in triage fits",
            (await ada.OpenAsync("/desk/triage/list?q=trains")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(404, (await ada.OpenAsync("/desk/triage/list?article=99999")).Status);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_begins_where_its_claim_stood_though_that_was_decided_since(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        List<long> ids = [];
        for (var i = 0; i < 4; i++)
            ids.Add(await desk.AddClaimAsync($"There were {i} ships."));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync($"/desk/triage?claim={ids[2]}", new() { ["reason"] = "Nobody repeats it." }, button: "Decline");

        var page = await ada.OpenAsync($"/desk/triage/list?q=ships&from={ids[2]}");

        Assert.Equal(
            ["There were 1 ships.", "There were 0 ships."],
            page.Html.QuerySelectorAll("[data-list] .wording").Select(e => e.TextContent.Trim())
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_search_goes_on_among_older_claims_and_so_does_all_that_it_shows(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var old = await desk.AddClaimAsync("There were 12 ships.");
        await desk.QueryAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                kind == DatabaseKind.Sqlite
                    ? "UPDATE sqlite_sequence SET seq = 250000 WHERE name = 'claims'"
                    : "ALTER SEQUENCE claims_id_seq RESTART WITH 250001"
            )
        );
        var young = await desk.AddClaimAsync("There were 13 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var page = await ada.OpenAsync("/desk/triage/list?q=ships");
        Assert.Equal(
            "There were 13 ships.",
            Assert.Single(page.Html.QuerySelectorAll("[data-list] .wording")).TextContent.Trim()
        );
        page = await ada.OpenAsync(page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("None of the claims that were searched so far", page.Text, StringComparison.Ordinal);
        page = await ada.OpenAsync(page.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(
            "There were 12 ships.",
            Assert.Single(page.Html.QuerySelectorAll("[data-list] .wording")).TextContent.Trim()
        );
        Assert.Null(page.Html.QuerySelector("a[rel=next]"));

        // Two words are searched by spans of numbers on SQLite: what the script writes and what is asked for have to agree.
        foreach (var words in new[] { "ships", "were ships" })
        {
            Assert.Equal(
                [young, old],
                await desk.InScopeAsync(services =>
                    services
                        .GetRequiredService<TriageQuery>()
                        .ChooseAsync(new TriageFilter { Q = words }, 10, CancellationToken.None)
                )
            );
        }
    }

    [Fact]
    public async Task A_claim_that_a_person_has_worded_is_not_called_incomplete_any_more()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync("/desk/intake", [], button: "Add the sample article");
        var claim = (await desk.QueryAsync(db => db.Claims.ToListAsync())).First(c => c.Details.Missing.Count > 0);

        await ada.SubmitAsync(
            $"/desk/triage?claim={claim.Id}",
            new() { ["wording"] = "On 19 August 2025, " + claim.Wording },
            button: "Accept"
        );

        Assert.Empty((await desk.ClaimAsync(claim.Id)).Details.Missing);
    }
}
