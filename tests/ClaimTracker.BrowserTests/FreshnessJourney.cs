using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests;

/// <summary>What a reader on a phone sees of a claim: under review, published, stale, under re-check, verified again.</summary>
public sealed class FreshnessJourney(Chromium chromium)
{
    private const string Rationale = "Two counts that do not draw on each other agree.";

    [Fact]
    public async Task A_reader_sees_a_claim_from_its_article_to_its_recheck()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        var id = await AddArticleAsync(desk, ada);
        await using var reader = await chromium.OpenAsync(desk, width: 390, ColorScheme.Dark);
        Assert.Equal(404, (await reader.Page.GotoAsync($"/claims/{id}"))!.Status);

        await desk.PublishAsync(id);
        await SeesAsync(reader, $"/claims/{id}", Rationale);
        await SeesAsync(reader, "/", "412 container ships");

        desk.Clock.Advance(TimeSpan.FromDays(190));
        await SeesAsync(reader, $"/claims/{id}", "Stale");
        await desk.InScopeAsync(services => services.GetRequiredService<LookSweep>().RunAsync(CancellationToken.None));
        await SeesAsync(reader, $"/claims/{id}", "Under re-check");
        await desk.MustDecideAsync(id, Deciding.Ada, "StillHolds");
        await desk.MustDecideAsync(id, Deciding.Eve, "Confirm");

        await SeesAsync(reader, $"/claims/{id}", "Fresh");
        Assert.DoesNotContain("Under re-check", await reader.TextAsync(), StringComparison.Ordinal);
    }

    private static async Task SeesAsync(Visitor reader, string path, string words)
    {
        await reader.GoAsync(path);
        Assert.Contains(words, await reader.TextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<long> AddArticleAsync(DeskApp desk, Visitor ada)
    {
        await ada.GoAsync("/desk/intake");
        await ada
            .Page.Locator("[name='Input.Text']")
            .FillAsync("The harbour authority received 412 container ships in May. Nobody knows what the summer will bring.");
        await ada.Page.GetByLabel("Headline").FillAsync("Busy May at the harbour");
        await ada.Page.GetByLabel("Outlet").FillAsync("The Test Courier");
        await ada.Page.GetByLabel("Published on").FillAsync("2026-06-02");
        await ada.PressAsync("Add the article");
        return await desk.QueryAsync(db => db.Claims.Select(c => c.Id).SingleAsync());
    }
}
