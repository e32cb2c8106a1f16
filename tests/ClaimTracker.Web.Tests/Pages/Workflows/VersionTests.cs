using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Workflows;

public sealed class VersionTests
{
    [Fact]
    public async Task The_list_leads_to_a_drawing_of_each_version_with_the_same_in_words()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);

        var list = await admin.OpenAsync("/workflows");
        var links = list.Html.QuerySelectorAll("main th[scope=row] a").Select(a => a.GetAttribute("href")!).ToList();
        var page = await admin.OpenAsync(
            links.Single(l => l.StartsWith("/workflows/standard-review-", StringComparison.Ordinal))
        );

        Assert.NotNull(page.Html.QuerySelector("svg.workflow[role=img] > title"));
        Assert.Empty(page.Html.QuerySelectorAll("svg [style], svg style, svg script"));
        Assert.Contains(
            "Proposed leads to",
            page.Html.QuerySelector("section[aria-labelledby=words-title]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Each_step_is_explained_from_its_own_description()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var page = await ada.OpenAsync("/workflows/steps");

        foreach (var step in ClaimTracker.Workflows.Steps.StepCatalog.All)
        {
            var section = page.Html.QuerySelector($"section[aria-labelledby='{step.Type}']")!.TextContent;
            Assert.Contains(step.Description.Help, section, StringComparison.Ordinal);
            Assert.All(step.Description.Inputs, input => Assert.Contains(input.Help, section, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_works_by_a_process_may_see_it_and_nobody_else()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var reader = desk.Browser();

        Assert.NotNull((await ada.OpenAsync("/workflows/standard-review-v2")).Html.QuerySelector("svg.workflow"));
        Assert.Null((await reader.OpenAsync("/workflows/standard-review-v2")).Html.QuerySelector("svg.workflow"));
        Assert.Null((await ada.OpenAsync("/workflows/no-such-v1")).Html.QuerySelector("svg.workflow"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_drawing_and_a_table_say_how_long_each_step_takes_holds_left_out(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        Assert.Contains("has been left", (await ada.OpenAsync("/workflows/standard-review-v2")).Text, StringComparison.Ordinal);
        foreach (var hours in new[] { 2, 3, 30 })
        {
            var id = await desk.AddClaimAsync($"The pier is {hours} metres long.");
            await desk.AddEvidenceAsync(id, "survey");
            var review = await desk.StartReviewAsync(id);
            desk.Clock.Advance(TimeSpan.FromHours(1));
            await desk.WithEngineAsync(engine => engine.HoldAsync(review, Eve, null, CancellationToken.None));
            desk.Clock.Advance(TimeSpan.FromDays(5));
            await desk.WithEngineAsync(engine => engine.ReleaseAsync(review, Eve, CancellationToken.None));
            desk.Clock.Advance(TimeSpan.FromHours(hours - 1));
            await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        }

        // Days have passed, so that ada's sign-in is over.
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        var page = await ben.OpenAsync("/workflows/standard-review-v2");

        var cells = Assert
            .Single(page.Html.QuerySelectorAll("section[aria-labelledby=times-title] tbody tr"))
            .Children.Select(c => c.TextContent);
        Assert.Equal(["Research and propose a verdict", "3", "3 h", "1 d 6 h"], cells);
        Assert.Equal("3 h · 9 of 10: 1 d 6 h", Assert.Single(page.Html.QuerySelectorAll("svg g.note")).TextContent);
    }

    [Fact]
    public async Task A_claims_page_shows_where_its_review_is()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        await desk.StartReviewAsync(id);
        var page = await ada.OpenAsync($"/desk/claims/{id}");

        var now = Assert.Single(
            page.Html.QuerySelectorAll("svg.workflow g.activity"),
            g => g.TextContent.Contains("now here", StringComparison.Ordinal)
        );
        Assert.Contains("Research", now.TextContent, StringComparison.Ordinal);
        Assert.Contains("It waits at Research", page.Html.QuerySelector("#reviews")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.Html.QuerySelectorAll("svg.workflow .way.taken"));
    }
}
