using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

public sealed class FaultTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_step_that_fails_stops_the_review_visibly_and_tells_the_administrators(DatabaseKind kind)
    {
        using var folder = new WorkflowFolder(FailAtPublish);
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        var id = await desk.AddClaimAsync("The fair drew 70,000 visitors.");
        await desk.PublishAsync(id);

        var review = await desk.QueryAsync(db => db.Reviews.AsNoTracking().SingleAsync(r => r.ClaimId == id));
        Assert.Equal(ReviewStatus.Faulted, review.Status);
        Assert.StartsWith("publish: ", review.Fault, StringComparison.Ordinal);
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
        var notice = await desk.QueryAsync(db => db.Notices.AsNoTracking().SingleAsync(n => n.Role == Roles.Administrator));
        Assert.Contains("The fair drew 70,000 visitors.", notice.Message, StringComparison.Ordinal);

        var root = new Actor("root", new HashSet<string> { Roles.Administrator });
        await desk.WithEngineAsync(engine => engine.RetryAsync(review.Id, root, CancellationToken.None));
        Assert.Equal(1, await desk.QueryAsync(db => db.Notices.CountAsync(n => n.Role == Roles.Administrator)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_script_that_fails_in_a_task_stops_its_review_and_never_the_request(DatabaseKind kind)
    {
        foreach (
            var (at, field) in new[]
            {
                ("research", "title"),
                ("research", "role"),
                ("research", "instructions"),
                ("review", "title"),
                ("review", "role"),
            }
        )
        {
            using var folder = new WorkflowFolder((id, definition) => Fail(id, definition, at, field));
            await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
            var id = await desk.AddClaimAsync("The fair drew 70,000 visitors.");
            using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
            var triage = await ada.SubmitAsync($"/desk/triage?claim={id}", [], button: "Accept for review");
            Assert.True(triage.Status == 200, $"{at}.{field}: {triage.Status} {triage.Text}");
            if (at == "review")
            {
                await desk.AddEvidenceAsync(id, "count");
                await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
            }

            var review = await desk.QueryAsync(db => db.Reviews.AsNoTracking().SingleAsync(r => r.ClaimId == id));
            Assert.Equal(ReviewStatus.Faulted, review.Status);
            Assert.StartsWith($"{at}: ", review.Fault, StringComparison.Ordinal);
            Assert.Contains(
                "nobody",
                Assert
                    .Single(
                        await desk.QueryAsync(db =>
                            db.Notices.AsNoTracking().Where(n => n.Role == Roles.Administrator).ToListAsync()
                        )
                    )
                    .Message,
                StringComparison.Ordinal
            );
            Assert.Equal(200, (await ada.OpenAsync($"/desk/claims/{id}")).Status);
        }
    }

    private static void Fail(string id, JsonNode definition, string at, string field)
    {
        foreach (
            var activity in definition["root"]!["activities"]!
                .AsArray()
                .Where(a => id == "standard-review" && (string?)a!["id"] == at)
        )
        {
            activity![field] = new JsonObject
            {
                ["typeName"] = "String",
                ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "nobody.here" },
            };
        }
    }

    private static void FailAtPublish(string id, JsonNode definition)
    {
        foreach (var activity in definition["root"]!["activities"]!.AsArray().Where(a => (string?)a!["id"] == "publish"))
        {
            activity!["note"] = new JsonObject
            {
                ["typeName"] = "String",
                ["expression"] = new JsonObject { ["type"] = "JavaScript", ["value"] = "nobody.here" },
            };
        }
    }
}
