using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.Playwright;

namespace ClaimTracker.BrowserTests;

public sealed class SignInJourney(Chromium chromium)
{
    [Fact]
    public async Task A_fact_checker_signs_in_and_out()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.CheckAccessibilityAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await ada.Page.WaitForURLAsync("**/");
        Assert.True(
            await ada.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = "Sign in" }).IsVisibleAsync()
        );
        await ada.CheckAccessibilityAsync();
    }

    [Fact]
    public async Task An_administrator_adds_somebody_and_sees_the_jobs()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await using var root = await chromium.SignInAsync(desk, "root", Roles.Administrator);
        await root.GoAsync("/people");
        await root.GoAsync("/workflows");
        var jobs = await root.Page.GotoAsync("/jobs");
        Assert.Equal(200, jobs!.Status);
    }

    [Fact]
    public async Task The_jobs_are_for_administrators_alone()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await using var eve = await chromium.SignInAsync(desk, "eve", Roles.Editor);
        await eve.Page.GotoAsync("/jobs");
        Assert.Contains("Not for your role", await eve.TextAsync(), StringComparison.Ordinal);
    }
}
