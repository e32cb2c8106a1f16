using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>A draft that was written before somebody else's change: it does not replace that change unread.</summary>
public sealed class DraftStaleTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_draft_of_the_proposal_from_before_a_change_is_refused_once_however_often_the_page_was_loaded_since(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        await eve.SubmitAsync($"/desk/claims/{id}", new() { ["rationale"] = "Eve's text." }, button: "Save draft");
        await eli.SubmitAsync($"/desk/claims/{id}", new() { ["rationale"] = "Eli's text." }, button: "Change the proposal");

        var loaded = await eve.OpenAsync($"/desk/claims/{id}");
        Assert.Contains("another text than the one that stands now", loaded.Text, StringComparison.Ordinal);
        var refused = await eve.SubmitAsync(loaded, [], button: "Change the proposal");
        Assert.Contains("eli changed the verdict", refused.Text, StringComparison.Ordinal);
        Assert.Equal("Eli's text.", Assert.Single((await desk.ClaimAsync(id)).Verdicts).Rationale);
        Assert.Equal("Eve's text.", refused.Html.QuerySelector("#edit-rationale")!.TextContent);

        var changed = await eve.SubmitAsync(refused, [], button: "Change the proposal");
        Assert.Contains("The proposal is changed.", changed.Text, StringComparison.Ordinal);
        Assert.Equal("Eve's text.", Assert.Single((await desk.ClaimAsync(id)).Verdicts).Rationale);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_draft_of_the_wording_from_before_a_change_is_refused_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        await eve.SubmitAsync($"/desk/claims/{id}", new() { ["wording"] = "Twelve ships came in." }, button: "Save draft");
        await eli.SubmitAsync($"/desk/claims/{id}", new() { ["wording"] = "There were 14 ships." }, button: "Fix it");

        var refused = await eve.SubmitAsync($"/desk/claims/{id}", [], button: "Fix it");
        Assert.Contains("its wording is now “There were 14 ships.”", refused.Text, StringComparison.Ordinal);
        Assert.Equal("There were 14 ships.", (await desk.ClaimAsync(id)).Wording);

        await eve.SubmitAsync(refused, [], button: "Fix it");
        Assert.Equal("Twelve ships came in.", (await desk.ClaimAsync(id)).Wording);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_one_does_beside_it_oneself_makes_no_draft_old(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await ProposedAsync(desk);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        await eve.SubmitAsync(
            $"/desk/claims/{id}",
            new()
            {
                ["rationale"] = "Eve's text.",
                ["Evidence.Source"] = "Port",
                ["Evidence.Quote"] = "Twelve.",
                ["Evidence.Group"] = "port",
                ["Evidence.Stance"] = "Supports",
            },
            button: "Add evidence"
        );
        var changed = await eve.SubmitAsync($"/desk/claims/{id}", [], button: "Change the proposal");

        Assert.Contains("The proposal is changed.", changed.Text, StringComparison.Ordinal);
        Assert.Empty((await desk.QueryAsync(db => Task.FromResult(db.Drafts.Single()))).Fields);
    }

    private static async Task<long> ProposedAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        return id;
    }
}
