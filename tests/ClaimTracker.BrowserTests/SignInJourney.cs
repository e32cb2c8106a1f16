using ClaimTracker.BrowserTests.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.BrowserTests;

public sealed class SignInJourney(Chromium chromium)
{
    [Fact]
    public async Task A_fact_checker_signs_in_and_sees_the_queue()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await using var ada = await chromium.SignInAsync(desk, "ada", Roles.FactChecker);
        await ada.CheckAccessibilityAsync();
        Assert.Contains("Queue", await ada.TextAsync(), StringComparison.Ordinal);
    }
}
