using ClaimTracker.Domain;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Work;

/// <summary>What a slip in triage did is taken back for a minute; after that its way back is named.</summary>
public sealed class TriageUndoTests
{
    private const string Wording = "There were 12 ships.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_acceptance_taken_back_leaves_the_claim_in_triage_as_it_was_and_no_task(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await AcceptedAsync(desk, "There were twelve ships in May.", "statistic");
        Assert.NotNull(await desk.OpenTaskAsync(id));
        desk.Clock.Advance(TimeSpan.FromSeconds(55));

        Assert.Null((await TakeBackAsync(desk, id, Ada)).Refusal);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((Wording, "count", Stage.Triage), (claim.Wording, claim.Kind, claim.Stage));
        Assert.Equal(["where"], claim.Details.Missing);
        Assert.Equal(0, await desk.QueryAsync(db => db.Tasks.CountAsync(t => t.Status == ReviewTaskStatus.Open)));
        Assert.Equal(ReviewStatus.Cancelled, await desk.QueryAsync(db => db.Reviews.Select(r => r.Status).SingleAsync()));

        // It can be accepted again.
        await AcceptAsync(desk, id, Wording, "count");
        Assert.Equal(Stage.Researching, (await desk.ClaimAsync(id)).Stage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task After_a_minute_nothing_is_taken_back_and_the_way_back_is_named(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var accepted = await AcceptedAsync(desk, Wording, "count");
        var declined = await desk.AddClaimAsync("There were 13 ships.");
        await DeclineAsync(desk, declined);
        desk.Clock.Advance(TimeSpan.FromSeconds(61));

        var review = (await TakeBackAsync(desk, accepted, Ada)).Refusal!.Message;
        var aside = (await TakeBackAsync(desk, declined, Ada)).Refusal!.Message;

        Assert.Contains("more than a minute has passed", review, StringComparison.Ordinal);
        Assert.Contains("an administrator can cancel that", review, StringComparison.Ordinal);
        Assert.Contains("“Put back into triage”", aside, StringComparison.Ordinal);
        Assert.Equal(
            (Stage.Researching, Stage.Declined),
            ((await desk.ClaimAsync(accepted)).Stage, (await desk.ClaimAsync(declined)).Stage)
        );

        // The way that was named leads there, without a limit.
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync($"/desk/claims/{declined}", [], button: "Put back into triage");
        Assert.Equal(Stage.Triage, (await desk.ClaimAsync(declined)).Stage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Declining_linking_and_folding_are_taken_back_within_the_minute(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var published = await desk.AddClaimAsync("There were 10 ships.");
        await desk.PublishAsync(published);
        var other = await desk.AddClaimAsync("There were 11 ships.");
        var (declined, linked, folded) = (
            await desk.AddClaimAsync(Wording),
            await desk.AddClaimAsync("There were 13 ships."),
            await desk.AddClaimAsync("There were 14 ships.")
        );
        await DeclineAsync(desk, declined);
        await TriageAsync(
            desk,
            linked,
            (triage, revision) => triage.LinkAsync(linked, published, revision, CancellationToken.None)
        );
        await TriageAsync(desk, folded, (triage, revision) => triage.FoldAsync(folded, other, revision, CancellationToken.None));

        foreach (var id in new[] { declined, linked, folded })
        {
            Assert.Null((await TakeBackAsync(desk, id, Ada)).Refusal);
            var claim = await desk.ClaimAsync(id);
            Assert.Equal(
                (Stage.Triage, null, null, null),
                (claim.Stage, claim.DeclinedBecause, claim.LinkedToId, claim.FoldedIntoId)
            );
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_somebody_has_begun_on_is_not_taken_back_nor_what_somebody_else_did(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var (taken, typed, others) = (
            await AcceptedAsync(desk, Wording, "count"),
            await AcceptedAsync(desk, Wording, "count"),
            await AcceptedAsync(desk, Wording, "count")
        );
        using var ben = await desk.SignInAsync("ben", Roles.FactChecker);
        await ben.SubmitAsync($"/desk/claims/{taken}", [], button: "Take this task");
        await ben.SubmitAsync(
            $"/desk/claims/{typed}",
            new() { ["Evidence.Quote"] = "They lay at anchor." },
            button: "Save draft"
        );

        var messages = new[]
        {
            (await TakeBackAsync(desk, taken, Ada)).Refusal!.Message,
            (await TakeBackAsync(desk, typed, Ada)).Refusal!.Message,
            (await TakeBackAsync(desk, others, Ben)).Refusal!.Message,
        };

        Assert.Contains("ben did “take task” on it", messages[0], StringComparison.Ordinal);
        Assert.Contains("ben writes on its page", messages[1], StringComparison.Ordinal);
        Assert.Contains("ada did “triage: accept” on it", messages[2], StringComparison.Ordinal);
        foreach (var id in new[] { taken, typed, others })
            Assert.Equal(Stage.Researching, (await desk.ClaimAsync(id)).Stage);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Of_a_slip_taken_back_while_its_task_is_taken_exactly_one_comes_about(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.HaveAccountsAsync(Ada, Ben);
        for (var trial = 0; trial < 8; trial++)
        {
            var id = await AcceptedAsync(desk, Wording, "count");
            var task = await desk.OpenTaskAsync(id);

            var taking = AsAsync(
                desk,
                Ben,
                services => services.GetRequiredService<TaskLeases>().TakeAsync(task.Id, Ben, CancellationToken.None)
            );
            var back = TakeBackAsync(desk, id, Ada);
            var (taken, undone) = ((await taking).IsOk, (await back).IsOk);

            Assert.True(taken != undone, $"Trial {trial}: taken {taken}, taken back {undone}.");
            Assert.Equal(taken ? Stage.Researching : Stage.Triage, (await desk.ClaimAsync(id)).Stage);
        }
    }

    private static Task<Result> TakeBackAsync(DeskApp desk, long id, Actor who) =>
        AsAsync(desk, who, services => services.GetRequiredService<TriageUndo>().TakeBackAsync(id, who, CancellationToken.None));

    private static async Task<long> AcceptedAsync(DeskApp desk, string wording, string kind)
    {
        var id = await desk.AddClaimAsync(Wording);
        await desk.QueryAsync(db =>
            db.Database.ExecuteSqlAsync($"UPDATE claims SET details = {"""{"Missing":["where"]}"""} WHERE id = {id}")
        );
        await AcceptAsync(desk, id, wording, kind);
        return id;
    }

    private static Task AcceptAsync(DeskApp desk, long id, string wording, string kind) =>
        TriageAsync(
            desk,
            id,
            (triage, revision) => triage.AcceptAsync(id, wording, kind, revision, true, Ada, CancellationToken.None)
        );

    private static Task DeclineAsync(DeskApp desk, long id) =>
        TriageAsync(desk, id, (triage, revision) => triage.DeclineAsync(id, "Too vague.", revision, CancellationToken.None));

    // As ada does it on the page.
    private static async Task TriageAsync(DeskApp desk, long id, Func<TriageDesk, long, Task<Result>> act)
    {
        await desk.HaveAccountAsync(Ada.Name, Ada.ActorRoles);
        var revision = (await desk.ClaimAsync(id)).Revision;
        var done = await AsAsync(desk, Ada, services => act(services.GetRequiredService<TriageDesk>(), revision));
        Assert.True(done.IsOk, done.Refusal?.Message);
    }

    private static Task<T> AsAsync<T>(DeskApp desk, Actor who, Func<IServiceProvider, Task<T>> act) =>
        desk.InScopeAsync(services =>
        {
            services.GetRequiredService<Acting>().Name = who.Name;
            return act(services);
        });
}
