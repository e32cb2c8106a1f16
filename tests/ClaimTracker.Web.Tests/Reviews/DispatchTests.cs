using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

public sealed class DispatchTests
{
    /// <summary>On a cluster of Elsa's a parent never hears of its child's end.</summary>
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_childs_end_takes_its_parent_on_in_the_same_transaction(DatabaseKind kind)
    {
        using var folder = ParentAndChild();
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        await using var other = await desk.StartAnotherAsync("--Workflows:Folder", folder.Path);
        var id = await desk.AddClaimAsync("The dock holds 40 boats.");
        var parent = await desk.StartReviewAsync(id, "parent");
        var before = await AuditAsync(desk, id);

        await other.MustDecideAsync(id, Eve, "Ok");

        var reviews = await desk.QueryAsync(db =>
            db.Reviews.AsNoTracking().Where(r => r.ClaimId == id).OrderBy(r => r.Id).ToListAsync()
        );
        Assert.Equal([ReviewStatus.Suspended, ReviewStatus.Finished], reviews.Select(r => r.Status));
        Assert.Equal(parent, reviews[1].ParentId);
        Assert.Equal("after", (await desk.OpenTaskAsync(id)).ActivityId);
        Assert.Equal(
            "told: yes",
            await desk.QueryAsync(db =>
                db.Notices.Where(n => n.ClaimId == id && n.Role == Roles.Editor).Select(n => n.Message).SingleAsync()
            )
        );

        // One entry, since all of it was one transaction.
        Assert.Equal(before + 1, await AuditAsync(desk, id));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_cancelled_parent_takes_its_child_with_it(DatabaseKind kind)
    {
        using var folder = ParentAndChild();
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        var id = await desk.AddClaimAsync("The dock holds 50 boats.");
        var parent = await desk.StartReviewAsync(id, "parent");

        await desk.WithEngineAsync(engine => engine.CancelAsync(parent, "a mistake", Eve, CancellationToken.None));

        Assert.All(
            await desk.QueryAsync(db => db.Reviews.AsNoTracking().Where(r => r.ClaimId == id).ToListAsync()),
            r => Assert.Equal(ReviewStatus.Cancelled, r.Status)
        );
        Assert.False(await desk.QueryAsync(db => db.Tasks.AnyAsync(t => t.ClaimId == id && t.Status == ReviewTaskStatus.Open)));
    }

    private static WorkflowFolder ParentAndChild() =>
        new WorkflowFolder()
            .Add(
                "child",
                $$$$"""
                [{{{{WorkflowFolder.Ask("look", "editor")}}}},
                 {"id":"say","type":"Elsa.SetOutput","outputName":{{{{WorkflowFolder.Literal(
                    "Answer"
                )}}}},"outputValue":{{{{WorkflowFolder.Literal("yes")}}}}}, {"id":"end","type":"Elsa.Finish"}]
                """,
                "look:Ok>say",
                "say:Done>end"
            )
            .Add(
                "parent",
                $$$$"""
                [{"id":"call","type":"Elsa.DispatchWorkflow","workflowDefinitionId":{{{{WorkflowFolder.Literal("child")}}}},
                  "waitForCompletion":{{{{WorkflowFolder.Literal(
                    "true"
                )}}}},"result":{"typeName":"Object","memoryReference":{"id":"told"}}},
                 {"id":"tell","type":"ClaimTracker.Notify","to":{{{{WorkflowFolder.Literal(
                    "editor"
                )}}}},"message":{"typeName":"String","expression":{"type":"JavaScript","value":"'told: ' + getTold().Answer"}}},
                 {{{{WorkflowFolder.Ask("after", "editor")}}}}, {"id":"end","type":"Elsa.Finish"}]
                """,
                "call:Done>tell",
                "tell:Done>after",
                "after:Ok>end"
            );

    private static Task<int> AuditAsync(DeskApp desk, long id) =>
        desk.QueryAsync(db => db.AuditEntries.CountAsync(e => e.Subject == $"claim/{id}"));
}
