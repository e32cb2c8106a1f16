using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

public sealed class RecheckTests
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    private static readonly Actor Watcher = Actor.System("watch");

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_claim_falls_due_grows_stale_and_is_swept_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        await desk.PublishAsync(id);
        Assert.Equal(0, await SweepAsync(desk));

        desk.Clock.Advance(Month);
        Assert.Equal(Freshness.Due, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));
        desk.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(Freshness.Stale, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));

        Assert.Equal(1, await SweepAsync(desk));
        Assert.Equal(0, await SweepAsync(desk));
        var claim = await desk.ClaimAsync(id);
        Assert.True(claim.UnderRecheck);
        Assert.Equal(Publication.Published, claim.Publication);
        Assert.Equal(Freshness.Stale, claim.FreshnessAt(desk.Now));
        Assert.Equal(Roles.Machine, (await desk.OpenTaskAsync(id)).Role);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Only_a_check_that_succeeded_moves_the_date_of_verification(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The mine employs 2,300 people.");
        await desk.PublishAsync(id);
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;
        desk.Clock.Advance(Month);
        await SweepAsync(desk);

        await desk.MustDecideAsync(id, Watcher, "Changed", new System.Text.Json.Nodes.JsonObject { ["finding"] = "2,300 became 1,900." });
        var changed = await desk.ClaimAsync(id);
        Assert.Equal(issued, changed.LastVerifiedAt);
        Assert.Equal(RecheckOutcome.Changed, changed.LastAttemptOutcome);
        Assert.Equal((Stage.RecheckDue, Publication.Published), (changed.Stage, changed.Publication));
        Assert.Equal("2,300 became 1,900.", changed.Rechecks.Single().Finding);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Equal("2,300 became 1,900.", page.Html.QuerySelector("#tasks .finding")!.TextContent);
        Assert.Contains("add what the source says now", page.Text, StringComparison.Ordinal);

        // Wherever readers meet the verdict they meet the doubt.
        using var reader = desk.Browser();
        var article = await desk.QueryAsync(db => db.Appearances.Where(a => a.ClaimId == id).Select(a => a.ArticleId).SingleAsync());
        Assert.Contains("In doubt", (await reader.OpenAsync($"/articles/{article}")).Text, StringComparison.Ordinal);

        await desk.MustDecideAsync(id, Ada, "StillHolds");
        Assert.Equal(changed.LastAttemptAt, changed.InDoubtSince);
        await desk.MustDecideAsync(id, Eve, "Confirm", await desk.ReadFindingsAsync(id));
        var confirmed = await desk.ClaimAsync(id);
        Assert.True(confirmed.LastVerifiedAt > issued);
        Assert.Contains(confirmed.Rechecks, look => look is { Outcome: RecheckOutcome.Unchanged, By: Verifier.Person, ByName: "eve" });
        Assert.Equal((Verifier.Person, false, Freshness.Fresh), (confirmed.LastVerifier!.Value, confirmed.UnderRecheck, confirmed.FreshnessAt(desk.Now)));

        // A person found that the verdict holds; that the sources say the same was not seen, and is not said.
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        var told = await reader.OpenAsync($"/claims/{id}");
        Assert.Contains("Checked again by a person: The verdict was found to hold.", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("say the same", told.Text, StringComparison.Ordinal);
        var json = await reader.Http.GetStringAsync(new Uri($"/api/claims/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("\"outcome\":\"held\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"outcome\":\"unchanged\"", json, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_source_that_cannot_be_reached_is_said_so_in_public_while_it_is_tried_again(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        var id = await desk.AddClaimAsync("The plant employs 640 people.");
        await desk.PublishAsync(id);
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;
        desk.Clock.Advance(Month);
        await SweepAsync(desk);

        await desk.MustDecideAsync(id, Watcher, "Unreachable");

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((RecheckOutcome.Unreachable, 1, issued), (claim.LastAttemptOutcome!.Value, claim.FailedAttempts, claim.LastVerifiedAt));
        Assert.Null(claim.Rechecks.Single().EndedAt);
        using var reader = desk.Browser();
        Assert.Contains("could not be reached", (await reader.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_new_version_corrects_in_public_and_keeps_the_old_one(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The shelter houses 410 people.");
        await desk.PublishAsync(id);
        desk.Clock.Advance(Month);
        await SweepAsync(desk);
        await desk.MustDecideAsync(id, Watcher, "Unwatched");
        await desk.MustDecideAsync(id, Ada, "NewVerdict");

        var silent = await desk.DecideAsync(id, Ada, "Proposed", Verdict("false"));
        Assert.Equal("change-reason", silent.Refusal?.Code);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false", "The register was miscounted."));
        await desk.MustDecideAsync(id, Eve, "Approve");

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(("false", 2, false), (claim.Rating, claim.VerdictVersion!.Value, claim.UnderRecheck));
        Assert.Equal(VerdictStatus.Superseded, claim.Verdicts.Single(v => v.Version == 1).Status);
        var correction = Assert.Single(claim.Corrections);
        Assert.Equal((CorrectionKind.Corrected, "true", "false", "eve"), (correction.Kind, correction.FromRating, correction.ToRating, correction.ApprovedBy));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_restart_between_due_and_sweep_loses_nothing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The line runs 14 trains a day.");
        await desk.PublishAsync(id);
        desk.Clock.Advance(Month);

        // What is due stands in the database; a server that knows nothing of the one before finds it.
        await using var restarted = await desk.StartAnotherAsync();
        Assert.Equal(1, await SweepAsync(restarted));
        Assert.True((await desk.ClaimAsync(id)).UnderRecheck);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Two_servers_sweeping_at_once_start_each_recheck_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        for (var i = 0; i < 10; i++)
            await desk.PublishAsync(await desk.AddClaimAsync($"Plant {i} makes {i + 2} turbines a month."));
        desk.Clock.Advance(Month);

        var started = await Task.WhenAll(SweepAsync(desk), SweepAsync(other));

        Assert.Equal(10, started.Sum());
        Assert.Equal(10, await desk.QueryAsync(db => db.Rechecks.CountAsync()));
    }

    private static Task<int> SweepAsync(DeskApp desk) => desk.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<RecheckSweepJob>(services).RunAsync(CancellationToken.None));
}
