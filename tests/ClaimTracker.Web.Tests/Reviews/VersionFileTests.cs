using System.Text.Json.Nodes;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>What becomes of reviews under way when somebody edits the files of the folder.</summary>
public sealed class VersionFileTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_file_changed_under_its_version_id_stops_the_start_and_says_what_to_do(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var changed = new WorkflowFolder(
            (id, definition) =>
            {
                if (id == "standard-review")
                    Research(definition)["name"] = "renamed";
            }
        );

        var refused = await Assert.ThrowsAsync<WorkflowsRefusedException>(() =>
            desk.StartAnotherAsync("--Workflows:Folder", changed.Path)
        );

        Assert.Contains("“standard-review-v2”", refused.Message, StringComparison.Ordinal);
        Assert.Contains("put the file back", refused.Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_review_goes_on_by_its_version_when_the_file_holds_the_next(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The lock opens 20 times a day.");
        await desk.AddEvidenceAsync(id, "keeper");
        await desk.StartReviewAsync(id);
        using var next = new WorkflowFolder(
            (definitionId, definition) =>
            {
                if (definitionId != "standard-review")
                    return;
                (definition["id"], definition["version"]) = ("standard-review-v3", 3);
                Research(definition)["metadata"]!["displayText"] = "Search";
            }
        );

        await using var later = await desk.StartAnotherAsync("--Workflows:Folder", next.Path);

        await later.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await later.MustDecideAsync(id, Eve, "Approve");
        var begun = await later.AddClaimAsync("The lock opens 30 times a day.");
        await later.StartReviewAsync(begun);
        Assert.Equal("standard-review v2", (await later.ClaimAsync(id)).Verdicts.Single().Workflow);
        Assert.Equal("Search", (await later.OpenTaskAsync(begun)).Title);
    }

    /// <summary>In Elsa a delay of more than 24.8 days throws at the start and at each boot after it.</summary>
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_deadline_of_sixty_years_is_kept_and_met(DatabaseKind kind)
    {
        using var patient = new WorkflowFolder(
            (id, definition) =>
            {
                if (id == "standard-review")
                {
                    (Research(definition)["deadline"]!["expression"]!["value"], Research(definition)["remindAfter"]) = (
                        "21915.00:00:00",
                        null
                    );
                }
            }
        );
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", patient.Path);
        await desk.StartReviewAsync(await desk.AddClaimAsync("The wall will stand for a century."));

        Assert.Equal(
            desk.Now.AddDays(21_915),
            await desk.QueryAsync(db => db.Timers.Select(t => t.DueAt).SingleAsync()),
            TimeSpan.FromMinutes(5)
        );
        desk.Clock.Advance(TimeSpan.FromDays(21_914));
        await desk.DoDueAsync<DeadlineJob>();
        Assert.Equal(1, await desk.QueryAsync(db => db.Timers.CountAsync()));
        desk.Clock.Advance(TimeSpan.FromDays(2));
        await desk.DoDueAsync<DeadlineJob>();
        Assert.Equal(0, await desk.QueryAsync(db => db.Timers.CountAsync()));
    }

    private static JsonNode Research(JsonNode definition) =>
        definition["root"]!["activities"]!.AsArray().First(a => (string?)a!["id"] == "research")!;
}
