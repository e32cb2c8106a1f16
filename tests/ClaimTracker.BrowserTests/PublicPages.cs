using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests;

public sealed class PublicPages(Chromium chromium)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task Are_readable_by_all_on_any_screen_and_run_nothing_inline(int width, ColorScheme scheme)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Desk:ShowClaimsUnderReview", "true");
        await LoadSampleAsync(desk);
        var claims = await desk.QueryAsync(db => db.Claims.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());
        foreach (var (id, rating) in claims.Take(Ratings.All.Count).Zip(Ratings.All.Select(r => r.Id)))
        {
            await desk.ChangeClaimAsync(id, claim => claim.Accept(desk.Now));
            await desk.PublishAsync(
                id,
                rating,
                "Three independent counts agree on the order of magnitude.\n\nThe lowest of them already passes the figure."
            );
        }

        await desk.PublishAsync(
            claims[0],
            "outdated",
            "A larger one followed on 7 September.",
            "A larger air assault has taken place since."
        );
        await desk.ChangeClaimAsync(
            claims[1],
            claim => claim.Retract("The count turned out to be of two nights.", "ed", desk.Now)
        );
        await desk.ChangeClaimAsync(claims[2], claim => new Result(claim.BeginRecheck(desk.Now).Refusal));
        await desk.ChangeClaimAsync(claims[^1], claim => claim.Stage == Stage.Triage ? claim.Accept(desk.Now) : Result.Ok);
        desk.Clock.Advance(TimeSpan.FromDays(11));

        await using var reader = await chromium.OpenAsync(desk, width, scheme);
        List<string> complaints = [];
        reader.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add($"{reader.Page.Url}: {message.Text}");
        };
        string[] addresses =
        [
            "/",
            "/?q=nothing+like+it",
            "/?freshness=stale",
            .. claims.Take(4).Append(claims[^1]).Select(id => $"/claims/{id}"),
            "/articles/1",
            "/methodology",
            "/corrections",
            "/signin",
        ];
        foreach (var address in addresses)
        {
            await reader.GoAsync(address);
            var overflow = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
            Assert.True(overflow <= 0, $"{address} is {overflow} px wider than a screen of {width} px.");
        }

        Assert.Empty(complaints);
    }

    private async Task LoadSampleAsync(DeskApp desk)
    {
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.GoAsync("/");
        await ada.PressAsync("Add the sample article");
        Assert.Equal(1, await desk.QueryAsync(db => db.Articles.CountAsync()));
    }
}
