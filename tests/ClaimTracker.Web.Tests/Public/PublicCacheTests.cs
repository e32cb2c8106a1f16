using ClaimTracker.Domain;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Public;

public sealed class PublicCacheTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Serves_from_memory_until_a_commit_touches_the_claim(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        using var browser = desk.Browser();
        BeginPeriod(desk);
        foreach (var address in new[] { $"/claims/{id}", "/", $"/api/claims/{id}" })
        {
            Assert.False(await IsFromMemoryAsync(browser, address), address);
            Assert.True(await IsFromMemoryAsync(browser, address), address);
        }

        await desk.PublishAsync(id, "false", "The gauge.", "We had misread the gauge.");

        Assert.Contains("Our verdict: False", (await browser.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Verdict: False", (await browser.OpenAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_nothing_for_people_who_are_signed_in()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var checker = await desk.SignInAsync("eve", Roles.FactChecker);
        using var reader = desk.Browser();
        var id = await desk.AddPublishedClaimAsync("The dam is full.", "true");

        BeginPeriod(desk);
        Assert.Contains("Work on this claim", (await checker.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
        Assert.False(await IsFromMemoryAsync(checker, $"/claims/{id}"));
        Assert.DoesNotContain("Work on this claim", (await reader.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
        Assert.True(await IsFromMemoryAsync(reader, $"/claims/{id}"));
        Assert.Contains("Work on this claim", (await checker.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grows_old_by_the_clock_of_the_desk()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        using var browser = desk.Browser();
        Assert.Contains("Freshness: Fresh", (await browser.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);

        desk.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Contains("Freshness: Check due", (await browser.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
    }

    // What another server or a command commits is not seen by this one's own eyes: SQL stands for both.
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Lets_go_of_what_another_server_made_untrue(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        using var browser = desk.Browser();
        BeginPeriod(desk);
        var earlier = desk.Now.AddHours(-1);
        foreach (
            var change in new (string Name, Func<IQueryable<Claim>, Task<int>> Make)[]
            {
                ("doubt", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.InDoubtSince, earlier))),
                ("no doubt", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.InDoubtSince, (DateTime?)null))),
                ("due", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.NextCheckDueAt, earlier))),
                ("stale", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.StaleAt, earlier))),
                ("person due", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.PersonDueAt, earlier))),
                ("person stale", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.PersonStaleAt, earlier))),
                ("rating", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.Rating, "false"))),
                ("version", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.VerdictVersion, 2))),
                ("suspended", c => c.ExecuteUpdateAsync(set => set.SetProperty(x => x.Publication, Publication.Suspended))),
            }
        )
        {
            foreach (var address in new[] { "/", $"/api/claims/{id}" })
            {
                await IsFromMemoryAsync(browser, address);
                Assert.True(await IsFromMemoryAsync(browser, address), $"{address} before {change.Name}");
            }

            Assert.Equal(1, await desk.QueryAsync(db => change.Make(db.Claims.Where(c => c.Id == id))));
            await Task.Delay(PublicChangeCount.Newest, TestContext.Current.CancellationToken);

            foreach (var address in new[] { "/", $"/api/claims/{id}" })
                Assert.False(await IsFromMemoryAsync(browser, address), $"{address} after {change.Name}");
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_check_that_found_it_standing_empties_nothing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        var id = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        var before = await desk.QueryAsync(db => db.PublicChanges.SumAsync(c => c.Number));

        await desk.QueryAsync(db =>
            db.Claims.Where(c => c.Id == id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(c => c.NextCheckDueAt, c => c.StaleAt).SetProperty(c => c.UnchangedChecks, 1)
                )
        );

        Assert.Equal(before, await desk.QueryAsync(db => db.PublicChanges.SumAsync(c => c.Number)));
    }

    // Pages grow old at set times; a test that straddled one would see the same page read twice.
    private static void BeginPeriod(DeskApp desk) =>
        desk.Clock.Advance(TimeSpan.FromTicks(PublicCache.Longest.Ticks - (desk.Now.Ticks % PublicCache.Longest.Ticks)));

    private static async Task<bool> IsFromMemoryAsync(DeskBrowser browser, string address)
    {
        using var response = await browser.Http.GetAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return response.Headers.Age is not null;
    }
}
