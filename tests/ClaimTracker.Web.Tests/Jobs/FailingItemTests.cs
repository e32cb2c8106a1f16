using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
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

        await desk.LookAsync<RecheckSweepJob>();
        await desk.LookAsync<WatchJob>();

        Assert.Equal(RecheckOutcome.Unchanged, (await desk.ClaimAsync(healthy)).LastAttemptOutcome);
        foreach (var id in poisoned)
        {
            var claim = await desk.ClaimAsync(id);
            Assert.True(claim.LastAttemptOutcome is RecheckOutcome.Unreachable or RecheckOutcome.Changed or RecheckOutcome.Missing, $"{claim.Evidence[0].Url}: {claim.LastAttemptOutcome}");
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

        await desk.LookAsync<RecheckSweepJob>();
        await desk.LookAsync<WatchJob>();

        Assert.Equal(RecheckOutcome.Unchanged, (await desk.ClaimAsync(healthy)).LastAttemptOutcome);
        var claim = await desk.ClaimAsync(poisoned);
        Assert.Equal((RecheckOutcome.Unreachable, 1), (claim.LastAttemptOutcome!.Value, claim.FailedAttempts));
        for (var hours = 1; hours <= 8; hours *= 2)
        {
            desk.Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1));
            await desk.LookAsync<DeadlineJob>();
            await desk.LookAsync<WatchJob>();
        }

        Assert.Contains("this row is refused", Assert.Single((await desk.ClaimAsync(poisoned)).Rechecks).Finding, StringComparison.Ordinal);
        Assert.NotEqual(Roles.Machine, (await desk.OpenTaskAsync(poisoned)).Role);
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
        desk.Clock.Advance(Month);

        await desk.LookAsync<RecheckSweepJob>();

        Assert.True((await desk.ClaimAsync(healthy)).UnderRecheck);
        Assert.Equal([unreadable, refused], await desk.QueryAsync(db => db.Claims.Where(c => c.NextAttemptAt > desk.Now && !c.UnderRecheck).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync()));
        Assert.Contains("this row is refused", await desk.QueryAsync(db => db.AuditEntries.Where(e => e.Subject == $"claim/{refused}").OrderByDescending(e => e.Sequence).Select(e => e.Action).FirstAsync()), StringComparison.Ordinal);
        Assert.Equal(Freshness.Due, (await desk.ClaimAsync(refused)).FreshnessAt(desk.Now));
    }
}
