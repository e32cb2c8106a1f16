using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Jobs;

public sealed class ArchiveJobTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

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

    private static Task<int> ArchiveAsync(DeskApp desk) =>
        desk.InScopeAsync(services => ActivatorUtilities.CreateInstance<ArchiveJob>(services).RunAsync(CancellationToken.None));
}
