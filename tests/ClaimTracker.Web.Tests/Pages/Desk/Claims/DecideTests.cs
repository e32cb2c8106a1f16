using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>Deciding tasks on a claim's working page.</summary>
public sealed class DecideTests
{
    private const string Text = "Two harbour offices counted them.";

    private static readonly Dictionary<string, string> Proposal = new()
    {
        ["fields[decision]"] = "Proposed",
        ["fields[Proposed:rating]"] = "mostly-true",
        ["fields[Proposed:rationale]"] = Text,
    };

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task From_research_to_publication_by_two_people(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        await ada.SubmitAsync("/desk", [], button: "Next task");
        var proposed = await ada.SubmitAsync($"/desk/claims/{id}", Proposal, button: "Decide");
        await eve.SubmitAsync("/desk", [], button: "Next task");
        var published = await eve.SubmitAsync($"/desk/claims/{id}", new() { ["fields[decision]"] = "Approve" }, button: "Decide");

        Assert.Contains("Decided: Propose a verdict.", proposed.Text, StringComparison.Ordinal);
        Assert.Contains("Published", published.Html.QuerySelector(".four")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Decided: Approve. The verdict is published now.", published.Text, StringComparison.Ordinal);
        var claim = await desk.ClaimAsync(id);
        Assert.Equal(("mostly-true", Publication.Published), (claim.Rating, claim.Publication));
        Assert.Equal(Text, claim.PublishedVerdict!.Rationale);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_verdict_without_enough_evidence_is_refused_in_the_form_with_what_is_missing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.StartReviewAsync(id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync("/desk", [], button: "Next task");

        var proposed = await ada.SubmitAsync($"/desk/claims/{id}", Proposal, button: "Decide");
        var refusal = proposed.Html.QuerySelector("#tasks .notice.refused")!;
        await desk.AddEvidenceAsync(id, "register");
        var again = await ada.SubmitAsync(proposed, Proposal, button: "Decide");

        Assert.Contains(
            "The verdict rests on 0 independent groups of evidence; this workflow asks for 1.",
            refusal.TextContent,
            StringComparison.Ordinal
        );
        Assert.NotNull(refusal.QuerySelector("a[href='#evidence']"));
        Assert.Equal(Text, proposed.Html.QuerySelector("textarea[name$='Proposed:rationale]']")!.TextContent);
        Assert.Contains("Decided: Propose a verdict.", again.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_claim_that_would_repeat_itself_is_refused_at_the_field_and_the_review_goes_on(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync("/desk", [], button: "Next task");
        var itself = id.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var refused = await ada.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["fields[decision]"] = "Link", ["fields[Link:claimId]"] = itself },
            button: "Decide"
        );
        var proposed = await ada.SubmitAsync(refused, Proposal, button: "Decide");

        Assert.Contains(
            "A claim does not repeat itself",
            refused.Html.QuerySelector(".decide")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Decided: Propose a verdict.", proposed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync("/desk", [], button: "Next task");

        var refused = await ada.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["fields[decision]"] = "Proposed", ["fields[Proposed:rationale]"] = Text },
            button: "Decide"
        );

        Assert.Contains("Nothing is decided yet", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Choose a rating", refused.Text, StringComparison.Ordinal);
        Assert.Equal(Text, refused.Html.QuerySelector("textarea[name$=':Proposed:rationale]']")!.TextContent);
        Assert.Equal(Stage.Researching, (await desk.ClaimAsync(id)).Stage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_proposer_who_is_an_editor_too_is_refused_the_approval(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker, Roles.Editor);
        await ada.SubmitAsync("/desk", [], button: "Next task");
        var page = await ada.SubmitAsync($"/desk/claims/{id}", Proposal, button: "Decide");
        var task = await desk.OpenTaskAsync(id);

        using var forged = new MultipartFormDataContent
        {
            {
                new StringContent(page.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
            { new StringContent("forged"), $"key[{task.Id}]" },
            { new StringContent("Approve"), $"fields[{task.Id}:decision]" },
        };
        using var answer = await ada.Http.PostAsync(
            new Uri($"/desk/claims/{id}?handler=Decide&taskId={task.Id}", UriKind.Relative),
            forged,
            TestContext.Current.CancellationToken
        );

        Assert.Contains("You proposed this verdict, so somebody else has to decide on it", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("[name$=':decision]']"));
        Assert.Contains(
            "proposed or changed the verdict",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Of_two_who_decide_the_second_is_told_who_decided_what_and_keeps_the_text(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        var stale = await ada.SubmitAsync("/desk", [], button: "Next task");
        desk.Clock.Advance(TimeSpan.FromMinutes(31));
        await bea.SubmitAsync("/desk", [], button: "Next task");
        await bea.SubmitAsync($"/desk/claims/{id}", Proposal, button: "Decide");

        var lost = await ada.SubmitAsync(
            stale,
            new() { ["fields[decision]"] = "Decline", ["fields[Decline:reason]"] = "Nobody can count them." },
            button: "Decide"
        );
        var later = await ada.OpenAsync($"/desk/claims/{id}");

        Assert.Contains("bea decided “Propose a verdict”", lost.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody can count them.", lost.Text, StringComparison.Ordinal);
        Assert.Contains("Your text for a task that is closed", later.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody can count them.", later.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Thrown away",
            (await ada.SubmitAsync(later, [], button: "Throw it away")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_form_sent_twice_decides_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var form = await ada.SubmitAsync("/desk", [], button: "Next task");

        await ada.SubmitAsync(form, Proposal, button: "Decide");
        var again = await ada.SubmitAsync(form, Proposal, button: "Decide");

        Assert.Contains("Decided: Propose a verdict.", again.Text, StringComparison.Ordinal);
        Assert.Single((await desk.ClaimAsync(id)).Verdicts);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_approval_of_a_text_that_changed_meanwhile_is_refused(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        var form = await eve.SubmitAsync("/desk", [], button: "Next task");
        var edited = await eli.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["rationale"] = "Another text." },
            button: "Change the proposal"
        );

        var refused = await eve.SubmitAsync(form, new() { ["fields[decision]"] = "Approve" }, button: "Decide");
        var approved = await eve.SubmitAsync(refused, new() { ["fields[decision]"] = "Approve" }, button: "Decide");

        Assert.Contains("You changed this verdict after it was proposed", edited.Text, StringComparison.Ordinal);
        Assert.Contains("you have not read what you would approve", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Decided: Approve.", approved.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_blind_rater_sees_nothing_of_the_first_rating(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id, "cross-check");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        await ada.SubmitAsync("/desk", [], button: "Next task");
        await ada.SubmitAsync($"/desk/claims/{id}", Proposal, button: "Decide");

        var page = await bea.OpenAsync($"/desk/claims/{id}");
        var history = await bea.OpenAsync($"/desk/claims/{id}/history");
        var proposers = await ada.OpenAsync($"/desk/claims/{id}");

        Assert.DoesNotContain(Text, page.Html.Body!.InnerHtml + history.Html.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Change the proposal", page.Text, StringComparison.Ordinal);
        Assert.Contains(Text, proposers.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_blind_rater_stays_blind_while_the_review_is_held_and_is_told_nothing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        var review = await desk.StartReviewAsync(id, "cross-check");
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        await desk.MustDecideAsync(
            id,
            Ada,
            "Proposed",
            new System.Text.Json.Nodes.JsonObject { ["rating"] = "mostly-true", ["rationale"] = Text }
        );
        await desk.WithEngineAsync(engine => engine.HoldAsync(review, Eve, $"Ada wrote: {Text}", CancellationToken.None));
        await desk.QueryAsync(async db =>
        {
            db.Notices.Add(new Notice(Roles.FactChecker, $"Somebody says: {Text}", id, desk.Now));
            return await db.SaveChangesAsync();
        });

        var seen = string.Concat(
            (await bea.OpenAsync($"/desk/claims/{id}")).Html.Body!.InnerHtml,
            (await bea.OpenAsync($"/desk/claims/{id}/history")).Html.Body!.InnerHtml,
            (await bea.OpenAsync("/desk")).Html.Body!.InnerHtml
        );

        Assert.DoesNotContain(Text, seen, StringComparison.Ordinal);
        Assert.DoesNotContain("mostly-true", seen, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_blind_rater_of_the_second_round_sees_nothing_of_the_first_before_it_in_it_or_where_it_stopped(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id, "cross-check");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker, Roles.Administrator);
        using var gil = await desk.SignInAsync("gil", Roles.FactChecker, Roles.Administrator);
        await RateAsync(desk, id, Ada, "mostly-true", Text);
        await RateAsync(desk, id, new Actor("bea", new HashSet<string> { Roles.FactChecker }), "false", Unlike);

        var between = await SeenAsync(gil, id) + await SeenAsync(bea, id);
        var proposers = await ada.OpenAsync($"/desk/claims/{id}");
        await HandOverAsync(desk, id, "gil");
        var handed = await SeenAsync(gil, id);
        await HandOverAsync(desk, id, "ada");
        await RateAsync(desk, id, Ada, "unproven", "The second text.");
        await desk.QueryAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE reviews SET fault = 'same: false is not mostly-true' WHERE claim_id = {id}")
        );
        await desk.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE reviews SET status = 'Faulted' WHERE claim_id = {id}"));
        var second = await SeenAsync(gil, id);

        foreach (var seen in new[] { between, handed, second })
        {
            Assert.DoesNotContain(Text, seen, StringComparison.Ordinal);
            Assert.DoesNotContain(Unlike, seen, StringComparison.Ordinal);
            Assert.DoesNotContain("The second text.", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("rated this claim differently", seen, StringComparison.Ordinal);
            Assert.DoesNotContain("is not mostly-true", seen, StringComparison.Ordinal);
        }

        Assert.Contains(ClaimTracker.Web.Reviews.Blindness.HiddenFault, second, StringComparison.Ordinal);
        Assert.Contains(Text, proposers.Text, StringComparison.Ordinal);
        Assert.Contains(Unlike, proposers.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Who_may_rate_the_next_review_blind_sees_nothing_of_one_that_was_cancelled(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        var first = await desk.StartReviewAsync(id, "cross-check");
        using var gil = await desk.SignInAsync("gil", Roles.FactChecker, Roles.Administrator);
        await RateAsync(desk, id, Ada, "mostly-true", Text);
        await desk.WithEngineAsync(engine => engine.CancelAsync(first, "A mistake.", Eve, CancellationToken.None));
        await desk.StartReviewAsync(id, "cross-check");

        var before = await SeenAsync(gil, id);
        await RateAsync(desk, id, Ben, "false", Unlike);
        var after = await SeenAsync(gil, id);

        foreach (var seen in new[] { before, after })
        {
            Assert.DoesNotContain(Text, seen, StringComparison.Ordinal);
            Assert.DoesNotContain("Mostly true</strong>", seen, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(Unlike, seen, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_approval_that_does_not_publish_says_how_many_more_it_waits_for(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The flood killed 212 people.", "casualty-figure");
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.AddEvidenceAsync(id, "hospitals");
        await desk.StartReviewAsync(id, "casualty-figure");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);

        await eve.SubmitAsync("/desk", [], button: "Next task");
        var first = await eve.SubmitAsync($"/desk/claims/{id}", new() { ["fields[decision]"] = "Approve" }, button: "Decide");
        await eli.SubmitAsync("/desk", [], button: "Next task");
        var second = await eli.SubmitAsync($"/desk/claims/{id}", new() { ["fields[decision]"] = "Approve" }, button: "Decide");

        Assert.Contains("The verdict is not published yet: it waits for 1 more approval.", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("published now", first.Text, StringComparison.Ordinal);
        Assert.Contains("The verdict is published now.", second.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_hold_is_said_on_the_page_with_who_and_why_and_told_to_whoever_holds_the_task(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        await ada.SubmitAsync("/desk", [], button: "Next task");
        var review = await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == id).Select(r => r.Id).SingleAsync());

        await root.SubmitAsync(
            $"/desk/claims/{id}",
            new() { [$"hold[{review}]"] = "The harbour asked for a day." },
            button: "Put on hold"
        );

        var page = (await ada.OpenAsync($"/desk/claims/{id}")).Html.QuerySelector("[data-held]")!.TextContent;
        Assert.Contains("root put it on hold on", page, StringComparison.Ordinal);
        Assert.Contains("since: The harbour asked for a day.", page, StringComparison.Ordinal);
        Assert.Contains(
            "root put the review of “There were 12 ships.” on hold: The harbour asked for a day.",
            (await ada.OpenAsync("/desk")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_notice_names_the_claim_that_it_is_about(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await HandOverAsync(desk, id, "ada");

        var told = await ada.OpenAsync("/desk");

        Assert.Contains("“There were 12 ships.”: eve handed you", told.Text, StringComparison.Ordinal);
    }

    private const string Unlike = "The harbour office says so of nobody.";

    private static Task RateAsync(DeskApp desk, long id, Actor who, string rating, string rationale) =>
        desk.MustDecideAsync(
            id,
            who,
            "Proposed",
            new System.Text.Json.Nodes.JsonObject { ["rating"] = rating, ["rationale"] = rationale }
        );

    private static Task<Result> HandOverAsync(DeskApp desk, long id, string to) =>
        desk.InScopeAsync(async services =>
            await services
                .GetRequiredService<ClaimTracker.Web.Work.TaskLeases>()
                .HandOverAsync((await desk.OpenTaskAsync(id)).Id, to, Eve, CancellationToken.None)
        );

    private static async Task<string> SeenAsync(DeskBrowser browser, long id) =>
        string.Concat(
            (await browser.OpenAsync($"/desk/claims/{id}")).Html.Body!.InnerHtml,
            (await browser.OpenAsync($"/desk/claims/{id}/history")).Html.Body!.InnerHtml,
            (await browser.OpenAsync("/desk")).Html.Body!.InnerHtml
        );

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_draft_is_kept_and_typing_prolongs_the_hold(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var bea = await desk.SignInAsync("bea", Roles.FactChecker);
        var form = await ada.SubmitAsync("/desk", [], button: "Next task");
        desk.Clock.Advance(TimeSpan.FromMinutes(20));

        var saved = await ada.SubmitAsync(form, Proposal, button: "Save draft");
        desk.Clock.Advance(TimeSpan.FromMinutes(20));
        var other = await bea.OpenAsync($"/desk/claims/{id}");

        Assert.Contains("Draft saved", saved.Text, StringComparison.Ordinal);
        Assert.Equal(Text, saved.Html.QuerySelector("textarea[name$=':Proposed:rationale]']")!.TextContent);
        Assert.Contains("ada works on it", other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Text, other.Text, StringComparison.Ordinal);
        Assert.Equal(1, await desk.QueryAsync(db => db.Drafts.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_decision_that_asks_for_nothing_is_one_press_and_any_other_shows_what_it_asks_for(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await eve.SubmitAsync("/desk", [], button: "Next task");

        var page = await eve.OpenAsync($"/desk/claims/{id}");
        var refused = await eve.SubmitAsync(page, [], button: "Decide: Request changes");
        var decided = await eve.SubmitAsync(refused, [], button: "Decide: Approve");

        Assert.Empty(page.Html.QuerySelectorAll("details.choice[open]"));
        Assert.Contains("Nothing is decided yet", refused.Text, StringComparison.Ordinal);
        Assert.Equal("RequestChanges", refused.Html.QuerySelector("details.choice[open]")!.GetAttribute("data-decision"));
        Assert.Contains("Decided: Approve.", decided.Text, StringComparison.Ordinal);
        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task After_each_decision_the_way_back_is_named_and_the_page_has_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var (id, declined) = (await StartAsync(desk), await StartAsync(desk));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Take this task");
        await ada.SubmitAsync($"/desk/claims/{declined}", [], button: "Take this task");

        var proposed = await ada.SubmitAsync($"/desk/claims/{id}", Proposal, button: "Decide");
        var aside = await ada.SubmitAsync(
            $"/desk/claims/{declined}",
            new() { ["fields[decision]"] = "Decline", ["fields[Decline:reason]"] = "Nobody can count them." },
            button: "Decide"
        );
        await eve.SubmitAsync("/desk", [], button: "Next task");
        var published = await eve.SubmitAsync($"/desk/claims/{id}", [], button: "Decide: Approve");

        AssertWayBack(proposed, "While it waits for approval you can still change it: “Change the proposal”", "handler=Edit");
        AssertWayBack(aside, "To take it back: “Put back into triage”", "handler=Undo");
        AssertWayBack(published, "by a new version: “Review it anew”", "handler=Start");
    }

    private static void AssertWayBack(DeskPage page, string words, string button)
    {
        Assert.Contains(words, page.Html.QuerySelector(".notice.done")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($"button[formaction*='{button}']"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_decides_and_goes_on_is_given_the_next_task_and_told_where_there_is_none(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await StartAsync(desk);
        await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var first = await ada.SubmitAsync("/desk", [], button: "Next task");
        var second = await ada.SubmitAsync(GoingOn(first), Proposal, button: "Decide");
        var none = await ada.SubmitAsync(GoingOn(second), Proposal, button: "Decide");

        Assert.NotEqual(first.Address.AbsolutePath, second.Address.AbsolutePath);
        Assert.Contains("Decided: Propose a verdict.", second.Text, StringComparison.Ordinal);
        Assert.Contains("This is your next task.", second.Text, StringComparison.Ordinal);
        Assert.Contains("You hold it", second.Text, StringComparison.Ordinal);
        Assert.Equal(second.Address.AbsolutePath, none.Address.AbsolutePath);
        Assert.Contains("No further task is free for you now.", none.Text, StringComparison.Ordinal);
    }

    // As the page's script does it on Ctrl+Enter.
    private static DeskPage GoingOn(DeskPage page)
    {
        var box = page.Html.CreateElement("input");
        box.SetAttribute("type", "hidden");
        box.SetAttribute("name", "goOn");
        box.SetAttribute("value", "true");
        page.Html.QuerySelector("form.whole")!.Append(box);
        return page;
    }

    private static async Task<long> StartAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id);
        return id;
    }
}
