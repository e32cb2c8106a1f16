using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Wording;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>A re-check's task opens with old and new side by side, and with what a new version needs.</summary>
public sealed class ChangeTests
{
    private const string Was = "The strike killed 1,000 people in May.";
    private const string Now = "The strike killed 987 people in May.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Old_and_new_stand_side_by_side_and_one_press_adds_the_new_passage_to_the_next_version(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ChangedAsync(desk, site, Now);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        var change = page.Html.QuerySelector("#tasks .change")!;
        Assert.Equal(["1,000"], change.QuerySelectorAll("del").Select(gone => gone.TextContent.Trim()));
        Assert.Equal(["987"], change.QuerySelectorAll("ins").Select(came => came.TextContent.Trim()));
        Assert.Equal([Was, Now], change.QuerySelectorAll(".sides .quote").Select(side => side.TextContent));

        var added = await ada.SubmitAsync(page, [], button: "Add: refutes the claim");

        Assert.Contains("Evidence added. The quote is on the page", added.Text, StringComparison.Ordinal);
        var claim = await desk.ClaimAsync(id);
        var (old, fresh) = (claim.Evidence.Single(e => e.Quote == Was), claim.Evidence.Single(e => e.Quote == Now));
        Assert.Equal(
            (old.Source, old.Url, old.Group, true, Stance.Refutes, "ada"),
            (fresh.Source, fresh.Url, fresh.Group, fresh.Watched, fresh.Stance, fresh.AddedBy)
        );
        Assert.Equal([old.Id], claim.PublishedVerdict!.Evidence.Select(e => e.Id));
        Assert.Contains(
            "added this passage",
            (await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Add: refutes the claim")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_typed_into_the_passage_is_kept_and_sent(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ChangedAsync(desk, site, Now);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        Assert.DoesNotContain(await DraftAsync(ada, id, []), text => text.Contains("987", StringComparison.Ordinal));
        Assert.Contains("killed 987 people", await DraftAsync(ada, id, new() { ["passage[]"] = "killed 987 people" }));

        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Add: refutes the claim");

        Assert.Contains((await desk.ClaimAsync(id)).Evidence, e => e.Quote == "killed 987 people");
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_passage_that_is_gone_has_nothing_beside_it(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ChangedAsync(desk, site, "The weather will be fine.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var page = await ada.OpenAsync($"/desk/claims/{id}");

        Assert.Contains(
            "Nothing stands in its place on the page.",
            page.Html.QuerySelector("#tasks .change")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.Html.QuerySelectorAll("[name^='passage[']"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_published_text_is_ready_to_be_edited(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ChangedAsync(desk, site, Now);
        await desk.MustDecideAsync(id, Ada, "NewVerdict");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Take this task");

        var page = await ada.OpenAsync($"/desk/claims/{id}");

        Assert.Equal(
            (await desk.ClaimAsync(id)).PublishedVerdict!.Rationale,
            page.Html.QuerySelector("textarea[name$=':rationale]']")!.TextContent
        );
        Assert.NotNull(page.Html.QuerySelector("#tasks .change"));
    }

    [Fact]
    public void A_figure_is_one_word()
    {
        var words = WordDifference.Of("It was 1,021,000.5 in all.", "It was 1,024,000.5 in all.");

        Assert.Equal("1,021,000.5", Assert.Single(words.Was, run => run.Differs).Text);
        Assert.Equal("1,024,000.5", Assert.Single(words.Now, run => run.Differs).Text);
        Assert.Equal("It was 1,024,000.5 in all.", string.Concat(words.Now.Select(run => run.Text)));
    }

    [Fact]
    public void What_is_equal_has_no_mark_and_what_is_empty_is_all_gone()
    {
        Assert.All(WordDifference.Of("Same <b>words</b>.", "Same <b>words</b>.").Was, run => Assert.False(run.Differs));
        Assert.All(WordDifference.Of("All gone.", "").Was, run => Assert.True(run.Differs));
        Assert.Empty(WordDifference.Of("", "").Now);
    }

    private static async Task<long> ChangedAsync(DeskApp desk, SourceSite site, string now)
    {
        site.Write("/may", Was, "It was in May.");
        var id = await desk.AddWatchedClaimAsync(Was, site.Url("/may"));
        await desk.DoDueAsync<ArchiveJob>();
        site.Write("/may", now, "It was in May.");
        await desk.LookAsync(TimeSpan.FromDays(31));
        return id;
    }

    private static async Task<List<string>> DraftAsync(DeskBrowser ada, long id, Dictionary<string, string> typed)
    {
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        if (typed.Count > 0)
            typed = new() { [page.Html.QuerySelector("[name^='passage[']")!.GetAttribute("name")!] = typed.Values.Single() };
        await ada.SubmitAsync(page, typed, form: "form.whole", button: "Save draft");
        return
        [
            .. (await ada.OpenAsync($"/desk/claims/{id}"))
                .Html.QuerySelectorAll("[name^='passage[']")
                .Select(field => field.TextContent)
                .Where(text => text != Now),
        ];
    }
}
