using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests;

/// <summary>Much work at once: found, ticked and done by keyboard.</summary>
public sealed class QueueJourney(Chromium chromium)
{
    [Fact]
    public async Task Tasks_are_found_ticked_and_assigned_by_keyboard()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        for (var i = 0; i < 4; i++)
            await desk.StartReviewAsync(await desk.AddClaimAsync($"There were {i} ships in the harbour."));
        await desk.StartReviewAsync(await desk.AddClaimAsync("There were 270 drones."));
        await desk.AddPersonAsync("bea", Roles.FactChecker);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);

        await ada.GoAsync("/desk");
        await ada.Page.Keyboard.PressAsync("/");
        Assert.Equal("q", await ada.Page.EvaluateAsync<string>("document.activeElement.id"));
        await ada.Page.Keyboard.TypeAsync("ships");
        await ada.Page.Keyboard.PressAsync("Enter");
        await ada.Page.WaitForURLAsync("**/desk?q=ships**");
        Assert.Equal(4, await ada.Page.Locator("[data-list] > li").CountAsync());

        await ada.Page.Keyboard.PressAsync("j");
        await ada.Page.Keyboard.PressAsync("x");
        await ada.Page.Keyboard.PressAsync("j");
        await ada.Page.Keyboard.PressAsync("j");
        await ada.Page.Keyboard.PressAsync("x");
        await ada.Page.Keyboard.PressAsync("k");
        Assert.Equal(2, await ada.Page.Locator("input[name=of]:checked").CountAsync());
        await ada.PressAsync("Assign…");
        Assert.Contains("2 tasks are to be handed to one person", await ada.TextAsync(), StringComparison.Ordinal);
        await ada.Page.GetByLabel("To whom").SelectOptionAsync("bea");
        await ada.PressAsync("Assign: 2 tasks");

        Assert.Contains("2 of 2 tasks handed to bea", await ada.TextAsync(), StringComparison.Ordinal);
        await ada.GoAsync("/desk?person=bea");
        Assert.Equal(2, await ada.Page.Locator("[data-list] > li").CountAsync());
    }

    [Fact]
    public async Task All_boxes_of_a_page_are_ticked_at_once_and_triage_as_a_list_is_accessible()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        for (var i = 0; i < 3; i++)
            await desk.AddClaimAsync($"There were {i} ships in the harbour.");
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);

        await ada.GoAsync("/desk/triage/list");
        await ada.Page.GetByLabel("Tick all on this page").CheckAsync();
        Assert.Equal(3, await ada.Page.Locator("input[name=of]:checked").CountAsync());
        await ada.PressAsync("Decline…");
        await ada.Page.GetByLabel("Why are they not checked?").FillAsync("Too vague.");
        await ada.PressAsync("Decline: 3 claims");
        Assert.Contains("3 of 3 claims declined, because: Too vague.", await ada.TextAsync(), StringComparison.Ordinal);
        await ada.PressAsync("Put back into triage…");
        await ada.PressAsync("Put back into triage: 3 claims");
        Assert.Contains("3 of 3 claims put back into triage", await ada.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_is_saved_without_scripts()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await using var ada = await chromium.SignInWithoutScriptsAsync(desk, "ada", Roles.FactChecker);

        await ada.Page.GotoAsync("/desk?kind=count&overdue=true");
        await ada.Page.GetByText("Save this filter").ClickAsync();
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Late counts");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save filter" }).ClickAsync();

        await ada.Page.GetByText("Saved as “Late counts”").WaitForAsync();
        Assert.Equal(1, await ada.Page.Locator("nav[aria-label='Saved filters'] a[aria-current=page]").CountAsync());
    }
}
