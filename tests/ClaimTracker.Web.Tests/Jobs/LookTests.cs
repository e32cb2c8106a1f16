using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>Looks, rounds and what they do: each promise beside the ways in which it would be false.</summary>
public sealed class LookTests
{
    private const string Quote = "The port handled 90 ships a week in July.";
    private const string Changed = "The port handled 70 ships a week in July.";

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_source_that_still_says_it_verifies_the_verdict_without_a_review(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        site.Write("/port", "Figures of the month.", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;
        var entries = await AuditAsync(desk, id);

        Assert.Equal(1, await desk.LookAsync(Month));

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (Verifier.Machine, false, Freshness.Fresh, RecheckOutcome.Unchanged),
            (claim.LastVerifier!.Value, claim.UnderRecheck, claim.FreshnessAt(desk.Now), claim.LastAttemptOutcome!.Value)
        );
        Assert.True(claim.LastVerifiedAt > issued);
        Assert.Empty(claim.Rechecks);
        Assert.Equal(claim.LastVerifiedAt, (await LooksAsync(desk, id)).Single().MadeAt);
        Assert.Equal(entries + 1, await AuditAsync(desk, id));
        Assert.Equal(0, await desk.LookAsync());
        using var reader = desk.Browser();
        Assert.Contains(
            "A machine looked at 1 source: each passage stood on its page.",
            (await reader.OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"outcome\":\"unchanged\"",
            await reader.Http.GetStringAsync(
                new Uri($"/api/claims/{id}", UriKind.Relative),
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_passage_in_other_words_verifies_and_is_shown_as_it_stands_now_and_never_called_unchanged(
        DatabaseKind kind
    )
    {
        const string Reworded = "The port handled 90 ships per week in July.";
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", "Figures of the month.", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        await desk.InScopeAsync(services =>
            ActivatorUtilities.CreateInstance<ArchiveJob>(services).RunAsync(CancellationToken.None)
        );
        site.Write("/port", "Figures of the month.", Reworded);

        Assert.Equal(1, await desk.LookAsync(Month));

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((RecheckOutcome.Unchanged, true), (claim.LastAttemptOutcome!.Value, claim.LastAttemptWithin));
        var words = (await LooksAsync(desk, id)).Single().Words!;
        Assert.Contains($"in other words, which are read as the same: “{Reworded}”", words, StringComparison.Ordinal);
        Assert.DoesNotContain("as it was", words, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        using var reader = desk.Browser();
        var page = (await reader.OpenAsync($"/claims/{id}")).Text;
        Assert.Contains(
            $"a passage reads differently in what is not counted as a change: in other words, which are read as the same: “{Reworded}”",
            page,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("unchanged", page, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_changed_figure_puts_the_claim_in_doubt_and_goes_to_a_person_with_old_and_new_and_the_page_is_kept(
        DatabaseKind kind
    )
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;
        site.Write("/port", Changed);

        await desk.LookAsync(Month);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (issued, RecheckOutcome.Changed, true),
            (claim.LastVerifiedAt, claim.LastAttemptOutcome, claim.UnderRecheck)
        );
        Assert.NotNull(claim.InDoubtSince);
        var finding = Assert.Single(claim.Rechecks).Finding!;
        Assert.Contains("Was: “" + Quote, finding, StringComparison.Ordinal);
        Assert.Contains("90 ships a week → 70 ships a week", finding, StringComparison.Ordinal);
        Assert.Equal(Roles.FactChecker, (await desk.OpenTaskAsync(id)).Role);
        Assert.Equal(1, await desk.QueryAsync(db => db.Snapshots.CountAsync()));

        // During a re-check no round falls due.
        Assert.Equal(0, await desk.LookAsync(Month));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_source_that_cannot_be_read_is_tried_again_with_growing_pauses_and_asks_a_person_in_the_end(
        DatabaseKind kind
    )
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/gone"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;

        Assert.Equal(1, await desk.LookAsync(Month));
        using var reader = desk.Browser();
        Assert.Contains("could not be read", (await reader.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
        foreach (var hours in new[] { 1, 2, 4 })
        {
            Assert.False((await desk.ClaimAsync(id)).UnderRecheck);
            Assert.Equal(0, await desk.LookAsync(TimeSpan.FromMinutes((hours * 60) - 5)));
            Assert.Equal(1, await desk.LookAsync(TimeSpan.FromMinutes(6)));
        }

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (issued, RecheckOutcome.Unreachable, 4, true),
            (claim.LastVerifiedAt, claim.LastAttemptOutcome!.Value, claim.FailedAttempts, claim.UnderRecheck)
        );
        Assert.Contains("404", Assert.Single(claim.Rechecks).Finding, StringComparison.Ordinal);
        Assert.Equal(Roles.FactChecker, (await desk.OpenTaskAsync(id)).Role);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_round_verifies_only_when_its_last_look_stood_and_as_of_the_oldest(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/a", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/a"), site.Url("/b"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;

        await desk.LookAsync(Month);
        var half = await desk.ClaimAsync(id);
        Assert.Equal((issued, Freshness.Due, false), (half.LastVerifiedAt, half.FreshnessAt(desk.Now), half.UnderRecheck));

        site.Write("/b", Quote);
        Assert.Equal(1, await desk.LookAsync(TimeSpan.FromHours(2)));

        var whole = await desk.ClaimAsync(id);
        var looks = await LooksAsync(desk, id);
        Assert.Equal((looks.Min(l => l.MadeAt), Freshness.Fresh), (whole.LastVerifiedAt, whole.FreshnessAt(desk.Now)));
        Assert.True(looks[1].MadeAt > looks[0].MadeAt + TimeSpan.FromHours(1));
        Assert.Equal(1, site.Visits("/a"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_source_that_stands_hides_nothing_of_the_other(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/a", Quote);
        site.Write("/b", "Nothing of the kind stands here any more.");
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/a"), site.Url("/b"));

        await desk.LookAsync(Month);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (RecheckOutcome.Missing, true, Freshness.Due),
            (claim.LastAttemptOutcome!.Value, claim.UnderRecheck, claim.FreshnessAt(desk.Now))
        );
        Assert.Equal(site.Url("/b"), claim.Evidence.Single(e => e.Id == Assert.Single(claim.OpenFindings).EvidenceId).Url);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Claims_that_watch_one_page_share_one_fetch(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/a", Quote);
        List<long> ids = [];
        for (var i = 0; i < 5; i++)
            ids.Add(await desk.AddWatchedClaimAsync(i == 0 ? "It reads otherwise here." : Quote, site.Url("/a")));

        Assert.Equal(5, await desk.LookAsync(Month));

        Assert.Equal(1, site.Visits("/a"));
        Assert.Equal(RecheckOutcome.Missing, (await desk.ClaimAsync(ids[0])).LastAttemptOutcome);
        Assert.All(
            await desk.QueryAsync(db => db.Claims.Where(c => c.Id != ids[0]).Select(c => c.LastAttemptOutcome).ToListAsync()),
            outcome => Assert.Equal(RecheckOutcome.Unchanged, outcome)
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_version_superseded_between_look_and_round_end_is_not_verified_by_looks_at_the_one_before(
        DatabaseKind kind
    )
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/a", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/a"), site.Url("/b"));
        await desk.LookAsync(Month);
        await desk.PublishAsync(id, "false", "The register was miscounted.", "We were wrong.");
        var published = await desk.ClaimAsync(id);
        site.Write("/b", Quote);

        await desk.LookAsync(TimeSpan.FromHours(2));

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (published.LastVerifiedAt, Verifier.Person, published.NextAttemptAt),
            (claim.LastVerifiedAt, claim.LastVerifier!.Value, claim.NextAttemptAt)
        );
        Assert.All(await LooksAsync(desk, id), look => Assert.NotNull(look.ClosedAt));
        Assert.Equal(0, site.Visits("/b") - 1);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Evidence_withdrawn_while_its_look_waits_ends_the_round_by_what_is_left(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/a", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/a"), site.Url("/gone"));
        await desk.LookAsync(Month);
        await desk.ChangeClaimAsync(
            id,
            claim => new Result(
                claim
                    .WithdrawEvidence(claim.Evidence.Single(e => e.Url == site.Url("/gone")), "It is gone.", Eli, desk.Now)
                    .Refusal
            )
        );

        await desk.LookAsync();

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((Verifier.Machine, Freshness.Fresh), (claim.LastVerifier!.Value, claim.FreshnessAt(desk.Now)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_finding_while_another_review_is_under_way_is_doubt_at_once_and_a_recheck_when_that_has_ended(
        DatabaseKind kind
    )
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var other = await desk.StartReviewAsync(id);
        site.Write("/port", Changed);

        await desk.LookAsync(Month);
        var waiting = await desk.ClaimAsync(id);
        Assert.Equal((false, RecheckOutcome.Changed), (waiting.UnderRecheck, waiting.RecheckBecause));
        Assert.NotNull(waiting.InDoubtSince);
        Assert.True((await desk.WithEngineAsync(engine => engine.HoldAsync(other, Eve, null, CancellationToken.None))).IsOk);
        await desk.LookAsync();
        Assert.False((await desk.ClaimAsync(id)).UnderRecheck);

        Assert.True(
            (await desk.WithEngineAsync(engine => engine.CancelAsync(other, "Not now.", Eve, CancellationToken.None))).IsOk
        );
        await desk.LookAsync();

        var claim = await desk.ClaimAsync(id);
        Assert.True(claim.UnderRecheck);
        Assert.Contains("90 ships a week → 70 ships a week", claim.Rechecks.Single().Finding, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_definition_that_asks_for_looks_waits_without_a_task_and_goes_on_in_the_rounds_transaction(
        DatabaseKind kind
    )
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var stands = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var differs = await desk.AddWatchedClaimAsync("It reads otherwise here.", site.Url("/port"));
        foreach (var id in new[] { stands, differs })
            await desk.StartReviewAsync(id, "recheck");
        Assert.False(await desk.QueryAsync(db => db.Tasks.AnyAsync(t => t.Status == ReviewTaskStatus.Open)));

        Assert.Equal(2, await desk.LookAsync());

        var verified = await desk.ClaimAsync(stands);
        Assert.Equal(
            (Verifier.Machine, false, RecheckOutcome.Unchanged),
            (verified.LastVerifier!.Value, verified.UnderRecheck, verified.Rechecks.Single().Outcome!.Value)
        );
        Assert.Equal(
            ReviewStatus.Finished,
            await desk.QueryAsync(db =>
                db.Reviews.Where(r => r.ClaimId == stands).OrderByDescending(r => r.Id).Select(r => r.Status).FirstAsync()
            )
        );
        Assert.Equal(
            (Roles.FactChecker, RecheckOutcome.Missing),
            ((await desk.OpenTaskAsync(differs)).Role, (await desk.ClaimAsync(differs)).Rechecks.Single().Outcome!.Value)
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_review_on_hold_hears_of_looks_made_anew_when_it_goes_on(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var review = await desk.StartReviewAsync(id, "recheck");
        await desk.WithEngineAsync(engine => engine.HoldAsync(review, Eve, null, CancellationToken.None));
        await desk.LookAsync();
        Assert.Equal(
            ReviewStatus.Held,
            await desk.QueryAsync(db => db.Reviews.Where(r => r.Id == review).Select(r => r.Status).SingleAsync())
        );

        await desk.WithEngineAsync(engine => engine.ReleaseAsync(review, Eve, CancellationToken.None));
        await desk.LookAsync();

        Assert.Equal(
            ReviewStatus.Finished,
            await desk.QueryAsync(db => db.Reviews.Where(r => r.Id == review).Select(r => r.Status).SingleAsync())
        );
        Assert.Equal(2, site.Visits("/port"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_review_that_cannot_go_on_by_what_looks_met_is_stopped_and_what_was_seen_stands(DatabaseKind kind)
    {
        using var folder = new WorkflowFolder(
            (id, definition) =>
            {
                // It would publish, and nothing is proposed.
                if (id != "recheck")
                    return;
                var (activities, connections) = (
                    definition["root"]!["activities"]!.AsArray(),
                    definition["root"]!["connections"]!.AsArray()
                );
                activities.Add(JsonNode.Parse("""{"id":"publish","type":"ClaimTracker.Publish","version":1}"""));
                connections.Single(c => (string?)c!["source"]!["port"] == "Unchanged")!["target"]!["activity"] = "publish";
                connections.Add(
                    JsonNode.Parse(
                        """{"source":{"activity":"publish","port":"Done"},"target":{"activity":"schedule","port":"In"}}"""
                    )
                );
            }
        );
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind, "--Workflows:Folder", folder.Path);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var review = await desk.StartReviewAsync(id, "recheck");

        Assert.Equal(1, await desk.LookAsync());

        var stopped = await desk.QueryAsync(db => db.Reviews.AsNoTracking().SingleAsync(r => r.Id == review));
        Assert.Equal((ReviewStatus.Faulted, null), (stopped.Status, stopped.LooksAskedAt));
        Assert.Contains("There is no proposed verdict to publish", stopped.Fault, StringComparison.Ordinal);
        Assert.Equal(
            (Verifier.Machine, RecheckOutcome.Unchanged),
            ((await desk.ClaimAsync(id)).LastVerifier!.Value, (await LooksAsync(desk, id)).Single().Outcome!.Value)
        );
        Assert.Equal(1, await desk.QueryAsync(db => db.Notices.CountAsync(n => n.Role == Roles.Administrator)));
        Assert.Equal(0, await desk.LookAsync());
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Look_now_makes_looks_due_and_opens_nothing(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var unwatched = await desk.AddWatchedClaimAsync(Quote);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        Assert.Equal(0, await desk.LookAsync());

        // What always stood on a page that nobody has kept would read as new.
        Assert.Contains(
            "is being kept first, since without it there is nothing to compare with",
            (await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Look now")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await desk.LookAsync());
        await desk.DoDueAsync<ArchiveJob>();
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Look now");
        Assert.Contains(
            "No source of the published verdict can be looked at",
            (await ada.SubmitAsync($"/desk/claims/{unwatched}", [], button: "Look now")).Text,
            StringComparison.Ordinal
        );

        Assert.False((await desk.ClaimAsync(id)).UnderRecheck);
        Assert.Equal(1, await desk.LookAsync());
        Assert.Equal(Verifier.Machine, (await desk.ClaimAsync(id)).LastVerifier);
        Assert.Equal(2, await desk.QueryAsync(db => db.Reviews.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task After_a_time_out_the_other_looks_at_a_silent_site_are_put_off_without_an_outcome(DatabaseKind kind)
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind, "--Intake:Timeout", "00:00:01");
        site.Write("/port", Quote);
        List<long> mute = [];
        for (var i = 0; i < 3; i++)
            mute.Add(await desk.AddWatchedClaimAsync(Quote, $"http://{silent.LocalEndpoint}/{i}"));
        var healthy = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));

        Assert.Equal(2, await desk.LookAsync(Month));

        Assert.Equal(RecheckOutcome.Unchanged, (await desk.ClaimAsync(healthy)).LastAttemptOutcome);
        var looks = await desk.QueryAsync(db =>
            db.Looks.AsNoTracking().Where(l => mute.Contains(l.ClaimId)).OrderBy(l => l.Id).ToListAsync()
        );
        Assert.Equal([1, 0, 0], looks.Select(l => l.Attempts));
        Assert.All(looks, look => Assert.Equal((null, null, null), (look.Outcome, look.MadeAt, look.LeasedBy)));
        Assert.Equal(
            1,
            await desk.QueryAsync(db => db.Claims.CountAsync(c => c.LastAttemptOutcome == RecheckOutcome.Unreachable))
        );
        Assert.Equal(0, await desk.LookAsync());

        // The next time another look has its turn.
        Assert.Equal(1, await desk.LookAsync(TimeSpan.FromMinutes(2)));
        Assert.Equal(2, await desk.QueryAsync(db => db.Looks.CountAsync(l => mute.Contains(l.ClaimId) && l.Attempts == 1)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_site_that_asks_to_be_left_alone_is_for_as_long_as_it_asks(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        foreach (var path in new[] { "/a", "/b" })
        {
            site.Answer(
                path,
                context =>
                {
                    (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (503, "7200");
                    return Task.CompletedTask;
                }
            );
            await desk.AddWatchedClaimAsync(Quote, site.Url(path));
        }

        Assert.Equal(1, await desk.LookAsync(Month));
        Assert.Equal(0, await desk.LookAsync(TimeSpan.FromMinutes(115)));
        Assert.Equal((1, 0), (site.Visits("/a"), site.Visits("/b")));
        Assert.Equal(1, await desk.LookAsync(TimeSpan.FromMinutes(10)));
        Assert.Equal((1, 1), (site.Visits("/a"), site.Visits("/b")));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Two_servers_never_ask_one_site_at_once_and_make_each_look_once(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        var (now, most) = (0, 0);
        for (var i = 0; i < 12; i++)
        {
            site.Answer(
                $"/{i}",
                async context =>
                {
                    most = Math.Max(most, Interlocked.Increment(ref now));
                    await Task.Delay(20);
                    Interlocked.Decrement(ref now);
                    context.Response.ContentType = "text/html";
                    await context.Response.WriteAsync($"<p>{Quote}</p>");
                }
            );
            await desk.AddWatchedClaimAsync(Quote, site.Url($"/{i}"));
        }

        desk.Clock.Advance(Month);

        await Task.WhenAll(desk.LookAsync(), other.LookAsync());

        Assert.Equal(1, most);
        Assert.All(Enumerable.Range(0, 12), i => Assert.Equal(1, site.Visits($"/{i}")));
        Assert.Equal(12, await desk.QueryAsync(db => db.Claims.CountAsync(c => c.LastVerifier == Verifier.Machine)));
        Assert.Equal(12, await desk.QueryAsync(db => db.Looks.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_redirect_waits_for_its_turn_at_the_site_that_it_leads_to(DatabaseKind kind)
    {
        await using var from = await SourceSite.StartAsync();
        await using var to = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        to.Write("/port", Quote);
        from.Answer(
            "/port",
            context =>
            {
                context.Response.Redirect(to.Url("/port"));
                return Task.CompletedTask;
            }
        );
        var id = await desk.AddWatchedClaimAsync(Quote, from.Url("/port"));
        await desk.InScopeAsync(services =>
            services.GetRequiredService<HostLeases>().TakeHostAsync("somebody else", to.Address.Authority, CancellationToken.None)
        );
        desk.Clock.Advance(Month);
        await desk.InScopeAsync(services =>
            services.GetRequiredService<HostLeases>().TakeHostAsync("somebody else", to.Address.Authority, CancellationToken.None)
        );

        Assert.Equal(0, await desk.LookAsync());
        Assert.Equal(
            (0, null),
            (to.Visits("/port"), (await desk.ClaimAsync(id)).LastAttemptOutcome is RecheckOutcome.Unreachable ? "said" : null)
        );

        Assert.Equal(1, await desk.LookAsync(TimeSpan.FromMinutes(1)));
        Assert.Equal((1, RecheckOutcome.Unchanged), (to.Visits("/port"), (await desk.ClaimAsync(id)).LastAttemptOutcome!.Value));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task What_a_killed_server_had_is_made_by_another_when_its_leases_end(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        desk.Clock.Advance(Month);
        await desk.InScopeAsync(async services =>
        {
            await services.GetRequiredService<DueLooks>().AskAsync(default, CancellationToken.None);
            Assert.Equal(
                [site.Address.Authority],
                await services.GetRequiredService<HostLeases>().TakeHostsAsync("killed", 9, CancellationToken.None)
            );
            Assert.Single(
                await services
                    .GetRequiredService<HostLeases>()
                    .TakeLooksAsync("killed", site.Address.Authority, CancellationToken.None)
            );
            return true;
        });

        Assert.Equal(0, await desk.LookAsync());
        Assert.Equal(0, await desk.LookAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(1, await desk.LookAsync(TimeSpan.FromSeconds(15)));
        Assert.Equal(Verifier.Machine, (await desk.ClaimAsync(id)).LastVerifier);
        Assert.Single(await LooksAsync(desk, id));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_clock_that_ran_ahead_keeps_no_look_and_no_site(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Answer(
            "/port",
            context =>
            {
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (503, "7200");
                return Task.CompletedTask;
            }
        );
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        desk.Clock.Advance(TimeSpan.FromDays(400));
        await desk.LookAsync();
        desk.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Single(
            await desk.InScopeAsync(services =>
                services.GetRequiredService<HostLeases>().TakeHostsAsync("ahead", 9, CancellationToken.None)
            )
        );
        desk.Clock.Advance(TimeSpan.FromDays(-360));
        Assert.Contains(
            $"site {site.Address.Authority}: ahead would have it",
            (await desk.Database.RunAsync("verify")).Out,
            StringComparison.Ordinal
        );
        site.Write("/port", Quote);

        Assert.Equal(1, await desk.LookAsync());

        Assert.Equal(Verifier.Machine, (await desk.ClaimAsync(id)).LastVerifier);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_round_that_stood_before_a_finding_was_made_does_not_settle_it(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/a", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/a"), site.Url("/b"));
        await desk.LookAsync(Month);
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.ChangeClaimAsync(
            id,
            claim => new Result(
                claim.Raise(FindingKind.Changed, claim.Evidence[0], "A reader wrote that it differs.", desk.Now).Refusal
            )
        );
        site.Write("/b", Quote);

        await desk.LookAsync(TimeSpan.FromHours(2));

        var claim = await desk.ClaimAsync(id);
        Assert.NotNull(claim.InDoubtSince);
        Assert.Equal((Verifier.Machine, Freshness.Due), (claim.LastVerifier!.Value, claim.FreshnessAt(desk.Now)));
    }

    private static Task<List<Look>> LooksAsync(DeskApp desk, long id) =>
        desk.QueryAsync(db => db.Looks.AsNoTracking().Where(l => l.ClaimId == id).OrderBy(l => l.Id).ToListAsync());

    private static Task<int> AuditAsync(DeskApp desk, long id) =>
        desk.QueryAsync(db => db.AuditEntries.CountAsync(e => e.Subject == $"claim/{id}"));
}
