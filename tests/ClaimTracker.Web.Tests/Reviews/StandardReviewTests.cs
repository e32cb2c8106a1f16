using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

public sealed class StandardReviewTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Carries_a_claim_from_triage_to_a_published_verdict(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The bridge carries 40,000 cars a day.");
        await desk.PublishAsync(id);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (Stage.Published, Publication.Published, "true", 1),
            (claim.Stage, claim.Publication, claim.Rating, claim.VerdictVersion)
        );
        Assert.Equal(Freshness.Fresh, claim.FreshnessAt(desk.Now));
        Assert.Equal(["eve"], claim.PublishedVerdict!.ValidApprovers);
        Assert.Equal("standard-review v2", claim.PublishedVerdict.Workflow);
        Assert.Equal(Verifier.Person, claim.LastVerifier);
        Assert.NotNull(claim.NextCheckDueAt);
        var review = await desk.QueryAsync(db =>
            db.Reviews.AsNoTracking().Include(r => r.Steps).SingleAsync(r => r.ClaimId == id)
        );
        Assert.Equal(ReviewStatus.Finished, review.Status);
        Assert.Contains(review.Steps, step => step is { ActivityId: "review", Outcome: "Approve" });
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Rejects_the_approval_of_ones_own_verdict(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The dam holds 3 million cubic metres.");
        await desk.AddEvidenceAsync(id, "operator");
        await desk.StartReviewAsync(id);
        var both = new Actor("ada", new HashSet<string> { Roles.FactChecker, Roles.Editor });
        await desk.MustDecideAsync(id, both, "Proposed", Verdict());

        var refused = await desk.DecideAsync(id, both, "Approve");

        Assert.Equal("barred", refused.Refusal?.Code);
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Refuses_a_verdict_without_evidence_while_its_task_stays_open(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("Seven villages lost power.");
        await desk.StartReviewAsync(id);

        var task = await desk.OpenTaskAsync(id);
        var refused = await desk.DecideAsync(id, Ada, "Proposed", Verdict());

        Assert.Equal("too-little-evidence", refused.Refusal?.Code);
        Assert.Contains("rests on 0 independent groups", refused.Refusal!.Message, StringComparison.Ordinal);
        Assert.Contains("asks for 1", refused.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal((task.Id, "research"), ((await desk.OpenTaskAsync(id)).Id, task.ActivityId));
        Assert.Empty((await desk.ClaimAsync(id)).Verdicts);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Changes_asked_for_lead_to_a_new_version_and_keep_the_old_one(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("Rents rose by 9 per cent.");
        await desk.AddEvidenceAsync(id, "statistics office");
        await desk.StartReviewAsync(id);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false"));
        await desk.MustDecideAsync(id, Eve, "RequestChanges", Reason("The index counts new contracts only."));
        Assert.Equal(Stage.ChangesRequested, (await desk.ClaimAsync(id)).Stage);

        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("misleading"));
        await desk.MustDecideAsync(id, Eve, "Approve");

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            [(1, VerdictStatus.Rejected), (2, VerdictStatus.Published)],
            claim.Verdicts.OrderBy(v => v.Version).Select(v => (v.Version, v.Status))
        );
        Assert.Contains(
            "new contracts only",
            claim.Verdicts.Single(v => v.Version == 1).RejectedBecause,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_casualty_figure_needs_two_groups_and_two_editors(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The flood killed 212 people.", "casualty-figure");
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.StartReviewAsync(id, "casualty-figure");
        Assert.Equal("too-little-evidence", (await desk.DecideAsync(id, Ada, "Proposed", Verdict())).Refusal?.Code);

        await desk.AddEvidenceAsync(id, "hospitals");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "Approve");
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
        Assert.Equal("barred", (await desk.DecideAsync(id, Eve, "Approve")).Refusal?.Code);
        await desk.MustDecideAsync(id, Eli, "Approve");

        Assert.Equal(Publication.Published, (await desk.ClaimAsync(id)).Publication);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Evidence_added_after_an_approval_voids_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The quake injured 1,300 people.", "casualty-figure");
        await desk.AddEvidenceAsync(id, "ministry");
        await desk.AddEvidenceAsync(id, "hospitals");
        await desk.StartReviewAsync(id, "casualty-figure");
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict());
        await desk.MustDecideAsync(id, Eve, "Approve");
        await desk.AddEvidenceAsync(id, "red cross");

        var refused = await desk.DecideAsync(id, Eli, "Approve");

        Assert.Equal("approvals", refused.Refusal?.Code);
        Assert.Equal(Publication.Unpublished, (await desk.ClaimAsync(id)).Publication);
        Assert.Equal("second", (await desk.OpenTaskAsync(id)).ActivityId);
    }
}
