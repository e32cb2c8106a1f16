using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Workflows;

public sealed class VersionsTests
{
    private const string Address = "/workflows/standard-review/versions";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Findings_are_shown_and_what_was_uploaded_is_kept(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);
        var broken = Version3(root =>
            root["activities"]!.AsArray().First(a => (string?)a!["id"] == "research")!["type"] = "Desk.NoSuchStep"
        );

        var page = await admin.SubmitAsync(Address, new() { ["text"] = broken }, button: "Take it into force");
        var again = await admin.SubmitAsync(
            Address,
            new() { ["text"] = Version3(_ => { }).Replace("\"version\": 3", "\"version\": 1", StringComparison.Ordinal) },
            button: "Check it"
        );

        Assert.Contains("research", page.Html.QuerySelector(".faults")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Desk.NoSuchStep", page.Html.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("higher number", again.Html.QuerySelector(".faults")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await desk.QueryAsync(db => db.WorkflowVersions.CountAsync(v => v.DefinitionId == "standard-review" && v.Version > 2))
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_new_version_is_in_force_on_every_node_and_a_review_under_way_is_moved_by_hand(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        using var admin = await desk.SignInAsync("root", Roles.Administrator);
        var running = await desk.AddClaimAsync("The port has 14 cranes.");
        var review = await other.StartReviewAsync(running);

        var checkedPage = await admin.SubmitAsync(Address, new() { ["text"] = Version3(Rename) }, button: "Check it");
        Assert.Contains("is called “Search”.", checkedPage.Html.QuerySelector(".changes")!.TextContent, StringComparison.Ordinal);
        var added = await admin.SubmitAsync(checkedPage, new() { ["text"] = Version3(Rename) }, button: "Take it into force");
        Assert.Contains("Version 3 is in force", added.Text, StringComparison.Ordinal);
        Assert.Equal(
            3,
            await VersionOfAsync(desk, await other.StartReviewAsync(await desk.AddClaimAsync("The port has 15 cranes.")))
        );
        Assert.Equal(2, await VersionOfAsync(desk, review));

        var moved = await admin.SubmitAsync(Address, new() { ["reviewIds"] = $"{review}" }, button: "Move the marked");
        Assert.Contains("Moved: 1 of 1", moved.Text, StringComparison.Ordinal);
        Assert.Equal(3, await VersionOfAsync(desk, review));
        var entry = await desk.QueryAsync(db =>
            db.AuditEntries.Where(e => e.Subject == $"claim/{running}").OrderBy(e => e.Sequence).LastAsync()
        );
        Assert.Equal(("root", "move review to standard-review v3"), (entry.Who, entry.Action));
        await other.AddEvidenceAsync(running, "harbour");
        await other.MustDecideAsync(running, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(running, Eve, "Approve");
        Assert.Equal(Publication.Published, (await desk.ClaimAsync(running)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_review_at_a_step_that_is_gone_stays_and_the_preview_says_why(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var admin = await desk.SignInAsync("root", Roles.Administrator);
        var review = await desk.StartReviewAsync(await desk.AddClaimAsync("The port has 16 cranes."));
        var text = Version3(_ => { }).Replace("\"research\"", "\"searching\"", StringComparison.Ordinal);

        await admin.SubmitAsync(Address, new() { ["text"] = text }, button: "Take it into force");
        var page = await admin.OpenAsync(Address);
        var refused = await desk.WithEngineAsync(engine =>
            engine.MoveToVersionAsync(review, "standard-review-v3", Eve, CancellationToken.None)
        );

        Assert.Contains("it is at “research”, which is not there any more", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Html.QuerySelectorAll("input[name=reviewIds]"));
        Assert.Equal("cannot-move-version", refused.Refusal?.Code);
        Assert.Equal(2, await VersionOfAsync(desk, review));
    }

    private static Task<int> VersionOfAsync(DeskApp desk, long review) =>
        desk.QueryAsync(db => db.Reviews.Where(r => r.Id == review).Select(r => r.DefinitionVersion).SingleAsync());

    private static void Rename(JsonObject root) =>
        root["activities"]!.AsArray().First(a => (string?)a!["id"] == "research")!["metadata"]!["displayText"] = "Search";

    // As Elsa Studio exports it: the version in force, changed, under an id and a number of its own.
    private static string Version3(Action<JsonObject> change)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "workflows", "standard-review.json"));
        var definition = JsonNode.Parse(text)!.AsObject();
        definition["id"] = "standard-review-v3";
        definition["version"] = 3;
        change(definition["root"]!.AsObject());
        return definition.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
    }
}
