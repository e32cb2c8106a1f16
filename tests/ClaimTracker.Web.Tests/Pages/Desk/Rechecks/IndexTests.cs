using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;

namespace ClaimTracker.Web.Tests.Pages.Desk.Rechecks;

/// <summary>What is due, as list and calendar.</summary>
public sealed class IndexTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Lists_what_is_due_the_longest_first_on_as_many_pages_as_it_takes(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        List<string> wordings = [];
        for (var i = 0; i < 27; i++)
        {
            wordings.Add($"The port handled {i + 100} ships.");
            await desk.AddPublishedClaimAsync(wordings[i], "true");
            desk.Clock.Advance(TimeSpan.FromHours(1));
        }

        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        Assert.Contains("No check is due by its date.", (await ada.OpenAsync("/desk/rechecks")).Text, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromDays(8));

        var first = await ada.OpenAsync("/desk/rechecks");
        var second = await ada.OpenAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(wordings, Wordings(first).Concat(Wordings(second)));
        Assert.Equal(25, Wordings(first).Count());
        Assert.Null(second.Html.QuerySelector("a[rel=next]"));
        Assert.Contains("No look at a source was made yet.", first.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Says_on_which_days_checks_and_people_are_due(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPublishedClaimAsync("The port handled 90 ships.", "true");
        var id = await desk.AddWatchedClaimAsync(Quote, "https://port.example/july");
        var claim = await desk.ClaimAsync(id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        foreach (
            var (due, words) in new[] { (claim.NextCheckDueAt!.Value, "1 check"), (claim.PersonDueAt!.Value, "1 for a person") }
        )
        {
            var calendar = await ada.OpenAsync($"/desk/rechecks/calendar?month={due:yyyy-MM-dd}");
            var day = calendar
                .Html.QuerySelectorAll(".calendar li")
                .Single(li => li.QuerySelector(".day")!.TextContent.Trim().EndsWith($" {due.Day}", StringComparison.Ordinal));
            var link = day.QuerySelectorAll("a").Single(a => a.TextContent.Contains(words, StringComparison.Ordinal));
            var listed = await ada.OpenAsync(link.GetAttribute("href")!);
            Assert.Equal([claim.Wording], Wordings(listed));
            Assert.Contains("Due on", listed.Text, StringComparison.Ordinal);
            Assert.Equal(DateTime.DaysInMonth(due.Year, due.Month), calendar.Html.QuerySelectorAll(".calendar li").Length);
        }

        Assert.Contains(
            "Nothing is due on that day.",
            (await ada.OpenAsync("/desk/rechecks?day=2031-01-01")).Text,
            StringComparison.Ordinal
        );
        foreach (var odd in new[] { "0001-01-01", "9999-12-31", "soon" })
            Assert.Equal(200, (await ada.OpenAsync($"/desk/rechecks/calendar?month={odd}")).Status);
        foreach (var odd in new[] { "?day=0001-01-01", "?day=9999-12-31", "?after=9-9", "?after=x" })
            Assert.Equal(200, (await ada.OpenAsync($"/desk/rechecks{odd}")).Status);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Says_what_looks_did_and_what_is_next(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        foreach (var path in new[] { "/a", "/b" })
            site.Write(path, Quote);
        await desk.AddWatchedClaimAsync(Quote, site.Url("/a"));
        await desk.AddWatchedClaimAsync(Quote, site.Url("/b"));
        await desk.AddWatchedClaimAsync(Quote, site.Url("/gone"));
        site.Write("/b", "The port handled 70 ships a week in July.");
        await desk.LookAsync(TimeSpan.FromDays(31));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var page = (await ada.OpenAsync("/desk/rechecks")).Text;

        Assert.Contains("1 found the passage standing, 1 found it reading differently.", page, StringComparison.Ordinal);
        Assert.Contains("A re-check is under way; a person decides.", page, StringComparison.Ordinal);
        Assert.Contains($"{site.Address.Authority} could not be read; tried again on", page, StringComparison.Ordinal);
        Assert.Contains("404", page, StringComparison.Ordinal);
        Assert.Contains("The next check falls due on", page, StringComparison.Ordinal);
        Assert.Contains(
            "Re-checks",
            (await ada.OpenAsync("/desk")).Html.QuerySelector("nav")!.TextContent,
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Wordings(DeskPage page) =>
        page.Html.QuerySelectorAll("main .wording").Select(w => w.TextContent.Trim());
}
