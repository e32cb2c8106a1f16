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

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_that_speaks_against_a_public_verdict_is_no_page_that_later_looks_are_compared_with(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        site.Write("/port", Quote, "Correction: the 90 ships of July were counted twice; the figure is withdrawn.");

        await desk.LookAsync(TimeSpan.FromDays(31));
        Assert.NotNull((await desk.ClaimAsync(id)).InDoubtSince);
        Assert.Equal(0, await ArchiveAsync(desk));
        await desk.LookAsync(TimeSpan.FromDays(31));

        var claim = await desk.ClaimAsync(id);
        Assert.NotNull(claim.InDoubtSince);
        Assert.NotEqual(Verifier.Machine, claim.LastVerifier);
        Assert.Null(claim.Evidence.Single().SnapshotId);
        Assert.Contains("does not read as it did", claim.Evidence.Single().ArchiveFailure, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_place_that_a_person_confirmed_is_not_undone_by_a_page_without_it(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        site.Write("/port", Quote);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        await ada.SubmitAsync(
            $"/desk/claims/{id}",
            new()
            {
                ["Evidence.Source"] = "The port",
                ["Evidence.Address"] = site.Url("/port"),
                ["Evidence.Quote"] = Quote,
                ["Evidence.Stance"] = "Supports",
                ["Evidence.Group"] = "port",
            },
            button: "Add evidence"
        );
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Confirm the place of the quote from The port");
        site.Write("/port", "The port handled 70 ships a week in July.");

        Assert.Equal(0, await ArchiveAsync(desk));

        var evidence = (await desk.ClaimAsync(id)).Evidence.Single();
        Assert.Equal(("ada", null), (evidence.PlaceConfirmedBy, evidence.SnapshotId));
        Assert.NotEmpty(evidence.Places!.All);
        site.Write("/port", Quote);
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await ArchiveAsync(desk));
        Assert.Equal("ada", (await desk.ClaimAsync(id)).Evidence.Single().PlaceConfirmedBy);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_that_nobody_saw_and_that_speaks_against_the_quote_is_none_to_compare_with(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        await desk.AddEvidenceAsync(id, "port", site.Url("/port"), Quote);
        Assert.Equal(0, await ArchiveAsync(desk));
        site.Write("/port", $"Wrong reports said: “{Quote}” That is false.");
        desk.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(0, await ArchiveAsync(desk));

        var evidence = (await desk.ClaimAsync(id)).Evidence.Single();
        Assert.Null(evidence.SnapshotId);
        Assert.Contains("does not read as it did", evidence.ArchiveFailure, StringComparison.Ordinal);
    }

    private static Task<int> ArchiveAsync(DeskApp desk) =>
        desk.InScopeAsync(services => ActivatorUtilities.CreateInstance<ArchiveJob>(services).RunAsync(CancellationToken.None));
}
