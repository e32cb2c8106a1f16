using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>
/// Text and refusals whose form or field the page has no more, and presses that are nobody's any more: all of it is still shown.
/// </summary>
public sealed class DraftPlacesTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_refusal_is_told_where_its_form_is_gone(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.PublishAsync(id);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        using var ann = await desk.SignInAsync("ann", Roles.FactChecker);
        var late = await ann.OpenAsync($"/desk/claims/{id}");
        await ben.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["withdraw"] = "It was taken back." },
            button: "Ask for the withdrawal"
        );

        var refused = await ann.SubmitAsync(late, new() { ["withdraw"] = "So I hear too." }, button: "Ask for the withdrawal");

        Assert.Contains("ben has asked", refused.Html.QuerySelector("[role=alert]")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("So I hear too.", refused.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_wording_s_refusal_is_told_once_the_claim_is_public(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        var late = await eve.OpenAsync($"/desk/claims/{id}");
        await desk.PublishAsync(id, "true", "It was counted.");

        var refused = await eve.SubmitAsync(late, new() { ["wording"] = "There were 14 ships." }, button: "Fix it");

        Assert.NotNull(refused.Html.QuerySelector(".notice.refused[role=alert]"));
        Assert.Equal("There were 12 ships.", (await desk.ClaimAsync(id)).Wording);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_was_typed_into_a_field_that_its_form_has_no_more_is_shown_kept_and_thrown_away_by_itself(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.PublishAsync(id);
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict(change: "The count was wrong."));
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await eve.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["changeReason"] = "They counted anew.", ["rationale"] = "Eve's text." },
            button: "Save draft"
        );
        await desk.ChangeClaimAsync(id, claim => claim.Retract("It was forged.", "eli", desk.Now));

        var later = await eve.OpenAsync($"/desk/claims/{id}");
        Assert.Null(later.Html.QuerySelector("#edit-reason"));
        Assert.Contains("They counted anew.", later.Text, StringComparison.Ordinal);
        await eve.SubmitAsync(later, [], button: "Save draft");
        Assert.Contains("They counted anew.", (await DraftAsync(desk)).Values);

        var thrown = await eve.SubmitAsync($"/desk/claims/{id}", [], button: "Throw it away");
        Assert.Contains("Thrown away.", thrown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("They counted anew.", (await DraftAsync(desk)).Values);
        Assert.Contains("Eve's text.", (await DraftAsync(desk)).Values);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Throwing_away_what_is_not_there_is_not_told_as_done(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        var page = Pressing(await eve.OpenAsync($"/desk/claims/{id}"), "?handler=Drop&name=rationale");
        var told = await eve.SubmitAsync(page, [], button: "Save draft");

        Assert.DoesNotContain("Thrown away.", told.Text, StringComparison.Ordinal);
        Assert.Contains("not in your draft", told.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_press_that_is_forbidden_keeps_what_is_typed(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var eve = await desk.SignInAsync("eve", Roles.FactChecker);
        var page = Pressing(await eve.OpenAsync($"/desk/claims/{id}"), "?handler=Hold&reviewId=1");

        var forbidden = await eve.SubmitAsync(
            page,
            new() { ["Evidence.Quote"] = "Twelve ships lay at anchor." },
            button: "Save draft"
        );

        Assert.DoesNotContain("On hold", forbidden.Text, StringComparison.Ordinal);
        Assert.Contains("Twelve ships lay at anchor.", (await DraftAsync(desk)).Values);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_refused_cancelling_from_an_older_window_keeps_its_reason_on_the_page(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        var review = await desk.StartReviewAsync(id);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        var older = await root.OpenAsync($"/desk/claims/{id}");
        await root.SubmitAsync($"/desk/claims/{id}", new() { ["cancel"] = "Another reason." }, button: "Save draft");
        await desk.WithEngineAsync(engine =>
            engine.CancelAsync(
                review,
                "Done elsewhere.",
                new Actor("root", new HashSet<string> { Roles.Administrator }),
                CancellationToken.None
            )
        );

        var refused = await root.SubmitAsync(
            older,
            new() { ["cancel"] = "It was asked for twice." },
            form: "form.whole",
            button: "Cancel the review"
        );

        Assert.NotNull(refused.Html.QuerySelector(".notice.refused[role=alert]"));
        Assert.Contains("It was asked for twice.", refused.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_number_of_what_is_pressed_is_read_from_the_address_alone(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "first");
        await desk.AddEvidenceAsync(id, "second");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        var evidence = (await desk.ClaimAsync(id)).Evidence.OrderBy(e => e.Id).ToList();
        var page = Pressing(await eve.OpenAsync($"/desk/claims/{id}"), $"?handler=Withdraw&evidenceId={evidence[0].Id}");
        page.Html.QuerySelector("input[name=saves]")!.OuterHtml += $"<input type=hidden name=evidenceId value={evidence[1].Id}>";

        await eve.SubmitAsync(page, [], button: "Save draft");

        Assert.Equal(
            [evidence[0].Id],
            (await desk.ClaimAsync(id)).Evidence.Where(e => e.WithdrawnAt is not null).Select(e => e.Id)
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Without_a_script_the_page_says_how_text_is_kept_and_not_that_it_is(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddListedClaimAsync("There were 12 ships.");
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        var page = await eve.OpenAsync($"/desk/claims/{id}");

        Assert.Contains("Press “Save draft” to keep what you type", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Whatever you type on this page is kept", page.Text, StringComparison.Ordinal);
    }

    // A page whose form sends elsewhere, as one does that was opened before.
    private static DeskPage Pressing(DeskPage page, string action)
    {
        foreach (var button in page.Html.QuerySelectorAll("button[formaction*='handler=Draft']"))
            button.SetAttribute("formaction", action);
        return page;
    }

    private static async Task<Dictionary<string, string>> DraftAsync(DeskApp desk) =>
        (await desk.QueryAsync(db => db.Drafts.AsNoTracking().SingleAsync())).Fields;
}
