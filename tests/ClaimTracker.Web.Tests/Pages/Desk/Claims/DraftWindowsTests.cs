using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>
/// Two windows of one person on one claim: whatever the older one presses, nothing that the other saved is lost.
/// </summary>
public sealed class DraftWindowsTests
{
    private const string Passage = "The newer window's passage.";

    private static readonly Dictionary<string, string> Sources = new()
    {
        ["Evidence.Source"] = "Harbour office",
        ["Evidence.Quote"] = "Twelve.",
        ["Evidence.Group"] = "office",
        ["Evidence.Stance"] = "Supports",
    };

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_older_window_whose_press_is_refused_stays_the_older_one_and_is_not_told_that_its_text_is_kept(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var older = await ada.SubmitAsync("/desk", [], button: "Next task");
        await ada.SubmitAsync($"/desk/claims/{id}", new() { ["Evidence.Quote"] = Passage }, button: "Save draft");
        var proposal = new Dictionary<string, string>
        {
            ["fields[decision]"] = "Proposed",
            ["fields[Proposed:rationale]"] = "Two offices counted them.",
        };

        var refused = await ada.SubmitAsync(older, proposal, button: "Decide");
        Assert.DoesNotContain("kept as your draft", refused.Text, StringComparison.Ordinal);
        Assert.StartsWith("Not saved", refused.Html.QuerySelector("[data-saved]")!.TextContent, StringComparison.Ordinal);
        var decided = await ada.SubmitAsync(refused, new() { ["fields[Proposed:rating]"] = "true" }, button: "Decide");

        Assert.Contains("Decided: Propose a verdict.", decided.Text, StringComparison.Ordinal);
        Assert.Equal(Passage, (await FieldsAsync(desk)).GetValueOrDefault("Evidence.Quote"));
        Assert.Equal(Passage, decided.Html.QuerySelector("textarea[name='Evidence.Quote']")!.TextContent.Trim());
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_another_window_saves_while_a_press_is_under_way_is_not_written_over_by_the_page_that_comes_back(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var site = await SourceSite.StartAsync();
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        SavesMeanwhile(site, ada, id, new() { ["wording"] = "There were twelve ships." });
        var page = await ada.OpenAsync($"/desk/claims/{id}");

        var again = new Dictionary<string, string>(Sources)
        {
            ["Evidence.Source"] = "Source of harbour",
            ["Evidence.Quote"] = "It was counted.",
            ["Evidence.Address"] = site.Url("/slow"),
        };
        await desk.AddEvidenceAsync(id, "harbour", site.Url("/slow"));
        var refused = await ada.SubmitAsync(page, again, button: "Add evidence");
        Assert.Contains("added this passage", refused.Text, StringComparison.Ordinal);
        await ada.SubmitAsync(refused, new() { ["Evidence.Group"] = "another group" }, button: "Save draft");

        Assert.Equal("There were twelve ships.", (await FieldsAsync(desk)).GetValueOrDefault("wording"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_an_older_window_sends_is_sent_and_no_longer_in_the_draft_that_a_newer_one_saved(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync($"/desk/claims/{id}", Sources, button: "Save draft");
        var older = await ada.OpenAsync($"/desk/claims/{id}");
        await ada.SubmitAsync($"/desk/claims/{id}", new() { ["wording"] = "There were twelve ships." }, button: "Save draft");

        var added = await ada.SubmitAsync(older, [], button: "Add evidence");

        Assert.Contains("Evidence added.", added.Text, StringComparison.Ordinal);
        var kept = await FieldsAsync(desk);
        Assert.Equal("There were twelve ships.", kept.GetValueOrDefault("wording"));
        Assert.DoesNotContain(kept.Keys, name => name.StartsWith("Evidence.", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_typed_elsewhere_into_the_part_that_is_being_sent_stays(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var site = await SourceSite.StartAsync();
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        SavesMeanwhile(site, ada, id, new() { ["Evidence.Quote"] = Passage });

        var added = await ada.SubmitAsync(
            $"/desk/claims/{id}",
            new(Sources) { ["Evidence.Address"] = site.Url("/slow") },
            button: "Add evidence"
        );

        Assert.Contains("Evidence added.", added.Text, StringComparison.Ordinal);
        Assert.Equal([("Evidence.Quote", Passage)], (await FieldsAsync(desk)).Select(field => (field.Key, field.Value)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_is_done_and_its_leaving_the_draft_are_one_commit(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await StartAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync($"/desk/claims/{id}", new() { ["wording"] = "There were twelve ships." }, button: "Save draft");
        await RefuseAnyChangeOfDraftsAsync(desk, kind);

        var failed = await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Fix it");

        Assert.Equal(500, failed.Status);
        Assert.DoesNotContain("was not stored", failed.Text, StringComparison.Ordinal);
        Assert.Equal("There were 12 ships.", (await desk.ClaimAsync(id)).Wording);
        Assert.Equal("There were twelve ships.", (await FieldsAsync(desk)).GetValueOrDefault("wording"));
    }

    // The page of the evidence is slow: before it is there, the same person opens the claim in another window and saves.
    private static void SavesMeanwhile(SourceSite site, DeskBrowser person, long id, Dictionary<string, string> typed)
    {
        var first = true;
        site.Answer(
            "/slow",
            async context =>
            {
                if (first)
                    await person.SubmitAsync($"/desk/claims/{id}", typed, button: "Save draft");
                first = false;
                context.Response.ContentType = "text/plain";
                await context.Response.WriteAsync("Twelve. It was counted.");
            }
        );
    }

    private static Task<int> RefuseAnyChangeOfDraftsAsync(DeskApp desk, DatabaseKind kind) =>
        desk.QueryAsync(db =>
            db.Database.ExecuteSqlRawAsync(
                kind == DatabaseKind.Sqlite
                    ? "CREATE TRIGGER refuse_drafts BEFORE UPDATE ON drafts BEGIN SELECT RAISE(ABORT, 'refused'); END"
                    : "CREATE FUNCTION refuse_drafts() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$ LANGUAGE plpgsql;"
                        + "CREATE TRIGGER refuse_drafts BEFORE UPDATE ON drafts FOR EACH ROW EXECUTE FUNCTION refuse_drafts()",
                TestContext.Current.CancellationToken
            )
        );

    private static async Task<Dictionary<string, string>> FieldsAsync(DeskApp desk) =>
        (await desk.QueryAsync(db => db.Drafts.AsNoTracking().SingleAsync())).Fields;

    private static async Task<long> StartAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(id, "first");
        await desk.StartReviewAsync(id);
        return id;
    }
}
