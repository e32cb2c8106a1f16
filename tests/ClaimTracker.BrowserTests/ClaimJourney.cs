using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests;

/// <summary>A claim's whole way, by three people in a real browser; each page on it is held to the rules of accessibility.</summary>
public sealed class ClaimJourney(Chromium chromium)
{
    private const string Article =
        "The harbour authority received 412 container ships in May. Nobody knows what the summer will bring.";

    [Fact]
    public async Task From_an_article_to_a_published_verdict_and_its_recheck()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker, Roles.Editor);
        var id = await AddArticleAsync(desk, ada);
        await AcceptAsync(ada, id);
        await AddEvidenceAsync(ada, id);
        await ProposeAsync(ada, id);

        // Who proposed never approves, whatever roles that person holds.
        await ada.GoAsync($"/desk/claims/{id}");
        Assert.Contains("proposed", await ada.TextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Decide", Exact = true }).CountAsync());
        await using var reader = await chromium.OpenAsync(desk, width: 390, ColorScheme.Dark);
        await reader.GoAsync($"/claims/{id}");
        Assert.DoesNotContain("The register of the port agrees", await reader.TextAsync(), StringComparison.Ordinal);

        await using var eve = await chromium.SignInAsync(desk, "eve", Roles.Editor);
        await ApproveAsync(eve, id);
        await reader.GoAsync($"/claims/{id}");
        Assert.Contains("The register of the port agrees", await reader.TextAsync(), StringComparison.Ordinal);
        await reader.GoAsync("/");
        Assert.Contains("412 container ships", await reader.TextAsync(), StringComparison.Ordinal);
        await reader.GoAsync("/methodology");
        await reader.GoAsync($"/articles/{await desk.QueryAsync(db => db.Articles.Select(a => a.Id).SingleAsync())}");

        desk.Clock.Advance(TimeSpan.FromDays(40));
        await reader.GoAsync($"/claims/{id}");
        Assert.Contains("stale", await reader.TextAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, await SweepAsync(desk));
        await reader.GoAsync($"/claims/{id}");
        Assert.Contains("re-check", await reader.TextAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<long> AddArticleAsync(DeskApp desk, Visitor ada)
    {
        await ada.GoAsync("/desk/intake");
        await ada.Page.Locator("[name='Input.Text']").FillAsync(Article);
        await ada.Page.GetByLabel("Headline").FillAsync("Busy May at the harbour");
        await ada.Page.GetByLabel("Outlet").FillAsync("The Test Courier");
        await ada.Page.GetByLabel("Published on").FillAsync("2026-06-02");
        await ada.PressAsync("Add the article");
        return await desk.QueryAsync(db => db.Claims.Select(c => c.Id).SingleAsync());
    }

    private static async Task AcceptAsync(Visitor ada, long id)
    {
        await ada.GoAsync($"/desk/triage?claim={id}");
        await ada.PressAsync(ada.Page.Locator("form[data-accept] button"));
    }

    private static async Task AddEvidenceAsync(Visitor ada, long id)
    {
        await ada.GoAsync($"/desk/claims/{id}");
        await ada.Page.GetByLabel("Source", new() { Exact = true }).FillAsync("Port register");
        await ada.Page.GetByLabel("Passage, word for word").FillAsync("412 container ships called in May.");
        await ada.Page.GetByLabel("Supports").First.CheckAsync();
        await ada.Page.GetByLabel("Independence group").FillAsync("register");
        await ada.PressAsync("Add evidence");
    }

    private static async Task ProposeAsync(Visitor ada, long id)
    {
        await ada.GoAsync($"/desk/claims/{id}");
        await ada.PressAsync("Take this task");
        await ada.Page.Locator("input[name='fields[decision]'][value='Proposed']").CheckAsync();
        await ada.Page.Locator("[name='fields[Proposed:rating]'][value='true']").CheckAsync();
        await ada.Page.Locator("[name='fields[Proposed:rationale]']").FillAsync("The register of the port agrees.");
        await ada.PressAsync("Decide");
    }

    private static async Task ApproveAsync(Visitor eve, long id)
    {
        await eve.GoAsync("/desk");
        await eve.GoAsync($"/desk/claims/{id}");
        await eve.PressAsync("Take this task");
        await eve.Page.Locator("input[name='fields[decision]'][value='Approve']").CheckAsync();
        await eve.PressAsync("Decide");
    }

    private static Task<int> SweepAsync(DeskApp desk) => desk.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<RecheckSweepJob>(services).RunAsync(CancellationToken.None));
}
