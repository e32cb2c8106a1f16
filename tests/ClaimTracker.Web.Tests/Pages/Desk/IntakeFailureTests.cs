using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Pages.Desk;

/// <summary>No page of anybody's gives whoever adds it an error of ours.</summary>
public sealed class IntakeFailureTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_poisoned_page_is_taken_in_or_refused_in_words_and_the_next_one_is_taken_in(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.WritePoisoned();
        site.Write(
            "/port",
            "The port handled 90 ships a week in July, the harbour master said on Tuesday.",
            "It had handled 70 in June."
        );
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        foreach (var path in PoisonedPages.Paths)
        {
            var page = await AddAsync(ada, site.Url(path));
            Assert.True(page.Status == 200, $"{path}: {page.Status} {page.Text}");
            Assert.True(
                page.Address.AbsolutePath != "/desk/intake" || page.Html.QuerySelector("span.error:not(:empty)") is not null,
                path
            );
        }

        var before = await desk.QueryAsync(db => db.Articles.CountAsync());
        Assert.Equal(200, (await AddAsync(ada, site.Url("/port"))).Status);
        Assert.Equal(before + 1, await desk.QueryAsync(db => db.Articles.CountAsync()));
    }

    private static Task<DeskPage> AddAsync(DeskBrowser browser, string url) =>
        browser.SubmitAsync(
            "/desk/intake",
            new()
            {
                ["Input.How"] = "Url",
                ["Input.Url"] = url,
                ["Input.Title"] = "Ships of the month",
                ["Input.Outlet"] = "The Port",
                ["Input.PublishedOn"] = "2026-08-01",
            }
        );
}
