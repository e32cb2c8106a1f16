using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
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

            var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
                (i % 2 == 0 ? desk : other).DecideTaskAsync(task.Id, Ada, "Proposed", Verdict(), "the-same-key")));

            Assert.All(receipts, receipt => Assert.True(receipt.IsOk, receipt.Refusal?.Message));
            Assert.Single(receipts, receipt => !receipt.Value!.Repeated);
            Assert.Single((await desk.ClaimAsync(id)).Verdicts);
            Assert.Equal("review", (await desk.OpenTaskAsync(id)).ActivityId);
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
                desk.DecideTaskAsync(task.Id, Eve, "Approve"), other.DecideTaskAsync(task.Id, Eli, "RequestChanges", Reason("Count again.")));

            var loser = Assert.Single(results, result => !result.IsOk);
            Assert.Equal("task-decided", loser.Refusal!.Code);
            var winner = results.Single(result => result.IsOk).Value!;
            Assert.Contains($"{winner.By} decided “{winner.Decision}”", loser.Refusal.Message, StringComparison.Ordinal);
            var decisions = await desk.QueryAsync(db => db.Tasks.Where(t => t.Id == task.Id).SelectMany(t => t.Decided).CountAsync());
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
            var request = new Workflows.Ports.StartReview(id, "standard-review", new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(), Ada);

            var results = await Task.WhenAll(new[] { desk, other, desk, other }.Select(server =>
                server.WithEngineAsync(engine => engine.StartAsync(request, CancellationToken.None))));

            Assert.Single(results, result => result.IsOk);
            Assert.All(results.Where(result => !result.IsOk), result => Assert.Equal("under-review", result.Refusal!.Code));
            Assert.NotNull(await desk.OpenTaskAsync(id));
        }
    }
}
