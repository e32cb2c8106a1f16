using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>Evidence, the wording, reviews and history on a claim's working page.</summary>
public sealed class WorkTests
{
    private static Dictionary<string, string> Evidence(
        string address = "https://harbour.example/count",
        string group = "harbour"
    ) =>
        new()
        {
            ["Evidence.Source"] = "Harbour office",
            ["Evidence.Address"] = address,
            ["Evidence.Quote"] = "Twelve ships lay at anchor.",
            ["Evidence.Stance"] = "Supports",
            ["Evidence.Group"] = group,
        };

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Evidence_is_added_and_withdrawn_and_the_same_passage_is_not_added_twice(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var added = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(), button: "Add evidence");
        var twice = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(), button: "Add evidence");
        var withdrawn = await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Withdraw");

        Assert.Contains("1 independent group", added.Text, StringComparison.Ordinal);
        Assert.Contains("ada added this passage", twice.Text, StringComparison.Ordinal);
        Assert.Contains("Withdrawn by ada", withdrawn.Text, StringComparison.Ordinal);
        Assert.Contains("0 independent groups", withdrawn.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_adds_evidence_hears_at_once_whether_the_quote_is_on_the_page(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Serve(
            "/count",
            "text/html",
            "<h1>Harbour log</h1><h2>Tuesday</h2><p>The wind was weak. Twelve ships lay at anchor.</p>"
        );
        site.Serve("/other", "text/html", "<h1>Harbour log</h1><p>Ten ships lay at anchor.</p>");
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var found = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(site.Url("/count")), button: "Add evidence");
        var missing = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(site.Url("/other")), button: "Add evidence");
        var unread = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(site.Url("/gone")), button: "Add evidence");

        Assert.Contains(
            "The quote is on the page, in a paragraph under “Tuesday”: “Twelve ships lay at anchor.”",
            found.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("the quote is not on the page as it reads now", missing.Text, StringComparison.Ordinal);
        Assert.Contains("was not looked at", unread.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Evidence_at_an_address_that_is_refused_is_said_not_to_be_looked_at_and_why(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind, "--Intake:AllowPrivateAddresses", "false");
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var added = await ada.SubmitAsync($"/desk/claims/{id}", Evidence("http://127.0.0.1:8443/count"), button: "Add evidence");
        var evidence = (await desk.ClaimAsync(id)).Evidence.Single();

        Assert.Contains("Re-checks do not look at it.", added.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("watched by re-checks", added.Text, StringComparison.Ordinal);
        Assert.False(evidence.Watched);

        // Of a row from before, or of other settings, the page knows it as well.
        await desk.AddEvidenceAsync(id, "harbour", "http://127.0.0.1:8444/log", watched: true);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Contains("not looked at by re-checks: 127.0.0.1:8444 is not fetched", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("watched by re-checks:", page.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_answer_of_the_name_service_takes_no_source_from_the_watched_ones(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind, "--Intake:AllowPrivateAddresses", "false");
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        // A name that leads to no public address just now, and one that leads nowhere.
        foreach (var address in new[] { "http://localhost/count", "http://nowhere.invalid/count" })
        {
            var added = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(address), button: "Add evidence");
            Assert.Contains("was not looked at", added.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Re-checks do not look at it.", added.Text, StringComparison.Ordinal);
        }

        Assert.All((await desk.ClaimAsync(id)).Evidence, evidence => Assert.True(evidence.Watched));
    }

    [Fact]
    public async Task A_page_of_our_own_is_marked_as_quoting_us()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite, "--Desk:PublicUrl", "https://checks.example");
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var added = await ada.SubmitAsync(
            $"/desk/claims/{id}",
            Evidence("https://www.checks.example/claims/1"),
            button: "Add evidence"
        );

        Assert.Contains("marked as quoting us", added.Text, StringComparison.Ordinal);
        Assert.Contains("0 independent groups", added.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evidence_that_lacks_something_is_shown_again_with_what_was_typed()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var noGroup = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(group: ""), button: "Add evidence");
        var badAddress = await ada.SubmitAsync(
            $"/desk/claims/{id}",
            Evidence("harbour office, second floor"),
            button: "Add evidence"
        );

        Assert.Contains("Sources that draw on each other share one.", noGroup.Text, StringComparison.Ordinal);
        Assert.Equal(
            "Twelve ships lay at anchor.",
            noGroup.Html.QuerySelector("textarea[name='Evidence.Quote']")!.TextContent.Trim()
        );
        Assert.Contains("give the whole of it", badAddress.Text, StringComparison.Ordinal);
        Assert.Empty((await desk.ClaimAsync(id)).Evidence);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_change_of_the_proposal_loses_against_one_made_meanwhile_and_keeps_its_text(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        using var eli = await desk.SignInAsync("eli", Roles.Editor);
        var stale = await eve.OpenAsync($"/desk/claims/{id}");
        await eli.SubmitAsync($"/desk/claims/{id}", new() { ["rationale"] = "Eli's text." }, button: "Change the proposal");

        var lost = await eve.SubmitAsync(stale, new() { ["rationale"] = "Eve's text." }, button: "Change the proposal");

        Assert.Contains("eli changed the verdict", lost.Text, StringComparison.Ordinal);
        Assert.Equal("Eve's text.", lost.Html.QuerySelector("#edit-rationale")!.TextContent);
        Assert.Equal("Eli's text.", (await desk.ClaimAsync(id)).ProposedVerdict!.Rationale);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_published_claim_is_checked_again_at_a_press_and_stays_public(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.PublishAsync(id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var page = await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Have it re-checked");

        Assert.Contains("Under re-check", page.Text, StringComparison.Ordinal);
        var claim = await desk.ClaimAsync(id);
        Assert.Equal((true, Publication.Published), (claim.UnderRecheck, claim.Publication));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_administrator_cancels_a_review_with_a_reason_and_nobody_else_can(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.StartReviewAsync(id);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        Assert.Empty((await ada.OpenAsync($"/desk/claims/{id}")).Html.QuerySelectorAll("button[formaction*='handler=Cancel']"));
        var unreasoned = await root.SubmitAsync($"/desk/claims/{id}", new() { ["cancel"] = "" }, button: "Cancel the review");
        var cancelled = await root.SubmitAsync(
            $"/desk/claims/{id}",
            new() { ["cancel"] = "The same claim is under review elsewhere." },
            button: "Cancel the review"
        );
        var history = await root.OpenAsync($"/desk/claims/{id}/history");

        Assert.Contains("Say why the review is cancelled", unreasoned.Text, StringComparison.Ordinal);
        Assert.Contains("The review is cancelled", cancelled.Text, StringComparison.Ordinal);
        Assert.Contains("root: cancel review: The same claim is under review elsewhere.", history.Text, StringComparison.Ordinal);
        var begun = await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Begin a review");
        Assert.Contains("Research and propose a verdict", begun.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_reads_the_working_page_and_changes_nothing()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        using var rita = await desk.SignInAsync("rita", Roles.Reader);

        var page = await rita.OpenAsync($"/desk/claims/{id}");

        Assert.Equal(200, page.Status);
        Assert.Empty(page.Html.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task The_wording_is_fixed_and_an_older_form_does_not_win()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        var id = await desk.AddClaimAsync("there were 12 ship");
        await desk.StartReviewAsync(id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var stale = await ada.OpenAsync($"/desk/claims/{id}");

        var first = await ada.SubmitAsync(stale, new() { ["wording"] = "There were 12 ships." }, button: "Fix it");
        var second = await ada.SubmitAsync(stale, new() { ["wording"] = "There were twelve ships." }, button: "Fix it");

        Assert.Contains("The wording is fixed.", first.Text, StringComparison.Ordinal);
        Assert.Contains("its wording is now “There were 12 ships.”", second.Text, StringComparison.Ordinal);
        Assert.Equal("There were twelve ships.", second.Html.QuerySelector("#wording")!.TextContent);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_proposal_stands_before_the_decision_and_what_is_past_is_folded_with_its_count(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "harbour");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false"));
        await desk.MustDecideAsync(id, Eve, "RequestChanges", Reason("Two counts differ."));
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        await eve.SubmitAsync("/desk", [], button: "Next task");

        var page = await eve.OpenAsync($"/desk/claims/{id}");

        var order = page.Html.QuerySelectorAll("h1, #appearances, #evidence, #proposed, [data-decides], #verdicts, #history");
        Assert.Equal(
            ["H1", "appearances", "evidence", "proposed", "Approve", "RequestChanges", "Decline", "verdicts", "history"],
            order.Select(part => part.GetAttribute("value") ?? part.GetAttribute("id") ?? part.TagName)
        );
        var folded = page.Html.QuerySelectorAll("details.fold:not([open]) > summary").Select(s => s.TextContent.Trim()).ToList();
        Assert.Contains("Earlier and returned versions (1)", folded);
        Assert.Contains("Reviews that have begun (1)", folded);
        Assert.Contains("What was decided (3)", folded);
        Assert.Contains(folded, one => one.StartsWith("History (", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Like_claims_stay_in_sight_after_triage(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var known = await desk.AddClaimAsync("The council of Poltava closed its schools after the flood.");
        var id = await desk.AddClaimAsync("After the flood, its schools were closed by the council of Poltava.");
        await desk.StartReviewAsync(id);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var reader = await desk.SignInAsync("root", Roles.Administrator);

        var page = await ada.OpenAsync($"/desk/claims/{id}");

        Assert.Contains("Like claims (1)", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Html.QuerySelector($"#similar a[href='/desk/claims/{known}']"));
        Assert.Null((await reader.OpenAsync($"/desk/claims/{id}")).Html.QuerySelector("#similar"));
    }
}
