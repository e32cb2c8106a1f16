using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Reviews;

public sealed class RecheckTests
{
    // What no machine can look at, a person does.
    private static readonly TimeSpan HalfAYear = TimeSpan.FromDays(181);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_claim_falls_due_grows_stale_and_is_swept_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        await desk.PublishAsync(id);
        await desk.LookAsync();
        Assert.False((await desk.ClaimAsync(id)).UnderRecheck);

        desk.Clock.Advance(HalfAYear);
        Assert.Equal(Freshness.Due, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));
        desk.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(Freshness.Stale, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));

        await desk.LookAsync();
        await desk.LookAsync();
        var claim = await desk.ClaimAsync(id);
        Assert.True(claim.UnderRecheck);
        Assert.Single(claim.Rechecks);
        Assert.Equal(Publication.Published, claim.Publication);
        Assert.Equal(Freshness.Stale, claim.FreshnessAt(desk.Now));
        Assert.Equal(
            (Roles.FactChecker, RecheckOutcome.Unwatched),
            ((await desk.OpenTaskAsync(id)).Role, claim.LastAttemptOutcome)
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Only_a_check_that_succeeded_moves_the_date_of_verification(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The mine employs 2,300 people.");
        await desk.PublishAsync(id);
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;
        desk.Clock.Advance(HalfAYear);

        await desk.StartRecheckAsync(id, RecheckOutcome.Changed, "2,300 became 1,900 in the table below.", stands: true);
        var changed = await desk.ClaimAsync(id);
        Assert.Equal(issued, changed.LastVerifiedAt);
        Assert.Equal(RecheckOutcome.Changed, changed.LastAttemptOutcome);
        Assert.Equal((Stage.RecheckDue, Publication.Published), (changed.Stage, changed.Publication));
        Assert.Equal("2,300 became 1,900 in the table below.", changed.Rechecks.Single().Finding);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var page = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Equal("2,300 became 1,900 in the table below.", page.Html.QuerySelector("#tasks .finding")!.TextContent);
        Assert.Contains("The quoted passage itself stands.", page.Text, StringComparison.Ordinal);

        // Wherever readers meet the verdict they meet the doubt.
        using var reader = desk.Browser();
        var article = await desk.QueryAsync(db =>
            db.Appearances.Where(a => a.ClaimId == id).Select(a => a.ArticleId).SingleAsync()
        );
        Assert.Contains("In doubt", (await reader.OpenAsync($"/articles/{article}")).Text, StringComparison.Ordinal);

        await desk.MustDecideAsync(id, Ada, "StillHolds");
        Assert.Equal(changed.LastAttemptAt, changed.InDoubtSince);
        await desk.MustDecideAsync(id, Eve, "Confirm", await desk.ReadFindingsAsync(id));
        var confirmed = await desk.ClaimAsync(id);
        Assert.True(confirmed.LastVerifiedAt > issued);
        Assert.Contains(
            confirmed.Rechecks,
            look => look is { Outcome: RecheckOutcome.Unchanged, By: Verifier.Person, ByName: "eve" }
        );
        Assert.Equal(
            (Verifier.Person, false, Freshness.Fresh),
            (confirmed.LastVerifier!.Value, confirmed.UnderRecheck, confirmed.FreshnessAt(desk.Now))
        );

        // A person found that the verdict holds; that the sources say the same was not seen, and is not said.
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        var told = await reader.OpenAsync($"/claims/{id}");
        Assert.Contains("Checked again by a person: the verdict was found to hold.", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("say the same", told.Text, StringComparison.Ordinal);
        var json = await reader.Http.GetStringAsync(
            new Uri($"/api/claims/{id}", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        Assert.Contains("\"outcome\":\"held\"", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"outcome\":\"unchanged\"", json, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_new_version_corrects_in_public_and_keeps_the_old_one(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The shelter houses 410 people.");
        await desk.PublishAsync(id);
        await desk.LookAsync(HalfAYear);
        await desk.MustDecideAsync(id, Ada, "NewVerdict");

        var silent = await desk.DecideAsync(id, Ada, "Proposed", Verdict("false"));
        Assert.Equal("change-kind", silent.Refusal?.Code);
        await desk.MustDecideAsync(id, Ada, "Proposed", Verdict("false", "The register was miscounted."));
        await desk.MustDecideAsync(id, Eve, "Approve");

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(("false", 2, false), (claim.Rating, claim.VerdictVersion!.Value, claim.UnderRecheck));
        Assert.Equal(VerdictStatus.Superseded, claim.Verdicts.Single(v => v.Version == 1).Status);
        var correction = Assert.Single(claim.Corrections);
        Assert.Equal(
            (CorrectionKind.Corrected, "true", "false", "eve"),
            (correction.Kind, correction.FromRating, correction.ToRating, correction.ApprovedBy)
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_restart_between_due_and_sweep_loses_nothing(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The line runs 14 trains a day.");
        await desk.PublishAsync(id);
        desk.Clock.Advance(HalfAYear);

        // What is due stands in the database; a server that knows nothing of the one before finds it.
        await using var restarted = await desk.StartAnotherAsync();
        await restarted.LookAsync();
        Assert.True((await desk.ClaimAsync(id)).UnderRecheck);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Two_servers_sweeping_at_once_start_each_recheck_once(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        for (var i = 0; i < 10; i++)
            await desk.PublishAsync(await desk.AddClaimAsync($"Plant {i} makes {i + 2} turbines a month."));
        desk.Clock.Advance(HalfAYear);

        await Task.WhenAll(desk.LookAsync(), other.LookAsync());

        Assert.Equal(10, await desk.QueryAsync(db => db.Rechecks.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_recheck_that_a_person_asks_for_goes_to_a_person_and_says_who_asked(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddWatchedClaimAsync("It was counted.", "http://127.0.0.1:9/count");
        var before = (await desk.ClaimAsync(id)).LastAttemptAt;
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Have it re-checked");

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((true, before, null), (claim.UnderRecheck, claim.LastAttemptAt, claim.InDoubtSince));
        Assert.Equal(
            (RecheckOutcome.Unwatched, Verifier.Person, "ada"),
            (claim.Rechecks.Single().Outcome!.Value, claim.Rechecks.Single().By!.Value, claim.Rechecks.Single().ByName)
        );
        Assert.Equal(Roles.FactChecker, (await desk.OpenTaskAsync(id)).Role);
        Assert.False(await desk.QueryAsync(db => db.Looks.AnyAsync()));
    }
}
