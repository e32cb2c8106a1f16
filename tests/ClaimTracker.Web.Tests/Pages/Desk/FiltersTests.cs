using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public sealed class FiltersTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_filter_is_kept_under_a_name_as_a_link_and_shared_where_asked(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        var saved = await ada.SubmitAsync(
            "/desk?kind=count&overdue=true",
            new() { ["name"] = "Late counts", ["shared"] = "true" },
            button: "Save filter"
        );
        await ada.SubmitAsync("/desk?kind=event", new() { ["name"] = "My events" }, button: "Save filter");
        var twice = await ada.SubmitAsync("/desk?kind=event", new() { ["name"] = "My events" }, button: "Save filter");

        Assert.Contains("Saved as “Late counts”", saved.Text, StringComparison.Ordinal);
        Assert.Equal("?kind=count&overdue=true", saved.Address.Query);
        Assert.Contains("called “My events” already", twice.Text, StringComparison.Ordinal);
        var seen = (await bea.OpenAsync("/desk")).Html.QuerySelectorAll("nav[aria-label='Saved filters'] a");
        Assert.Equal(["Late counts (ada)", "Rename or delete"], seen.Select(a => a.TextContent.Trim()));
        Assert.Equal("/desk?kind=count&overdue=true", seen[0].GetAttribute("href"));
        Assert.Empty((await bea.OpenAsync("/desk/filters")).Html.QuerySelectorAll("main form"));

        var renamed = await eve.SubmitAsync("/desk/filters", new() { ["name"] = "Counts that are late" }, button: "Rename");
        Assert.Contains("Counts that are late", renamed.Text, StringComparison.Ordinal);
        await ada.SubmitAsync("/desk/filters", [], button: "Delete");
        await ada.SubmitAsync("/desk/filters", [], button: "Delete");
        Assert.Contains("No filter is kept", (await ada.OpenAsync("/desk/filters")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_without_a_name_is_refused_and_what_it_showed_is_shown_again()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var refused = await ada.SubmitAsync("/desk?kind=count", new() { ["name"] = " " }, button: "Save filter");

        Assert.Contains("Give the filter a name", refused.Text, StringComparison.Ordinal);
        Assert.Equal("?kind=count", refused.Address.Query);
    }
}
