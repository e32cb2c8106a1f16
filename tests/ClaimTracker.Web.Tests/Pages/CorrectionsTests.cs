using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages;

public sealed class CorrectionsTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Lists_what_changed_and_why_newest_first(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        using var browser = desk.Browser();
        Assert.Contains(
            "No published verdict has been corrected",
            (await browser.OpenAsync("/corrections")).Text,
            StringComparison.Ordinal
        );

        var id = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        for (var i = 1; i <= 26; i++)
            await desk.PublishAsync(id, i % 2 == 0 ? "true" : "false", $"Reading {i}.", $"Reason {i}.");

        var first = await browser.OpenAsync("/corrections");
        var cards = first.Html.QuerySelectorAll(".card").ToList();
        Assert.Equal(25, cards.Count);
        Assert.Contains("Reason 26.", cards[0].TextContent, StringComparison.Ordinal);
        var last = await browser.OpenAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("Reason 1.", Assert.Single(last.Html.QuerySelectorAll(".card")).TextContent, StringComparison.Ordinal);
    }
}
