using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
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

        Assert.Contains("you are an author of that verdict", asked.Text, StringComparison.Ordinal);
        Assert.Contains(
            "you are an author of that verdict: another editor confirms that it is withdrawn",
            forged.Text,
            StringComparison.Ordinal
        );
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
                .GetRequiredService<ClaimEdits>()
                .DecideWithdrawalAsync(id, evidence, true, Deciding.Eve, CancellationToken.None);
        });
        var demoted = await eli.SubmitAsync(elisPage, [], button: "Confirm the withdrawal");

        // Her page is refused when it keeps what is typed, before what is pressed is reached; the act refuses by itself.
        Assert.Contains("This account was deactivated", deactivated.Text, StringComparison.Ordinal);
        Assert.Equal("deactivated", confirmed.Refusal?.Code);
        Assert.Contains(
            "an editor who is no author of that verdict confirms that it is withdrawn",
            demoted.Text,
            StringComparison.Ordinal
        );
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
        Assert.Contains("Nobody asks any more", again.Text, StringComparison.Ordinal);
        Assert.Contains("eve keeps the evidence", (await ben.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Null((await desk.ClaimAsync(id)).Evidence.Single().WithdrawnAt);
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
