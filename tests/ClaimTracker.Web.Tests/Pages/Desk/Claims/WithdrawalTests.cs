using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>The forms that ask for and confirm a withdrawal of what a public verdict stands on.</summary>
public sealed class WithdrawalTests
{
    private const string Why = "The office has taken its count back.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_fact_checker_asks_with_a_reason_and_nothing_changes_until_an_editor_who_is_no_author_confirms(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        var unsaid = await ben.SubmitAsync($"/desk/claims/{id}", new() { ["withdraw"] = "" }, button: "Ask for the withdrawal");
        var asked = await ben.SubmitAsync($"/desk/claims/{id}", new() { ["withdraw"] = Why }, button: "Ask for the withdrawal");
        var told = await eve.OpenAsync("/desk");

        Assert.Contains("Say why it is withdrawn", unsaid.Text, StringComparison.Ordinal);
        Assert.Contains("nothing changes until an editor", asked.Text, StringComparison.Ordinal);
        Assert.Contains("1 independent group.", asked.Text, StringComparison.Ordinal);
        Assert.Empty(asked.Html.QuerySelectorAll("button[formaction*=ConfirmWithdrawal]"));
        Assert.Contains("Confirm a withdrawal", told.Text, StringComparison.Ordinal);
        Assert.Null((await desk.ClaimAsync(id)).InDoubtSince);

        var confirmed = await eve.SubmitAsync($"/desk/claims/{id}", [], button: "Confirm the withdrawal");

