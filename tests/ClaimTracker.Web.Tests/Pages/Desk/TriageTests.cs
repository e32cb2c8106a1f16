using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

        var after = await ada.SubmitAsync(
            $"/desk/triage?claim={id}",
            new() { ["wording"] = "There were 270 drones.", ["kind"] = "attack-count" },
            button: "Accept"
        );

        var claim = await desk.QueryAsync(db => db.Claims.FindAsync(id).AsTask());
        Assert.Equal(("There were 270 drones.", "attack-count", Stage.Researching), (claim!.Wording, claim.Kind, claim.Stage));
        Assert.Equal(
            "attack-count",
            await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == id).Select(r => r.DefinitionId).SingleAsync())
        );
        Assert.Contains("Accepted.", after.Text, StringComparison.Ordinal);
        Assert.Equal(Stage.Triage, (await desk.QueryAsync(db => db.Claims.FindAsync(next).AsTask()))!.Stage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_claim_whose_review_cannot_start_keeps_its_wording_and_kind(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("there were 270 drones");
        await desk.StartReviewAsync(id);
        await desk.ChangeClaimAsync(
            id,
            claim =>
            {
                claim.EnterStage(Stage.Triage, desk.Now);
                return Result.Ok;
            }
        );
        var before = await desk.ClaimAsync(id);
        var audited = await desk.QueryAsync(db => db.AuditEntries.CountAsync());

        var refused = await desk.InScopeAsync(services =>
            services
                .GetRequiredService<TriageDesk>()
                .AcceptAsync(id, "There were 270 drones.", "attack-count", before.Revision, false, Eve, CancellationToken.None)
        );

        Assert.Equal("under-review", refused.Refusal?.Code);
        var after = await desk.ClaimAsync(id);
        Assert.Equal((before.Wording, before.Kind, before.Revision), (after.Wording, after.Kind, after.Revision));
        Assert.Equal(audited, await desk.QueryAsync(db => db.AuditEntries.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_claim_is_not_linked_past_its_review_while_that_is_on_hold(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var target = await desk.AddClaimAsync("There were 270 drones.");
        await desk.PublishAsync(target);
        var id = await desk.AddClaimAsync("There were 270 drones in all.");
        var review = await desk.StartReviewAsync(id);
        Assert.True((await desk.WithEngineAsync(engine => engine.HoldAsync(review, Eve, null, CancellationToken.None))).IsOk);

        var refused = await desk.InScopeAsync(services =>
            services.GetRequiredService<ClaimEdits>().LinkAsync(id, target, CancellationToken.None)
        );

        Assert.Equal("under-review", refused.Refusal?.Code);
        Assert.Null((await desk.ClaimAsync(id)).LinkedToId);
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
    public async Task A_claim_with_another_figure_is_suggested_as_such_and_folded_by_a_person_alone(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var known = await desk.AddClaimAsync("Russia launched 270 drones against Poltava overnight.", "attack-count");
        await desk.StartReviewAsync(known, "attack-count");
        var other = await desk.AddClaimAsync("Russia launched 310 drones against Poltava overnight.", "attack-count");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var page = await ada.OpenAsync("/desk/triage");
        Assert.Empty(page.Html.QuerySelectorAll("[data-fold=same], [data-link]"));
        Assert.Contains("Says the same with another figure", page.Text, StringComparison.Ordinal);
        Assert.Contains("What parts them: 270 drones, 310 drones.", page.Text, StringComparison.Ordinal);
        Assert.Contains("not checked yet", page.Text, StringComparison.Ordinal);
        Assert.Null((await desk.QueryAsync(db => db.Claims.FindAsync(other).AsTask()))!.FoldedIntoId);

        await ada.SubmitAsync(page, [], button: "Fold into it all the same");
        var folded = await desk.QueryAsync(db => db.Claims.FindAsync(other).AsTask());
        Assert.Equal((known, Stage.Folded, null), (folded!.FoldedIntoId, folded.Stage, folded.LinkedToId));

        var undone = await ada.SubmitAsync($"/desk/claims/{other}", [], button: "Split off");
        Assert.Contains("Taken back", undone.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_folded_claim_is_out_of_sight_shows_with_the_other_and_comes_back_whole_also_after_that_is_published(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var known = await desk.AddClaimAsync("The port of Odesa handled 90 ships a week.", outlet: "The Courier");
        var twin = await desk.AddClaimAsync("The port of Odesa handled 90 ships a week.", outlet: "Inland Post");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var reader = desk.Browser();

        var folded = await ada.SubmitAsync($"/desk/triage?claim={twin}", new() { ["otherId"] = $"{known}" }, button: "Fold");
        Assert.Contains("its appearances show there", folded.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Inland Post",
            (await ada.OpenAsync($"/desk/triage?claim={known}")).Html.QuerySelector("ul.similar")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            folded.Html.QuerySelectorAll("nav li, h2"),
            e => e.TextContent.Contains($"claim {twin}", StringComparison.Ordinal)
        );
        Assert.Contains(
            "is not in triage any more",
            (
                await ada.SubmitAsync(
                    await OfAnotherTabAsync(desk, ada, twin),
                    new() { ["reason"] = "Too vague." },
                    button: "Decline"
                )
            ).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "folded into claim",
            (await ada.OpenAsync("/desk/triage/set-aside?show=folded")).Text,
            StringComparison.Ordinal
        );

        await desk.PublishAsync(known);
        Assert.Contains(
            "Inland Post",
            (await reader.OpenAsync($"/claims/{known}")).Html.QuerySelector("#appearances")!.ParentElement!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal($"/claims/{known}", (await reader.OpenAsync($"/claims/{twin}")).Address.AbsolutePath);
        Assert.Equal(1, (await reader.OpenAsync("/?q=Odesa")).Html.QuerySelectorAll("ul.cards > li").Length);
        Assert.Contains("Folded into this one", (await ada.OpenAsync($"/desk/claims/{known}")).Text, StringComparison.Ordinal);

        await ada.SubmitAsync("/desk/triage/set-aside?show=folded", [], button: "Split off");
        var back = await desk.ClaimAsync(twin);
        Assert.Equal((Stage.Triage, null, Publication.Unpublished), (back.Stage, back.FoldedIntoId, back.Publication));
        Assert.Equal(404, (await reader.OpenAsync($"/claims/{twin}")).Status);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_link_to_what_has_no_published_verdict_is_refused_with_what_to_do_instead(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var known = await desk.AddListedClaimAsync("The dam is full.");
        var twin = await desk.AddClaimAsync("The dam is full to the brim.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var refused = await ada.SubmitAsync($"/desk/triage?claim={twin}", new() { ["otherId"] = $"{known}" }, button: "Link");

        Assert.Contains("A link leads to a published verdict", refused.Text, StringComparison.Ordinal);
        Assert.Equal((Stage.Triage, null), ((await desk.ClaimAsync(twin)).Stage, (await desk.ClaimAsync(twin)).LinkedToId));

        await desk.StartReviewAsync(twin);
        var asked = await desk.DecideAsync(twin, Ada, "Link", new System.Text.Json.Nodes.JsonObject { ["claimId"] = known });
        Assert.Equal("link-unpublished", asked.Refusal?.Code);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task When_the_target_is_rated_otherwise_or_retracted_readers_see_it_and_the_desk_is_told(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var target = await desk.AddClaimAsync("The dam is full.");
        await desk.PublishAsync(target);
        var linked = await desk.AddPublishedClaimAsync("The dam is full to the brim.", "true");
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker, Roles.Editor);
        using var reader = desk.Browser();
        await bea.SubmitAsync($"/desk/claims/{linked}", new() { ["otherId"] = $"{target}" }, button: "Link");
        Assert.DoesNotContain("has changed", (await reader.OpenAsync($"/claims/{linked}")).Text, StringComparison.Ordinal);

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.StartReviewAsync(target, "recheck");
        await desk.MustDecideAsync(target, Ada, "NewVerdict");
        await desk.MustDecideAsync(target, Ada, "Proposed", Verdict("false", "The gauge was misread."));
        await desk.MustDecideAsync(target, Eve, "Approve");
        Assert.Contains(
            "That verdict has changed: from “True” to “False”",
            (await reader.OpenAsync($"/claims/{linked}")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("one claim is linked to it", (await bea.OpenAsync("/desk")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Its verdict has changed since the link was made",
            (await bea.OpenAsync($"/desk/claims/{linked}")).Text,
            StringComparison.Ordinal
        );

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.StartReviewAsync(target, "recheck");
        await desk.MustDecideAsync(target, Ada, "Retract", Reason("Both gauges are broken."));
        await desk.MustDecideAsync(target, Eve, "Retract", Reason("Both gauges are broken."));
        Assert.Contains("“False” was withdrawn", (await reader.OpenAsync($"/claims/{linked}")).Text, StringComparison.Ordinal);
        Assert.Equal(4, await desk.QueryAsync(db => db.Notices.CountAsync(n => n.Message.Contains("linked to it"))));
    }

    // The page of a claim in triage as it was before somebody folded it.
    private static async Task<DeskPage> OfAnotherTabAsync(DeskApp desk, DeskBrowser browser, long id)
    {
        await desk.ChangeClaimAsync(id, claim => claim.Split(desk.Now));
        var page = await browser.OpenAsync($"/desk/triage?claim={id}");
        var other = (await desk.QueryAsync(db => db.Claims.OrderBy(c => c.Id).FirstAsync())).Id;
        await browser.SubmitAsync($"/desk/triage?claim={id}", new() { ["otherId"] = $"{other}" }, button: "Fold");
        return page;
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_link_of_two_checked_claims_is_undone_with_both_verdicts_kept(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var one = await desk.AddPublishedClaimAsync("The dam is full.", "true");
        var other = await desk.AddPublishedClaimAsync("The dam has overflowed.", "false");
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker, Roles.Editor);

        await bea.SubmitAsync($"/desk/claims/{other}", new() { ["otherId"] = $"{one}" }, button: "Link");
        Assert.Equal(one, (await desk.QueryAsync(db => db.Claims.FindAsync(other).AsTask()))!.LinkedToId);
        await bea.SubmitAsync($"/desk/claims/{other}", [], button: "Unlink");

        var claims = await desk.QueryAsync(db => db.Claims.Include(c => c.Verdicts).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal(["true", "false"], claims.Select(claim => claim.Rating));
        Assert.All(
            claims,
            claim => Assert.Equal((Publication.Published, 1, null), (claim.Publication, claim.Verdicts.Count, claim.LinkedToId))
        );
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
