using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>
/// What is sent back returns to whoever did it, with all that was written, and to nobody else before its deadline.
/// </summary>
public sealed class ReturnedWorkTests
{
    private const string Wording = "Rents rose by 9 per cent.";
    private const string Text = "Both offices count what was signed,\nand neither draws on the other.";
    private static readonly string Why = string.Join(' ', Enumerable.Repeat("The index counts new contracts only.", 40));

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Work_that_is_sent_back_is_kept_for_its_author_who_is_told_by_whom_and_why(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await SentBackAsync(desk);

        var task = await desk.OpenTaskAsync(id);
        Assert.Equal(("research#2", "ada"), (task.Key, task.KeptForAt(desk.Now)));
        Assert.Equal("kept", (await TakeAsync(desk, task.Id, Ben)).Refusal?.Code);
        Assert.Equal("kept", (await desk.DecideTaskAsync(task.Id, Ben, "Proposed", Verdict())).Refusal?.Code);
        Assert.Null(await NextAsync(desk, Ben));
        Assert.Equal(task.Id, (await NextAsync(desk, Ada))?.TaskId);
        var told = Assert.Single(await NoticesAsync(desk, "ada"));
        Assert.StartsWith(
            $"eve returned “{Wording}” to you for “{task.Title}”: The index counts",
            told,
            StringComparison.Ordinal
        );
        Assert.Empty(await NoticesAsync(desk, "ben"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_form_holds_the_last_text_and_the_task_the_whole_reason(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await SentBackAsync(desk);
        using var ada = await SignInAsync(desk, "ada");
        await ada.SubmitAsync("/desk", [], button: "Next task");

        var page = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Equal(Text, page.Html.QuerySelector("textarea[name$='Proposed:rationale]']")!.TextContent);
        Assert.Equal("misleading", page.Html.QuerySelector("input[name$='Proposed:rating]'][checked]")!.GetAttribute("value"));
        Assert.Equal("Proposed", page.Html.QuerySelector("details.choice[open]")!.GetAttribute("data-decision"));
        var returned = page.Html.QuerySelector("[data-returned]")!.TextContent;
        Assert.Contains(Why, returned, StringComparison.Ordinal);
        Assert.Contains("eve", returned, StringComparison.Ordinal);

        var proposed = await ada.SubmitAsync(page, new() { ["fields[decision]"] = "Proposed" }, button: "Decide");
        Assert.Contains("Decided: Propose a verdict.", proposed.Text, StringComparison.Ordinal);
        Assert.Equal(("misleading", Text), ((await desk.ClaimAsync(id)).ProposedVerdict!.Rating, await RationaleAsync(desk, id)));

        // The editor finds what she asked for the last time.
        using var eve = await SignInAsync(desk, "eve");
        await eve.SubmitAsync("/desk", [], button: "Next task");
        var again = await eve.OpenAsync($"/desk/claims/{id}");
        Assert.Equal(Why, again.Html.QuerySelector("textarea[name$='RequestChanges:reason]']")!.TextContent);
        Assert.Null(again.Html.QuerySelector("details.choice[open]"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task It_is_kept_for_nobody_who_is_deactivated_lost_the_role_or_lets_go_and_not_beyond_its_deadline(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await SentBackAsync(desk);
        var task = await desk.OpenTaskAsync(id);
        using var ada = await SignInAsync(desk, "ada");

        Assert.True((await PeopleAsync(desk, people => people.SetRolesAsync("ada", [Roles.Editor], default))).IsOk);
        Assert.Null((await desk.OpenTaskAsync(id)).HeldFor);
        Assert.True((await PeopleAsync(desk, people => people.SetRolesAsync("ada", [Roles.FactChecker], default))).IsOk);
        await AgainAsync(desk, id);
        Assert.Equal("ada", (await desk.OpenTaskAsync(id)).HeldFor);

        Assert.True((await PeopleAsync(desk, people => people.SetActiveAsync("ada", false, default))).IsOk);
        Assert.Null((await desk.OpenTaskAsync(id)).HeldFor);
        Assert.True((await PeopleAsync(desk, people => people.SetActiveAsync("ada", true, default))).IsOk);
        await AgainAsync(desk, id);

        var kept = await desk.OpenTaskAsync(id);
        desk.Clock.Advance(kept.DueAt!.Value - desk.Now - TimeSpan.FromSeconds(1));
        Assert.Null(await NextAsync(desk, Ben));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(kept.Id, (await NextAsync(desk, Ben))?.TaskId);

        await desk.InScopeAsync(services => services.GetRequiredService<TaskLeases>().ReleaseAsync(kept.Id, Ben, default));
        Assert.True((await LeaseAsync(desk, leases => leases.ReleaseAsync(kept.Id, Ada, default))).IsOk);
        Assert.Null((await desk.OpenTaskAsync(id)).HeldFor);
        Assert.NotEqual(task.Id, kept.Id);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_editor_hands_it_on_and_whoever_had_it_is_told(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await SentBackAsync(desk);
        var task = await desk.OpenTaskAsync(id);

        Assert.True((await LeaseAsync(desk, leases => leases.HandOverAsync(task.Id, "ben", Eve, default))).IsOk);

        Assert.Equal(("ben", null), ((await desk.OpenTaskAsync(id)).LeasedBy, (await desk.OpenTaskAsync(id)).HeldFor));
        Assert.Contains($"eve handed “{task.Title}”, which was yours, to ben.", await NoticesAsync(desk, "ada"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_types_hears_of_a_hand_over_from_the_next_save(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await SentBackAsync(desk);
        var task = await desk.OpenTaskAsync(id);
        using var ada = await SignInAsync(desk, "ada");
        await ada.SubmitAsync("/desk", [], button: "Next task");
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Equal($"{task.Id}", page.Html.QuerySelector("input[name=holding]")!.GetAttribute("value"));
        Assert.Empty(await LostAsync(desk, id, task.Id));

        Assert.True((await LeaseAsync(desk, leases => leases.HandOverAsync(task.Id, "ben", Eve, default))).IsOk);

        var lost = Assert.Single(await LostAsync(desk, id, task.Id));
        Assert.StartsWith($"ben is working on “{task.Title}” until ", lost, StringComparison.Ordinal);
        Assert.Contains(MomentText.Day(desk.Now.AddDays(1)), lost, StringComparison.Ordinal);
        Assert.Contains("stays your draft", lost, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_retraction_is_reasoned_once_and_a_new_version_is_proposed_where_it_is_asked_for(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await desk.AddPersonAsync("eve", Roles.Editor);
        var id = await desk.AddClaimAsync(Wording);
        await desk.PublishAsync(id);
        await desk.StartReviewAsync(id, "recheck");
        using var ada = await SignInAsync(desk, "ada");
        await ada.SubmitAsync("/desk", [], button: "Next task");
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Equal(
            (await desk.ClaimAsync(id)).PublishedVerdict!.Rationale,
            page.Html.QuerySelector("textarea[name$='NewVerdict:rationale]']")!.TextContent
        );

        var unrated = await ada.SubmitAsync(page, new() { ["fields[decision]"] = "NewVerdict" }, button: "Decide");
        Assert.Contains("Choose a rating", unrated.Text, StringComparison.Ordinal);
        await desk.MustDecideAsync(id, Ada, "NewVerdict", Verdict("false", "The office counted anew."));

        Assert.Equal("review", (await desk.OpenTaskAsync(id)).ActivityId);
        Assert.Equal("false", (await desk.ClaimAsync(id)).ProposedVerdict!.Rating);
        await desk.MustDecideAsync(id, Eve, "Approve");
        Assert.Equal(("false", 2), ((await desk.ClaimAsync(id)).Rating, (await desk.ClaimAsync(id)).VerdictVersion));

        await desk.StartReviewAsync(id, "recheck");
        await desk.MustDecideAsync(id, Ada, "Retract", Reason(Why));
        using var eve = await SignInAsync(desk, "eve");
        await eve.SubmitAsync("/desk", [], button: "Next task");
        var asked = await eve.OpenAsync($"/desk/claims/{id}");
        Assert.Equal(Why, asked.Html.QuerySelector("textarea[name$='Retract:reason]']")!.TextContent);
    }

    private static async Task<long> SentBackAsync(DeskApp desk)
    {
        await desk.AddPersonAsync("ada", Roles.FactChecker);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        await desk.AddPersonAsync("eve", Roles.Editor);
        var id = await desk.AddClaimAsync(Wording);
        await desk.AddEvidenceAsync(id, "statistics office");
        await desk.StartReviewAsync(id);
        var verdict = Verdict("misleading");
        verdict["rationale"] = Text;
        await desk.MustDecideAsync(id, Ada, "Proposed", verdict);
        await desk.MustDecideAsync(id, Eve, "RequestChanges", Reason(Why));
        return id;
    }

    private static async Task AgainAsync(DeskApp desk, long id)
    {
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "RequestChanges", Reason("Once more."));
    }

    private static async Task<DeskBrowser> SignInAsync(DeskApp desk, string name)
    {
        var browser = desk.Browser();
        await browser.SubmitAsync("/signin", new() { ["Input.Name"] = name, ["Input.Password"] = DeskApp.Password });
        return browser;
    }

    private static async Task<string> RationaleAsync(DeskApp desk, long id) =>
        (await desk.ClaimAsync(id)).ProposedVerdict!.Rationale;

    private static Task<List<string>> NoticesAsync(DeskApp desk, string person) =>
        desk.QueryAsync(db =>
            db.Notices.Where(n => n.Role == Notice.ToPerson(person)).OrderBy(n => n.Id).Select(n => n.Message).ToListAsync()
        );

    private static Task<Result> TakeAsync(DeskApp desk, long task, Actor who) =>
        LeaseAsync(desk, leases => leases.TakeAsync(task, who, default));

    private static Task<Result> LeaseAsync(DeskApp desk, Func<TaskLeases, Task<Result>> act) =>
        desk.InScopeAsync(services => act(services.GetRequiredService<TaskLeases>()));

    private static Task<IReadOnlyList<string>> LostAsync(DeskApp desk, long claim, long task) =>
        desk.InScopeAsync(services => services.GetRequiredService<TaskLeases>().LostAsync(claim, [task], Ada, desk.Now, default));

    private static Task<Result> PeopleAsync(DeskApp desk, Func<PersonRegister, Task<Result>> act) =>
        desk.InScopeAsync(services => act(services.GetRequiredService<PersonRegister>()));

    private static async Task<GivenTask?> NextAsync(DeskApp desk, Actor who) =>
        (await desk.InScopeAsync(services => services.GetRequiredService<NextTask>().TakeAsync(who, null, default))).Value;
}
