using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>
/// Before saving, whoever would change a proposal reads that this makes an author, who may then approve, and else whom to ask.
/// </summary>
public sealed class BeforeChangeTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task In_a_desk_of_two_the_editor_reads_that_nobody_would_be_left_and_whom_to_ask(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Administrator);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        var page = await eve.OpenAsync($"/desk/claims/{id}");
        var said = page.Html.QuerySelectorAll(".notice.warn").Select(notice => notice.TextContent).ToList();

        const string Nobody =
            "you become an author of this version and cannot approve it, and nobody would be left to approve it. Ask ada, who is an author already, to make the change, or an administrator (ada) to give somebody else the role that approves.";
        Assert.Equal(3, said.Count(text => text.Contains(Nobody, StringComparison.Ordinal)));
        Assert.Contains(
            "You are an author of this version already and cannot approve it; eve may then approve.",
            (await ada.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );

        // It is so: she mends a comma, and nobody can approve.
        var mended = await eve.SubmitAsync(
            page,
            new() { ["rationale"] = "Two counts, that do not draw on each other, agree." },
            button: "Change the proposal"
        );
        Assert.Contains("You changed this verdict after it was proposed", mended.Text, StringComparison.Ordinal);
        Assert.Contains(
            "You are an author of this version already and cannot approve it, and nobody would be left",
            mended.Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task With_another_editor_it_names_who_may_then_approve_and_nobody_who_left(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await desk.AddPersonAsync("eli", Roles.Editor);
        await desk.AddPersonAsync("old", Roles.Editor);
        await desk.InScopeAsync(services =>
            Microsoft
                .Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Web.Security.PersonRegister>(
                    services
                )
                .SetActiveAsync("old", false, CancellationToken.None)
        );

        var page = await eve.OpenAsync($"/desk/claims/{id}");

        Assert.Contains(
            "you become an author of this version and cannot approve it; eli may then approve.",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("nobody would be left", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("casualty-figure", 2)]
    [InlineData("chamber", 2)]
    public async Task What_the_definition_asks_for_before_it_publishes_is_reckoned_in(string definition, int approvals)
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await ProposedAsync(desk, definition);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await desk.AddPersonAsync("eli", Roles.Editor);

        var page = await eve.OpenAsync($"/desk/claims/{id}");

        Assert.Contains(
            $"only eli would be left to approve it, and {approvals} approvals are needed",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("may then approve", page.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task After_a_press_that_changes_nothing_nothing_is_said_to_be_changed(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk, "casualty-figure");
        await desk.MustDecideAsync(id, Eve, "Approve");
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        var page = await eli.OpenAsync($"/desk/claims/{id}");
        var rationale = ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.Html.QuerySelector("textarea[name=rationale]")!).Value;

        foreach (
            var same in new[] { rationale, rationale + "  ", rationale.Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n" }
        )
        {
            var pressed = await eli.SubmitAsync(
                $"/desk/claims/{id}",
                new() { ["rationale"] = same },
                button: "Change the proposal"
            );
            Assert.Contains(
                "Nothing was changed: the proposal reads as it did, and its approvals stand.",
                pressed.Text,
                StringComparison.Ordinal
            );
        }

        var worded = await eli.SubmitAsync($"/desk/claims/{id}", new() { ["wording"] = "There were 12 ships. " }, button: "Fix");
        Assert.Contains("Nothing was changed: the wording reads as it did.", worded.Text, StringComparison.Ordinal);
        var proposed = (await desk.ClaimAsync(id)).ProposedVerdict!;
        Assert.Equal((1, false), (proposed.ValidApprovers.Count(), proposed.IsAuthor("eli")));

        var changed = await eli.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["rationale"] = rationale + " So it is." },
            button: "Change the proposal"
        );
        Assert.Contains("The proposal is changed. Approvals given before are void", changed.Text, StringComparison.Ordinal);
        Assert.Empty((await desk.ClaimAsync(id)).ProposedVerdict!.ValidApprovers);
    }

    [Fact]
    public async Task Whoever_is_barred_from_the_step_that_approves_is_not_named()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await ProposedAsync(desk, "legal-status");
        await desk.AddPersonAsync("eve", Roles.FactChecker, Roles.Editor);
        await desk.AddPersonAsync("eli", Roles.Editor);
        await desk.MustDecideAsync(id, new Actor("eve", new HashSet<string> { Roles.FactChecker, Roles.Editor }), "Confirmed");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var page = await ada.OpenAsync($"/desk/claims/{id}");

        Assert.Contains("; eli may then approve.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_proposal_and_to_whoever_rates_blind_nothing_is_said()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id, "cross-check");
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        Assert.DoesNotContain(
            "an author of this version",
            (await bea.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );

        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());

        Assert.DoesNotContain(
            "an author of this version",
            (await bea.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );
    }

    private static async Task<long> ProposedAsync(DeskApp desk, string definition = "standard-review")
    {
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.AddEvidenceAsync(id, "customs");
        await desk.StartReviewAsync(id, definition);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        return id;
    }
}
