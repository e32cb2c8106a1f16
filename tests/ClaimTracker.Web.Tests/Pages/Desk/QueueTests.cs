using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public sealed class QueueTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Next_leases_the_free_task_that_is_due_first(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var later = await desk.AddClaimAsync("Later there were 12 ships.");
        var sooner = await desk.AddClaimAsync("Sooner there were 270 drones.", "attack-count");
        await desk.StartReviewAsync(later, "standard-review");
        await desk.StartReviewAsync(sooner, "attack-count");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);

        var first = await ada.SubmitAsync("/desk", [], button: "Next task");
        var second = await bea.SubmitAsync("/desk", [], button: "Next task");
        var none = await ada.SubmitAsync("/desk", [], button: "Next task");

        Assert.Equal($"/desk/claims/{sooner}", first.Address.AbsolutePath);
        Assert.Equal($"/desk/claims/{later}", second.Address.AbsolutePath);
        Assert.Contains("No task is free for you now", none.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_others_hold_is_hidden_until_asked_for_and_free_again_when_the_hold_ends(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.StartReviewAsync(await desk.AddClaimAsync("There were 12 ships."));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        await ada.SubmitAsync("/desk", [], button: "Take");

        var hidden = await bea.OpenAsync("/desk");
        var shown = await bea.OpenAsync("/desk?holder=Any");
        desk.Clock.Advance(TimeSpan.FromMinutes(31));
        var free = await bea.OpenAsync("/desk");

        Assert.Contains("Nothing waits here", hidden.Text, StringComparison.Ordinal);
        Assert.Contains("ada works on it until", shown.Text, StringComparison.Ordinal);
        Assert.Contains("There were 12 ships.", free.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_holds_25_tasks_and_the_next_one_goes_on_after_them(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        for (var i = 0; i < 27; i++)
            await desk.StartReviewAsync(await desk.AddClaimAsync($"There were {i} ships."));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var first = await ada.OpenAsync("/desk");
        var second = await ada.OpenAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal(25, first.Html.QuerySelectorAll(".cards .wording").Length);
        Assert.Equal(2, second.Html.QuerySelectorAll(".cards .wording").Length);
        Assert.Empty(
            first
                .Html.QuerySelectorAll(".wording")
                .Select(e => e.TextContent)
                .Intersect(second.Html.QuerySelectorAll(".wording").Select(e => e.TextContent))
        );
    }

    [Fact]
    public async Task A_filter_shows_one_kind_and_an_overdue_task_says_so()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.StartReviewAsync(await desk.AddClaimAsync("There were 12 ships."));
        await desk.StartReviewAsync(await desk.AddClaimAsync("There were 270 drones.", "attack-count"), "attack-count");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        desk.Clock.Advance(TimeSpan.FromDays(1));

        var page = await ada.OpenAsync("/desk?kind=attack-count");

        Assert.Equal("There were 270 drones.", Assert.Single(page.Html.QuerySelectorAll(".cards .wording")).TextContent);
        Assert.Contains("overdue since", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposer_is_told_why_the_approval_is_not_theirs()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Editor);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());

        var page = await ada.OpenAsync("/desk");
        var next = await ada.SubmitAsync("/desk", [], button: "Next task");

        Assert.Contains(
            "Not for you: who proposed or changed the verdict does not decide on it.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("No task is free for you now", next.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_task_handed_over_is_the_other_ones_who_is_told(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.StartReviewAsync(id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        await desk.AddPersonAsync("eve", Roles.Editor);
        await ada.SubmitAsync("/desk", [], button: "Take");

        var handed = await ada.SubmitAsync($"/desk/claims/{id}", new() { ["to"] = "bea" }, button: "Hand over");
        var told = await bea.OpenAsync("/desk");
        var putAway = await bea.SubmitAsync("/desk", [], button: "Put away");

        Assert.Contains("Handed to bea", handed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(handed.Html.QuerySelectorAll("select[name=to] option"), option => option.TextContent == "eve");
        Assert.Contains("ada handed you", told.Text, StringComparison.Ordinal);
        Assert.Contains("You are working on", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ada handed you", putAway.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_sees_the_reviews_that_stand_still()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.StartReviewAsync(id);
        using var root = await desk.SignInAsync("root", Roles.Administrator);

        await root.SubmitAsync($"/desk/claims/{id}", [], button: "Put on hold");
        var queue = await root.OpenAsync("/desk");
        var resumed = await root.SubmitAsync($"/desk/claims/{id}", [], button: "Let it go on");

        Assert.Contains("There were 12 ships. On hold", queue.Text, StringComparison.Ordinal);
        Assert.Contains("The review goes on", resumed.Text, StringComparison.Ordinal);
    }
}
