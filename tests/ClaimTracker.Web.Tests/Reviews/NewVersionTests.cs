using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

/// <summary>A re-check sends a new version through the process of the claim's kind, and waits for its end.</summary>
public sealed class NewVersionTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_casualty_figure_needs_its_two_groups_and_two_editors_again_and_says_which_process_it_was(
        DatabaseKind kind
    )
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await CasualtyFigureAsync(desk);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        Assert.Contains(
            "through the process of this claim’s kind, “Casualty figure”",
            (await ada.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );

        await desk.MustDecideAsync(id, Ada, "NewVerdict");
        var task = await desk.OpenTaskAsync(id);
        Assert.Equal("research", task.ActivityId);
        Assert.Equal(["Proposed", "AskClaimant"], task.Terms.Decisions);
        Assert.True((await desk.ClaimAsync(id)).UnderRecheck);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false", "The ministry counted anew.", CorrectionKind.Updated));
        await desk.MustDecideAsync(id, Eve, "Approve");
        Assert.Equal(1, (await desk.ClaimAsync(id)).VerdictVersion);
        await desk.MustDecideAsync(id, Eli, "Approve");

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((2, false, Stage.Published), (claim.VerdictVersion!.Value, claim.UnderRecheck, claim.Stage));
        Assert.Equal("casualty-figure v2", claim.PublishedVerdict!.Workflow);
        var reviews = await ReviewsAsync(desk, id);
        Assert.Equal(
            [
                ("casualty-figure", ReviewStatus.Finished),
                ("recheck", ReviewStatus.Finished),
                ("casualty-figure", ReviewStatus.Finished),
            ],
            reviews.Select(r => (r.DefinitionId, r.Status))
        );
        Assert.Equal(reviews[1].Id, reviews[2].ParentId);
        Assert.Equal(2, await desk.QueryAsync(db => db.Verdicts.Where(v => v.ClaimId == id).CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Without_a_published_version_at_its_end_nothing_is_verified(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await CasualtyFigureAsync(desk);
        var before = await desk.ClaimAsync(id);
        desk.Clock.Advance(TimeSpan.FromMinutes(5));
        await desk.MustDecideAsync(id, Ada, "NewVerdict");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false", "The ministry counted anew."));
        var child = (await ReviewsAsync(desk, id))[2].Id;

        Assert.True(
            (await desk.WithEngineAsync(engine => engine.CancelAsync(child, "Not now.", Eve, CancellationToken.None))).IsOk
        );

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (before.LastVerifiedAt, before.LastPersonAt, before.InDoubtSince, 1),
            (claim.LastVerifiedAt, claim.LastPersonAt, claim.InDoubtSince, claim.VerdictVersion!.Value)
        );
        Assert.NotNull(claim.InDoubtSince);

        // Nothing waits for what does not come any more, and what is in doubt is looked at again.
        Assert.Equal((false, Stage.Published), (claim.UnderRecheck, claim.Stage));
        Assert.Equal(
            [ReviewStatus.Finished, ReviewStatus.Finished, ReviewStatus.Cancelled],
            (await ReviewsAsync(desk, id)).Select(r => r.Status)
        );
        Assert.False(await desk.QueryAsync(db => db.Tasks.AnyAsync(t => t.ClaimId == id && t.Status == ReviewTaskStatus.Open)));
        Assert.True(claim.NextAttemptAt <= desk.Now.AddHours(1));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_cancelled_recheck_takes_the_new_version_with_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await CasualtyFigureAsync(desk);
        await desk.MustDecideAsync(id, Ada, "NewVerdict");
        var recheck = (await ReviewsAsync(desk, id))[1].Id;

        Assert.True(
            (await desk.WithEngineAsync(engine => engine.CancelAsync(recheck, "Not now.", Eve, CancellationToken.None))).IsOk
        );

        Assert.Equal(
            [ReviewStatus.Finished, ReviewStatus.Cancelled, ReviewStatus.Cancelled],
            (await ReviewsAsync(desk, id)).Select(r => r.Status)
        );
        Assert.False((await desk.ClaimAsync(id)).UnderRecheck);
        Assert.NotNull((await desk.ClaimAsync(id)).InDoubtSince);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_finding_while_another_review_has_failed_waits_until_that_has_ended(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        const string Quote = "The port handled 90 ships a week in July.";
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var other = await desk.StartReviewAsync(id);
        await desk.WithEngineAsync(engine =>
            engine.StopAsync(other, "research", "It failed.", Actor.System("test"), CancellationToken.None)
        );
        site.Write("/port", "The port handled 70 ships a week in July.");

        await desk.LookAsync(TimeSpan.FromDays(31));
        var waiting = await desk.ClaimAsync(id);
        Assert.Equal((false, RecheckOutcome.Changed), (waiting.UnderRecheck, waiting.RecheckBecause));
        Assert.NotNull(waiting.InDoubtSince);
        Assert.Equal(
            ReviewStatus.Faulted,
            await desk.QueryAsync(db => db.Reviews.Where(r => r.Id == other).Select(r => r.Status).SingleAsync())
        );

        Assert.True(
            (await desk.WithEngineAsync(engine => engine.CancelAsync(other, "Not now.", Eve, CancellationToken.None))).IsOk
        );
        await desk.LookAsync();

        Assert.True((await desk.ClaimAsync(id)).UnderRecheck);
    }

    // Public since two editors approved it, and in doubt over what stands below its passage.
    private static async Task<long> CasualtyFigureAsync(DeskApp desk)
    {
        var id = await desk.AddClaimAsync("The strike killed 1,000 people.", "casualty-figure");
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.AddEvidenceAsync(id, "hospital");
        await desk.StartReviewAsync(id, "casualty-figure");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "Approve");
        await desk.MustDecideAsync(id, Eli, "Approve");
        await desk.StartRecheckAsync(id, RecheckOutcome.Changed, "987 stands below it.", stands: true);
        return id;
    }

    private static Task<List<Review>> ReviewsAsync(DeskApp desk, long id) =>
        desk.QueryAsync(db => db.Reviews.AsNoTracking().Where(r => r.ClaimId == id).OrderBy(r => r.Id).ToListAsync());
}
