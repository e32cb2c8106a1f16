using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

public sealed class RaceTests
{
    private const int Trials = 40;

    /// <summary>On Elsa's own runtime 40 of 40 such trials run the decision more than once.</summary>
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_same_decision_four_times_at_once_from_two_servers_is_taken_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        for (var trial = 0; trial < Trials; trial++)
        {
            var id = await desk.AddClaimAsync($"Trial {trial} counted 12 ships.");
            await desk.AddEvidenceAsync(id, "harbour");
            await desk.StartReviewAsync(id);
            var task = await desk.OpenTaskAsync(id);

            var receipts = await Task.WhenAll(
                Enumerable
                    .Range(0, 4)
                    .Select(i => (i % 2 == 0 ? desk : other).DecideTaskAsync(task.Id, Ada, "Proposed", Verdict(), "the-same-key"))
            );

            Assert.All(receipts, receipt => Assert.True(receipt.IsOk, receipt.Refusal?.Message));
            Assert.Single(receipts, receipt => !receipt.Value!.Repeated);
            Assert.Single((await desk.ClaimAsync(id)).Verdicts);
            Assert.Equal("review", (await desk.OpenTaskAsync(id)).ActivityId);
        }
    }

    /// <summary>On Elsa's own runtime 40 of 40 such trials are stuck for ever.</summary>
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Two_branches_decided_at_once_meet_at_their_join_once(DatabaseKind kind)
    {
        using var folder = TwoBranches();
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        await using var other = await desk.StartAnotherAsync("--Workflows:Folder", folder.Path);
        for (var trial = 0; trial < Trials; trial++)
        {
            var id = await desk.AddClaimAsync($"Trial {trial} counted 9 barges.");
            var review = await desk.StartReviewAsync(id, "two-branches");
            var tasks = await desk.QueryAsync(db =>
                db.Tasks.AsNoTracking().Where(t => t.ClaimId == id).OrderBy(t => t.Key).ToListAsync()
            );

            var results = await Task.WhenAll(
                desk.DecideTaskAsync(tasks[0].Id, Eve, "Ok"),
                other.DecideTaskAsync(tasks[1].Id, Eli, "Ok")
            );

            Assert.All(results, result => Assert.True(result.IsOk, result.Refusal?.Message));
            await MetOnceAsync(desk, review);
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_same_form_and_two_branches_at_once_from_two_processes(DatabaseKind kind)
    {
        using var folder = TwoBranches();
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        await desk.AddPersonAsync("eve", Roles.Editor);
        await desk.AddPersonAsync("eli", Roles.Editor);
        var (first, second) = (FreePort.Find(), FreePort.Find());
        await using var one = await ServerProcess.StartAsync(desk.ConnectionString, first, "--Workflows:Folder", folder.Path);
        await using var two = await ServerProcess.StartAsync(desk.ConnectionString, second, "--Workflows:Folder", folder.Path);
        using var eve = new DeskBrowser(one.Address);
        using var eli = new DeskBrowser(two.Address);
        using var evesOther = new DeskBrowser(two.Address);
        foreach (var (browser, name) in new[] { (eve, "eve"), (eli, "eli"), (evesOther, "eve") })
            await browser.SubmitAsync("/signin", new() { ["Input.Name"] = name, ["Input.Password"] = DeskApp.Password });
        for (var trial = 0; trial < Trials; trial++)
        {
            var id = await desk.AddClaimAsync($"Trial {trial} counted 8 tugs.");
            var review = await desk.StartReviewAsync(id, "two-branches");
            var tasks = await desk.QueryAsync(db =>
                db.Tasks.AsNoTracking().Where(t => t.ClaimId == id).OrderBy(t => t.Key).ToListAsync()
            );
            await desk.InScopeAsync(async services =>
            {
                var leases = services.GetRequiredService<Web.Work.TaskLeases>();
                return (
                    await leases.TakeAsync(tasks[0].Id, Eve, CancellationToken.None),
                    await leases.TakeAsync(tasks[1].Id, Eli, CancellationToken.None)
                );
            });
            var address = $"/desk/claims/{id}";
            var (a, b, c) = (await eve.OpenAsync(address), await evesOther.OpenAsync(address), await eli.OpenAsync(address));
            var again = new Dictionary<string, string> { ["fields[decision]"] = "Ok", ["key"] = $"trial-{trial}" };

            await Task.WhenAll(
                eve.SubmitAsync(a, again, button: "Decide"),
                evesOther.SubmitAsync(b, again, button: "Decide"),
                eve.SubmitAsync(a, again, button: "Decide"),
                evesOther.SubmitAsync(b, again, button: "Decide"),
                eli.SubmitAsync(c, new() { ["fields[decision]"] = "Ok" }, button: "Decide")
            );

            await MetOnceAsync(desk, review);
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Of_two_editors_at_once_one_wins_and_the_other_is_told_who(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        for (var trial = 0; trial < Trials; trial++)
        {
            var id = await desk.AddClaimAsync($"Trial {trial} counted 30 trucks.");
            await desk.AddEvidenceAsync(id, "border guard");
            await desk.StartReviewAsync(id);
            await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
            var task = await desk.OpenTaskAsync(id);

            var results = await Task.WhenAll(
                desk.DecideTaskAsync(task.Id, Eve, "Approve"),
                other.DecideTaskAsync(task.Id, Eli, "RequestChanges", Reason("Count again."))
            );

            var loser = Assert.Single(results, result => !result.IsOk);
            Assert.Equal("task-decided", loser.Refusal!.Code);
            var winner = results.Single(result => result.IsOk).Value!;
            Assert.Contains($"{winner.By} decided “{winner.Decision}”", loser.Refusal.Message, StringComparison.Ordinal);
            var decisions = await desk.QueryAsync(db =>
                db.Tasks.Where(t => t.Id == task.Id).SelectMany(t => t.Decided).CountAsync()
            );
            Assert.Equal(1, decisions);
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Two_starts_at_once_make_one_review(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        for (var trial = 0; trial < Trials; trial++)
        {
            var id = await desk.AddClaimAsync($"Trial {trial} counted 7 cranes.");
            var request = new Workflows.Ports.StartReview(
                id,
                "standard-review",
                new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(),
                Ada
            );

            var results = await Task.WhenAll(
                new[] { desk, other, desk, other }.Select(server =>
                    server.WithEngineAsync(engine => engine.StartAsync(request, CancellationToken.None))
                )
            );

            Assert.Single(results, result => result.IsOk);
            Assert.All(results.Where(result => !result.IsOk), result => Assert.Equal("under-review", result.Refusal!.Code));
            Assert.NotNull(await desk.OpenTaskAsync(id));
        }
    }

    private static WorkflowFolder TwoBranches() =>
        new WorkflowFolder().Add(
            "two-branches",
            $$$$"""
            [{"id":"fork","type":"Elsa.FlowFork","branches":{"typeName":"Object","expression":{"type":"Object","value":"[\"A\",\"B\"]"}}},
             {{{{WorkflowFolder.Ask("a", "editor")}}}}, {{{{WorkflowFolder.Ask("b", "editor")}}}},
             {"id":"both","type":"Elsa.FlowJoin","mode":{{{{WorkflowFolder.Literal(
                "WaitAll"
            )}}}}}, {"id":"end","type":"Elsa.Finish"}]
            """,
            "fork:A>a",
            "fork:B>b",
            "a:Ok>both",
            "b:Ok>both",
            "both:Done>end"
        );

    private static async Task MetOnceAsync(DeskApp desk, long id)
    {
        var review = await desk.QueryAsync(db =>
            db.Reviews.AsNoTracking()
                .Include(r => r.Steps)
                .Include(r => r.Tasks)
                    .ThenInclude(t => t.Decided)
                .SingleAsync(r => r.Id == id)
        );
        Assert.Equal(ReviewStatus.Finished, review.Status);
        Assert.All(review.Tasks, task => Assert.Single(task.Decided));
        foreach (var activity in new[] { "a", "b", "both", "end" })
            Assert.Single(review.Steps, step => step.ActivityId == activity && step.Outcome is not null);
    }
}