        Assert.Contains("Withdrawn. It stays shown, marked, and counts no more.", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains($"Withdrawn by eve", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("as ben asked", confirmed.Text, StringComparison.Ordinal);
        Assert.Contains("0 independent groups", confirmed.Text, StringComparison.Ordinal);

        // What is left is below the floor.
        var claim = await desk.ClaimAsync(id);
        Assert.NotNull(claim.InDoubtSince);
        Assert.Equal(FindingKind.BelowMinimum, Assert.Single(claim.OpenFindings).Kind);
        Assert.Contains("In doubt since", confirmed.Text, StringComparison.Ordinal);
        Assert.NotEqual(Freshness.Fresh, claim.FreshnessAt(desk.Now));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_author_who_is_an_editor_does_not_confirm(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Editor);
        var evidence = (await desk.ClaimAsync(id)).Evidence.Single().Id;

        var asked = await ada.SubmitAsync($"/desk/claims/{id}", new() { ["withdraw"] = Why }, button: "Ask for the withdrawal");
        Assert.Empty(asked.Html.QuerySelectorAll("button[formaction*=ConfirmWithdrawal]"));
        var forged = await ada.SubmitAsync(
            Pressing(asked, $"?handler=ConfirmWithdrawal&evidenceId={evidence}&confirmed=true"),
            [],
            button: "Save draft"
        );

        Assert.Contains(
            "you are an author of that verdict: another editor confirms that it is withdrawn",
            asked.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("You cannot decide “Confirm a withdrawal”", forged.Text, StringComparison.Ordinal);
        Assert.Null((await desk.ClaimAsync(id)).Evidence.Single().WithdrawnAt);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_is_deactivated_or_an_editor_no_more_does_not_confirm_from_a_page_opened_before(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        await ben.SubmitAsync($"/desk/claims/{id}", new() { ["withdraw"] = Why }, button: "Ask for the withdrawal");
        var (evesPage, elisPage) = (await eve.OpenAsync($"/desk/claims/{id}"), await eli.OpenAsync($"/desk/claims/{id}"));
        var evidence = (await desk.ClaimAsync(id)).Evidence.Single().Id;
        await desk.InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().SetActiveAsync("eve", false, CancellationToken.None)
        );
        await desk.InScopeAsync(services =>
            services.GetRequiredService<PersonRegister>().SetRolesAsync("eli", [Roles.FactChecker], CancellationToken.None)
        );

        var deactivated = await eve.SubmitAsync(evesPage, [], button: "Confirm the withdrawal");
        var confirmed = await desk.InScopeAsync(services =>
        {
            services.GetRequiredService<Acting>().Name = "eve";
            return services
                .GetRequiredService<TaskDecider>()
                .DecideWithdrawalAsync(id, evidence, true, Deciding.Eve, CancellationToken.None);
        });
        var demoted = await eli.SubmitAsync(elisPage, [], button: "Confirm the withdrawal");

        // Her page is refused when it keeps what is typed, before what is pressed is reached; the act refuses by itself.
        Assert.Contains("This account was deactivated", deactivated.Text, StringComparison.Ordinal);
        Assert.Equal("deactivated", confirmed.Refusal?.Code);
        Assert.Contains("“Confirm a withdrawal” is for the role editor", demoted.Text, StringComparison.Ordinal);
        var claim = await desk.ClaimAsync(id);
        Assert.Null(claim.Evidence.Single().WithdrawnAt);
        Assert.True(claim.Evidence.Single().WithdrawalIsAsked);
        Assert.Null(claim.InDoubtSince);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_editor_keeps_it_and_who_asked_is_told(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await ben.SubmitAsync($"/desk/claims/{id}", new() { ["withdraw"] = Why }, button: "Ask for the withdrawal");
        var stale = await eve.OpenAsync($"/desk/claims/{id}");

        var kept = await eve.SubmitAsync(stale, [], button: "Keep it");
        var again = await eve.SubmitAsync(stale, [], button: "Confirm the withdrawal");

        Assert.Contains("Kept. It counts as before.", kept.Text, StringComparison.Ordinal);
        Assert.Contains("eve decided “Keep the evidence” on “Confirm a withdrawal”", again.Text, StringComparison.Ordinal);
        Assert.Contains("eve keeps the evidence", (await ben.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Null((await desk.ClaimAsync(id)).Evidence.Single().WithdrawnAt);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Both_ways_to_decide_it_refuse_alike(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Editor);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        await ada.SubmitAsync($"/desk/claims/{id}", new() { ["withdraw"] = Why }, button: "Ask for the withdrawal");
        await eve.SubmitAsync("/desk", [], button: "Next task");

        // An author is told that she is one, not to wait for whoever holds the task; another editor is told to wait.
        await RefusedAlikeAsync(desk, id, "ada", "barred");
        await RefusedAlikeAsync(desk, id, "eli", "leased");
        Assert.Null((await DecideAsync(desk, id, "eve", byTask: false)).Refusal);
        await RefusedAlikeAsync(desk, id, "eli", "task-decided");
        Assert.Equal("eve", (await desk.ClaimAsync(id)).Evidence.Single().WithdrawnBy);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_that_no_task_asks_for_as_after_a_restore_is_decided_by_the_same_rule(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Editor);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await ada.SubmitAsync($"/desk/claims/{id}", new() { ["withdraw"] = Why }, button: "Ask for the withdrawal");
        await desk.QueryAsync(db => db.Tasks.Where(t => t.Purpose == TaskPurpose.ConfirmWithdrawal).ExecuteDeleteAsync());

        Assert.Equal("own-verdict", (await DecideAsync(desk, id, "ada", byTask: false)).Refusal?.Code);
        Assert.Null((await DecideAsync(desk, id, "eve", byTask: false)).Refusal);
        Assert.Equal("not-asked", (await DecideAsync(desk, id, "eve", byTask: false)).Refusal?.Code);
        Assert.Equal("eve", (await desk.ClaimAsync(id)).Evidence.Single().WithdrawnBy);
    }

    private static async Task RefusedAlikeAsync(DeskApp desk, long id, string by, string code)
    {
        var (task, evidence) = (await DecideAsync(desk, id, by, byTask: true), await DecideAsync(desk, id, by, byTask: false));
        Assert.Equal(code, task.Refusal?.Code);
        Assert.Equal(task.Refusal, evidence.Refusal);
    }

    private static async Task<Result> DecideAsync(DeskApp desk, long id, string by, bool byTask)
    {
        var who = new Actor(by, new HashSet<string>());
        var evidence = (await desk.ClaimAsync(id)).Evidence.Single().Id;
        var task = await desk.QueryAsync(db =>
            db.Tasks.Where(t => t.Purpose == TaskPurpose.ConfirmWithdrawal).Select(t => t.Id).FirstOrDefaultAsync()
        );
        return await desk.InScopeAsync(async services =>
        {
            services.GetRequiredService<Acting>().Name = by;
            var decider = services.GetRequiredService<TaskDecider>();
            if (!byTask)
                return await decider.DecideWithdrawalAsync(id, evidence, true, who, CancellationToken.None);
            var fields = new TaskFields(new Dictionary<string, string?> { ["decision"] = "Withdraw" });
            var (key, shown) = (Guid.NewGuid().ToString("N"), new ShownTo(null, null));
            return new Result((await decider.DecideAsync(id, task, key, shown, fields, who, CancellationToken.None)).Refusal);
        });
    }

    // A page whose form sends elsewhere, as somebody does who makes up a request.
    private static DeskPage Pressing(DeskPage page, string action)
    {
        foreach (var button in page.Html.QuerySelectorAll("button[formaction*='handler=Draft']"))
            button.SetAttribute("formaction", action);
        return page;
    }

    // Proposed by ada, approved by somebody who has left.
    private static async Task<long> PublishedAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await Deciding.PublishAsync(desk, id);
        return id;
    }
}
