using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk;

public sealed class TriageTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Accepting_fixes_wording_and_kind_and_starts_the_kinds_review(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("there were 270 drones");
        var next = await desk.AddClaimAsync("Ships numbered 12.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var after = await ada.SubmitAsync($"/desk/triage?claim={id}", new() { ["wording"] = "There were 270 drones.", ["kind"] = "attack-count" }, button: "Accept");

        var claim = await desk.QueryAsync(db => db.Claims.FindAsync(id).AsTask());
        Assert.Equal(("There were 270 drones.", "attack-count", Stage.Researching), (claim!.Wording, claim.Kind, claim.Stage));
        Assert.Equal("attack-count", await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == id).Select(r => r.DefinitionId).SingleAsync()));
        Assert.Contains("Accepted.", after.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Triage, (await desk.QueryAsync(db => db.Claims.FindAsync(next).AsTask()))!.Stage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_decline_needs_a_reason_and_can_be_taken_back(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 270 drones.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var refused = await ada.SubmitAsync("/desk/triage", new() { ["reason"] = " " }, button: "Decline");
        var declined = await ada.SubmitAsync("/desk/triage", new() { ["reason"] = "Nobody repeats it." }, button: "Decline");
        var listed = await ada.OpenAsync("/desk/triage/set-aside");
        var undone = await ada.SubmitAsync("/desk/triage/set-aside", [], button: "Put back into triage");

        Assert.Contains("Say why the claim is not checked", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Take it back", declined.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody repeats it.", listed.Text, StringComparison.Ordinal);
        Assert.Contains("There were 270 drones.", undone.Text, StringComparison.Ordinal);
        Assert.Null((await desk.QueryAsync(db => db.Claims.FindAsync(id).AsTask()))!.DeclinedBecause);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_claim_with_another_figure_is_suggested_as_such_and_linked_by_a_person_alone(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var checkedClaim = await desk.AddClaimAsync("Russia launched 270 drones against Poltava overnight.", "attack-count");
        await desk.StartReviewAsync(checkedClaim, "attack-count");
        var other = await desk.AddClaimAsync("Russia launched 310 drones against Poltava overnight.", "attack-count");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var page = await ada.OpenAsync("/desk/triage");
        Assert.Empty(page.Html.QuerySelectorAll("[data-link=same]"));
        Assert.Contains("Says the same with another figure", page.Text, StringComparison.Ordinal);
        Assert.Contains("What parts them: 270 drones, 310 drones.", page.Text, StringComparison.Ordinal);
        Assert.Null((await desk.QueryAsync(db => db.Claims.FindAsync(other).AsTask()))!.LinkedToId);

        await ada.SubmitAsync(page, [], button: "Link all the same");
        var linked = await desk.QueryAsync(db => db.Claims.FindAsync(other).AsTask());
        Assert.Equal((checkedClaim, Stage.Linked), (linked!.LinkedToId, linked.Stage));

        var undone = await ada.SubmitAsync($"/desk/claims/{other}", [], button: "Unlink");
        Assert.Contains("Taken back", undone.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_link_of_two_checked_claims_is_undone_with_both_verdicts_kept(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var one = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        var other = await desk.AddPublishedClaimAsync("The dam has overflowed.", "false");
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);

        await bea.SubmitAsync($"/desk/claims/{other}", new() { ["otherId"] = $"{one}" }, button: "Link");
        Assert.Equal(one, (await desk.QueryAsync(db => db.Claims.FindAsync(other).AsTask()))!.LinkedToId);
        await bea.SubmitAsync($"/desk/claims/{other}", [], button: "Unlink");

        var claims = await desk.QueryAsync(db => db.Claims.Include(c => c.Verdicts).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal(["true", "false"], claims.Select(claim => claim.Rating));
        Assert.All(claims, claim => Assert.Equal((Publication.Published, 1, null), (claim.Publication, claim.Verdicts.Count, claim.LinkedToId)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Who_comes_second_is_told_who_was_first_and_keeps_the_text(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddClaimAsync("There were 270 drones.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        var stale = await bea.OpenAsync("/desk/triage");
        await ada.SubmitAsync("/desk/triage", new() { ["reason"] = "Nobody repeats it." }, button: "Decline");

        var lost = await bea.SubmitAsync(stale, new() { ["wording"] = "Exactly 270 drones were launched." }, button: "Accept");

        Assert.Contains("is not in triage any more. Last: ada", lost.Text, StringComparison.Ordinal);
        Assert.Equal("Exactly 270 drones were launched.", lost.Html.QuerySelector("textarea[name=wording]")!.TextContent);
    }

    [Fact]
    public async Task Readers_do_not_triage()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var rita = await desk.SignInAsync("rita", Roles.Reader);
        Assert.Contains("Not for your role", (await rita.OpenAsync("/desk/triage")).Text, StringComparison.Ordinal);
    }
}
