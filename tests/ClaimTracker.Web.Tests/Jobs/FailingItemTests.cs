using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Data;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>A poisoned item stands first; what stands behind it is done in the same run.</summary>
public sealed class FailingItemTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Pages_that_poisoned_the_watch_are_unreachable_or_differ_and_the_healthy_one_is_verified(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.WritePoisoned();
        site.Write("/port", Quote);
        List<long> poisoned = [];
        foreach (var path in PoisonedPages.Paths)
            poisoned.Add(await desk.AddWatchedClaimAsync(Quote + string.Concat(Enumerable.Repeat(" 😀x", 600)), site.Url(path)));
        var healthy = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        desk.Clock.Advance(Month);

        await desk.LookAsync();

        Assert.Equal(RecheckOutcome.Unchanged, (await desk.ClaimAsync(healthy)).LastAttemptOutcome);
        foreach (var id in poisoned)
        {
            var claim = await desk.ClaimAsync(id);
            Assert.True(
                claim.LastAttemptOutcome is RecheckOutcome.Unreachable or RecheckOutcome.Changed or RecheckOutcome.Missing,
                $"{claim.Evidence[0].Url}: {claim.LastAttemptOutcome}"
            );
            Assert.NotEqual(Freshness.Fresh, claim.FreshnessAt(desk.Now));
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_look_whose_finding_cannot_be_stored_is_unreachable_with_its_reason(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/poisoned", "The port handled 70 ships a week in July.");
        site.Write("/port", Quote);
        var poisoned = await desk.AddWatchedClaimAsync(Quote, site.Url("/poisoned"));
        var healthy = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        await desk.RefuseAsync("snapshots", "NEW.url LIKE '%/poisoned'", "INSERT");
        desk.Clock.Advance(Month);

        await desk.LookAsync();

        Assert.Equal(RecheckOutcome.Unchanged, (await desk.ClaimAsync(healthy)).LastAttemptOutcome);
        var claim = await desk.ClaimAsync(poisoned);
        Assert.Equal((RecheckOutcome.Unreachable, 1), (claim.LastAttemptOutcome!.Value, claim.FailedAttempts));
        for (var hours = 1; hours <= 8; hours *= 2)
        {
            desk.Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1));
            await desk.LookAsync();
        }

        Assert.Contains(
            "this row is refused",
            Assert.Single((await desk.ClaimAsync(poisoned)).Rechecks).Finding,
            StringComparison.Ordinal
        );
        Assert.Equal(Roles.FactChecker, (await desk.OpenTaskAsync(poisoned)).Role);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_deadline_that_fails_is_noted_and_stops_its_review_the_third_time(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var unreadable = await desk.AddClaimAsync("The fair drew 70,000 visitors.");
        var refused = await desk.AddClaimAsync("The fair drew 60,000 visitors.");
        var healthy = await desk.AddClaimAsync("The fair drew 50,000 visitors.");
        foreach (var id in new[] { unreadable, refused, healthy })
            await desk.StartReviewAsync(id);
        await desk.DamageAsync($"UPDATE reviews SET state = 'no json' WHERE claim_id = {unreadable}");
        await desk.RefuseAsync("notices", $"NEW.claim_id = {refused} AND NEW.role <> 'administrator'", "INSERT");
        var fired = new Func<long, Task<int>>(claim =>
            desk.QueryAsync(db => db.Notices.CountAsync(n => n.ClaimId == claim && n.Role != Roles.Administrator))
        );
        desk.Clock.Advance(TimeSpan.FromDays(20));

        await desk.DoDueAsync<DeadlineJob>();

        Assert.True(await fired(healthy) > 0);
        var timers = await TimersAsync(desk);
        Assert.All(
            timers,
            timer => Assert.True(timer is { Attempts: 1, Failure: not null } && timer.TryAt > desk.Now && timer.DueAt < desk.Now)
        );
        Assert.Contains(timers, timer => timer.Failure!.Contains("this row is refused", StringComparison.Ordinal));
        Assert.Contains(timers, timer => timer.Failure!.Contains("JsonException", StringComparison.Ordinal));
        await desk.DoDueAsync<DeadlineJob>();
        Assert.All(await TimersAsync(desk), timer => Assert.Equal(1, timer.Attempts));
        foreach (var minutes in new[] { 2, 6 })
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await desk.DoDueAsync<DeadlineJob>();
        }

        Assert.Empty(await TimersAsync(desk));
        foreach (var id in new[] { unreadable, refused })
        {
            var review = await desk.QueryAsync(db => db.Reviews.AsNoTracking().SingleAsync(r => r.ClaimId == id));
            Assert.Equal(ReviewStatus.Faulted, review.Status);
            Assert.StartsWith("research: ", review.Fault, StringComparison.Ordinal);
            Assert.Contains(
                "research: ",
                Assert
                    .Single(
                        await desk.QueryAsync(db =>
                            db.Notices.Where(n => n.Role == Roles.Administrator && n.ClaimId == id).ToListAsync()
                        )
                    )
                    .Message,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(
            ReviewStatus.Suspended,
            await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == healthy).Select(r => r.Status).SingleAsync())
        );

        Task<List<ReviewTimer>> TimersAsync(DeskApp at) =>
            at.QueryAsync(db =>
                db.Timers.AsNoTracking()
                    .Where(t =>
                        t.TryAt <= at.Now.AddHours(1)
                        && t.DueAt <= at.Now
                        && db.Reviews.Any(r => r.Id == t.ReviewId && r.ClaimId != healthy)
                    )
                    .ToListAsync()
            );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Deadlines_that_are_refused_are_put_off_and_those_behind_them_fire(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        List<long> refused = [];
        for (var i = 0; i < 3; i++)
            refused.Add(await desk.AddClaimAsync($"The fair drew {i + 2},000 visitors."));
        var healthy = await desk.AddClaimAsync("The fair drew 50,000 visitors.");
        foreach (var id in refused.Append(healthy))
            await desk.StartReviewAsync(id);

        // A review on hold fires nothing. Of timers left behind there are more than one batch, and all stand before the healthy
        // one.
        foreach (
            var review in await desk.QueryAsync(db =>
                db.Reviews.Where(r => refused.Contains(r.ClaimId)).Select(r => r.Id).ToListAsync()
            )
        )
        {
            Assert.True(
                (await desk.WithEngineAsync(engine => engine.HoldAsync(review, Deciding.Eve, null, CancellationToken.None))).IsOk
            );
            await desk.QueryAsync(db =>
                db.CommitAsync(
                    "test",
                    Right.Work,
                    async _ =>
                    {
                        var held = await db.Reviews.Include(r => r.Timers).SingleAsync(r => r.Id == review);
                        held.Timers.AddRange(
                            Enumerable.Range(0, 150).Select(i => new ReviewTimer($"research#1:none{i}", desk.Now.AddMinutes(-i)))
                        );
                        return Result.Ok;
                    },
                    CancellationToken.None
                )
            );
        }

        desk.Clock.Advance(TimeSpan.FromDays(20));

        await desk.DoDueAsync<DeadlineJob>();

        Assert.True(await desk.QueryAsync(db => db.Notices.AnyAsync(n => n.ClaimId == healthy)));
        Assert.Equal(
            450,
            await desk.QueryAsync(db => db.Timers.CountAsync(t => t.Failure != null && t.Attempts == 0 && t.TryAt > desk.Now))
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Pages_that_poisoned_the_archive_are_kept_or_tried_again_and_the_healthy_one_is_kept(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.WritePoisoned();
        site.Write("/port", Quote);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        foreach (var path in PoisonedPages.Paths.Append("/port"))
            await desk.AddEvidenceAsync(id, path, site.Url(path), Quote);

        await desk.DoDueAsync<ArchiveJob>();

        var evidence = (await desk.ClaimAsync(id)).Evidence;
        Assert.NotNull(evidence.Single(e => e.Url!.EndsWith("/port", StringComparison.Ordinal)).SnapshotId);
        Assert.All(
            evidence,
            e =>
                Assert.True(
                    e is { SnapshotId: not null, ArchiveDueAt: null }
                        || (e.ArchiveDueAt > desk.Now && e is { ArchiveAttempts: 1, ArchiveErrors: 0 }),
                    e.Url
                )
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_copy_that_fails_is_noted_and_given_up_the_third_time(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/poisoned", Quote);
        site.Write("/port", Quote);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        await desk.AddEvidenceAsync(id, "poisoned", site.Url("/poisoned"), Quote);
        await desk.AddEvidenceAsync(id, "port", site.Url("/port"), Quote);
        await desk.RefuseAsync("snapshots", "NEW.url LIKE '%/poisoned'", "INSERT");

        await desk.DoDueAsync<ArchiveJob>();

        var evidence = (await desk.ClaimAsync(id)).Evidence.OrderBy(e => e.Id).ToList();
        Assert.NotNull(evidence[1].SnapshotId);
        Assert.Equal((null, 1, 0), (evidence[0].SnapshotId, evidence[0].ArchiveErrors, evidence[0].ArchiveAttempts));
        Assert.Contains("this row is refused", evidence[0].ArchiveFailure, StringComparison.Ordinal);
        Assert.InRange(evidence[0].ArchiveDueAt!.Value, desk.Now, desk.Now.AddMinutes(2));
        foreach (var minutes in new[] { 2, 6, 60 })
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(minutes));
            await desk.DoDueAsync<ArchiveJob>();
        }

        var given = (await desk.ClaimAsync(id)).Evidence.Single(e => e.Id == evidence[0].Id);
        Assert.Equal(
            (null, Evidence.MaxArchiveErrors, Evidence.MaxArchiveErrors),
            (given.ArchiveDueAt, given.ArchiveErrors, site.Visits("/poisoned"))
        );
        Assert.Contains(
            site.Url("/poisoned"),
            Assert
                .Single(await desk.QueryAsync(db => db.Notices.Where(n => n.Role == Roles.Administrator).ToListAsync()))
                .Message,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_claim_that_cannot_be_read_is_put_off_and_the_others_are_rechecked(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var unreadable = await desk.AddWatchedClaimAsync(Quote);
        var refused = await desk.AddWatchedClaimAsync(Quote);
        var healthy = await desk.AddWatchedClaimAsync(Quote);
        await desk.DamageAsync($"UPDATE claims SET details = 'no json' WHERE id = {unreadable}");
        await desk.RefuseAsync("claims", $"NEW.under_recheck AND NEW.id = {refused}");
        desk.Clock.Advance(6 * Month);

        await desk.LookAsync();

        Assert.True((await desk.ClaimAsync(healthy)).UnderRecheck);
        Assert.Equal(
            [unreadable, refused],
            await desk.QueryAsync(db =>
                db.Claims.Where(c => c.NextAttemptAt > desk.Now && !c.UnderRecheck)
                    .OrderBy(c => c.Id)
                    .Select(c => c.Id)
                    .ToListAsync()
            )
        );
        Assert.Contains(
            "this row is refused",
            await desk.QueryAsync(db =>
                db.AuditEntries.Where(e => e.Subject == $"claim/{refused}")
                    .OrderByDescending(e => e.Sequence)
                    .Select(e => e.Action)
                    .FirstAsync()
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(Freshness.Due, (await desk.ClaimAsync(refused)).FreshnessAt(desk.Now));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_row_that_no_program_of_ours_wrote_takes_no_job_from_the_others(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var odd = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var misdated = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var healthy = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var (late, inTime) = (await desk.AddClaimAsync("There were 12 ships."), await desk.AddClaimAsync("There were 14 ships."));
        foreach (var id in new[] { late, inTime })
            await desk.StartReviewAsync(id);
        await desk.QueryAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await StoredCheckTests.LiftGuardsAsync(db);
            await StoredCheckTests.RunAsync(db, $"UPDATE evidence SET stance = 'Proves' WHERE claim_id = {odd}");
            if (kind == DatabaseKind.Sqlite)
            {
                await StoredCheckTests.RunAsync(db, $"UPDATE claims SET next_attempt_at = '2020-13-45' WHERE id = {misdated}");
                await StoredCheckTests.RunAsync(
                    db,
                    $"UPDATE timers SET due_at = '2020-13-45' WHERE review_id = (SELECT id FROM reviews WHERE claim_id = {late})"
                );
            }

            return true;
        });
        await desk.QueryAsync(db => db.UpdateSchemaAsync(CancellationToken.None));

        await desk.DoDueAsync<ArchiveJob>();
        Assert.NotNull((await desk.ClaimAsync(healthy)).Evidence[0].SnapshotId);
        desk.Clock.Advance(Month);
        await desk.LookAsync();
        Assert.Equal(RecheckOutcome.Unchanged, (await desk.ClaimAsync(healthy)).LastAttemptOutcome);
        var before = site.Visits("/port");
        await desk.LookAsync();
        Assert.Equal(before, site.Visits("/port"));
        await desk.DoDueAsync<DeadlineJob>();
        await desk.DoDueAsync<FoldJob>();
        await desk.DoDueAsync<TallyJob>();

        var waiting = await desk.QueryAsync(db =>
            db.Timers.Where(t => t.TryAt <= desk.Now).Select(t => t.ReviewId).Distinct().ToListAsync()
        );
        var reviews = await desk.QueryAsync(db => db.Reviews.Where(r => r.ClaimId == inTime).Select(r => r.Id).ToListAsync());
        Assert.DoesNotContain(reviews[0], waiting);
        Assert.Equal(1, (await desk.Database.RunAsync("verify")).Code);
    }
}
