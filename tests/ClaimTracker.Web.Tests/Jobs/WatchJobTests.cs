using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Jobs;

public sealed class WatchJobTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_source_that_still_says_it_verifies_the_verdict(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", "Figures of the month.", Quote);
        var id = await PublishedAsync(desk, site.Url("/port"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;

        Assert.Equal(1, await DueAndLookAsync(desk));

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((Verifier.Machine, false, Freshness.Fresh), (claim.LastVerifier!.Value, claim.UnderRecheck, claim.FreshnessAt(desk.Now)));
        Assert.True(claim.LastVerifiedAt > issued);
        Assert.Equal(RecheckOutcome.Unchanged, Assert.Single(claim.Rechecks).Outcome);
        Assert.Equal(0, await LookAsync(desk));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_changed_figure_goes_to_a_person_with_old_and_new_and_the_page_is_kept(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await PublishedAsync(desk, site.Url("/port"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;
        site.Write("/port", "The port handled 70 ships a week in July.");

        await DueAndLookAsync(desk);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((issued, RecheckOutcome.Changed, true), (claim.LastVerifiedAt, claim.LastAttemptOutcome, claim.UnderRecheck));
        var finding = Assert.Single(claim.Rechecks).Finding!;
        Assert.Contains("Was: “" + Quote, finding, StringComparison.Ordinal);
        Assert.Contains("90 ships a week → 70 ships a week", finding, StringComparison.Ordinal);
        Assert.Equal(Roles.FactChecker, (await desk.OpenTaskAsync(id)).Role);
        Assert.Equal(1, await desk.QueryAsync(db => db.Snapshots.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_source_that_cannot_be_read_never_verifies_and_asks_a_person_in_the_end(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await PublishedAsync(desk, site.Url("/gone"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;

        await DueAndLookAsync(desk);
        for (var hours = 1; hours <= 8; hours *= 2)
        {
            desk.Clock.Advance(TimeSpan.FromHours(hours) + TimeSpan.FromMinutes(1));
            await desk.DoDueAsync<DeadlineJob>();
            await LookAsync(desk);
        }

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((issued, RecheckOutcome.Unreachable), (claim.LastVerifiedAt, claim.LastAttemptOutcome));
        Assert.Contains("404", Assert.Single(claim.Rechecks).Finding, StringComparison.Ordinal);
        Assert.NotEqual(Roles.Machine, (await desk.OpenTaskAsync(id)).Role);
    }

    [Fact]
    public async Task The_worst_of_several_sources_counts()
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        site.Write("/a", Quote);
        var one = await PublishedAsync(desk, site.Url("/a"), site.Url("/gone"));
        var two = await PublishedAsync(desk, site.Url("/a"), site.Url("/empty"));
        site.Write("/empty", "Nothing of the kind stands here any more.");
        var none = await PublishedAsync(desk);

        await DueAndLookAsync(desk);

        Assert.Equal((RecheckOutcome.Unreachable, Freshness.Due), ((await desk.ClaimAsync(one)).LastAttemptOutcome!.Value, (await desk.ClaimAsync(one)).FreshnessAt(desk.Now)));
        Assert.Equal(RecheckOutcome.Missing, (await desk.ClaimAsync(two)).LastAttemptOutcome);
        Assert.Equal(RecheckOutcome.Unwatched, (await desk.ClaimAsync(none)).LastAttemptOutcome);
        Assert.Equal(1, site.Visits("/a"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Two_workers_at_once_decide_each_task_once(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        site.Write("/port", Quote);
        for (var i = 0; i < 5; i++)
            await PublishedAsync(desk, site.Url("/port"));
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await SweepAsync(desk);

        await Task.WhenAll(LookAsync(desk), LookAsync(other));

        Assert.Equal(5, await desk.QueryAsync(db => db.Rechecks.CountAsync(r => r.Outcome == RecheckOutcome.Unchanged)));
        Assert.Equal(5, await desk.QueryAsync(db => db.Tasks.Where(t => t.Role == Roles.Machine).SelectMany(t => t.Decided).CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Evidence_is_archived_later_with_growing_pauses_and_given_up_in_the_end(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        await desk.AddEvidenceAsync(id, "port", site.Url("/port"), Quote);
        Assert.Equal(0, await ArchiveAsync(desk));
        Assert.Equal(0, await ArchiveAsync(desk));
        Assert.Equal(1, site.Visits("/port"));
        var waiting = (await desk.ClaimAsync(id)).Evidence.Single();
        Assert.Equal(1, waiting.ArchiveAttempts);
        Assert.InRange(waiting.ArchiveDueAt!.Value, waiting.AddedAt.AddMinutes(5), desk.Now.AddMinutes(5));
        Assert.Contains("404", waiting.ArchiveFailure, StringComparison.Ordinal);

        site.Write("/port", Quote);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await ArchiveAsync(desk));
        var kept = await desk.QueryAsync(db => db.Evidence.Include(e => e.Snapshot).SingleAsync());
        Assert.Equal((true, null, null), (kept.Snapshot!.Content.Length > 0, kept.ArchiveDueAt, kept.ArchiveFailure));

        await desk.AddEvidenceAsync(id, "other", site.Url("/never"), Quote);
        for (var i = 0; i < 2 * Evidence.MaxArchiveAttempts; i++)
        {
            await ArchiveAsync(desk);
            desk.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(Evidence.MaxArchiveAttempts, site.Visits("/never"));
    }

    private static async Task<long> PublishedAsync(DeskApp desk, params string[] urls)
    {
        var id = await desk.AddClaimAsync($"The port handles 90 ships a week ({Guid.NewGuid():N}).");
        foreach (var url in urls)
            await desk.AddEvidenceAsync(id, url, url, Quote, watched: true);
        await desk.PublishAsync(id, addEvidence: urls.Length == 0);
        return id;
    }

    private static async Task<int> DueAndLookAsync(DeskApp desk)
    {
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await SweepAsync(desk);
        return await LookAsync(desk);
    }

    private static Task<int> SweepAsync(DeskApp desk) => desk.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<RecheckSweepJob>(services).RunAsync(CancellationToken.None));

    private static Task<int> LookAsync(DeskApp desk) => desk.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<WatchJob>(services).RunAsync(CancellationToken.None));

    private static Task<int> ArchiveAsync(DeskApp desk) => desk.InScopeAsync(services =>
        ActivatorUtilities.CreateInstance<ArchiveJob>(services).RunAsync(CancellationToken.None));
}
