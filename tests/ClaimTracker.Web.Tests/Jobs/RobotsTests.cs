using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>What a site lets programs read: asked before a page, kept a day, and said where a page is not looked at.</summary>
public sealed class RobotsTests
{
    private const string Quote = "The port handled 90 ships a week in July.";
    private const string NotLooked = "not looked at, since its site asks programs not to read it";

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_that_a_site_lets_no_program_read_is_not_looked_at_until_it_does_and_a_person_is_asked(
        DatabaseKind kind
    )
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        site.Write("/port", Quote);
        Forbid(site, "/port");
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        var issued = (await desk.ClaimAsync(id)).LastVerifiedAt;

        await desk.LookAsync(Month);

        var claim = await desk.ClaimAsync(id);
        Assert.Equal(
            (0, issued, RecheckOutcome.Unwatched, null, true),
            (site.Visits("/port"), claim.LastVerifiedAt, claim.LastAttemptOutcome!.Value, claim.InDoubtSince, claim.UnderRecheck)
        );
        Assert.Contains(
            "robots.txt of 127.0.0.1 asks programs not to read /port",
            claim.Rechecks.Single().Finding,
            StringComparison.Ordinal
        );
        using var reader = desk.Browser();
        Assert.Contains(NotLooked, (await reader.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var working = (await ada.OpenAsync($"/desk/claims/{id}")).Text;
        Assert.Contains("its site asks programs not to read it", working, StringComparison.Ordinal);
        Assert.Contains("No machine can verify this verdict", working, StringComparison.Ordinal);
        Assert.Contains(
            "pages that they may not are not looked at",
            (await ada.OpenAsync($"/desk/rechecks/sites/{site.Address.Authority}")).Text,
            StringComparison.Ordinal
        );

        // From a person's decision on a person is due instead, and whether it may be read is asked again all the same.
        await desk.MustDecideAsync(id, Ada, "StillHolds");
        await desk.MustDecideAsync(id, Eve, "Confirm");
        var decided = await desk.ClaimAsync(id);
        Assert.Equal(decided.PersonDueAt, decided.NextCheckDueAt);
        site.Remove("/robots.txt");
        await desk.LookAsync(2 * Month);

        var looked = await desk.ClaimAsync(id);
        Assert.Equal(
            (1, Verifier.Machine, null),
            (site.Visits("/port"), looked.LastVerifier!.Value, looked.Evidence.Single().ForbiddenSince)
        );
        Assert.DoesNotContain(NotLooked, (await reader.OpenAsync($"/claims/{id}")).Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Beside_one_that_may_be_read_it_neither_stands_nor_blocks(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        site.Write("/private/port", Quote);
        Forbid(site, "/private/");
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"), site.Url("/private/port"));

        Assert.Equal(2, await desk.LookAsync(Month));

        var claim = await desk.ClaimAsync(id);
        Assert.Equal((Verifier.Machine, false, 0), (claim.LastVerifier!.Value, claim.UnderRecheck, site.Visits("/private/port")));
        using var reader = desk.Browser();
        await desk.AddPersonAsync("root", Roles.Administrator);
        Assert.Contains(
            $"1 of 2 sources stood; the other was {NotLooked}",
            (await reader.OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_older_source_at_an_address_that_the_desk_refuses_is_said_not_to_be_looked_at(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var refused = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        refused.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"), refused.Url("/port"));
        Assert.Equal(2, await desk.LookAsync(Month));
        await using var stricter = await desk.StartAnotherAsync(
            "--Intake:AllowPrivateAddresses",
            "false",
            "--Intake:InternalHosts:0",
            site.Address.Authority
        );
        using var ada = await stricter.SignInAsync("ada", Roles.FactChecker);

        Assert.Contains(
            "1 of 2 sources stood; the other is not looked at, since nothing is fetched from its address",
            (await ada.OpenAsync($"/claims/{id}")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Machines look at 1 of 2 sources that count. No machine can verify this verdict while nothing is fetched from the address of",
            (await ada.OpenAsync($"/desk/claims/{id}")).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task It_is_asked_for_once_a_day_for_all_pages_of_a_site_by_all_servers(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        for (var i = 0; i < 4; i++)
        {
            site.Write($"/{i}", Quote);
            await desk.AddWatchedClaimAsync(Quote, site.Url($"/{i}"));
        }

        Assert.Equal(4, await desk.LookAsync(Month));
        Assert.Equal(1, site.Visits("/robots.txt"));
        await using var other = await desk.StartAnotherAsync();
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var id = await desk.QueryAsync(db => db.Claims.MinAsync(c => c.Id));
        await desk.DoDueAsync<ArchiveJob>();
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Look now");
        Assert.Equal(1, await other.LookAsync());
        Assert.Equal(1, site.Visits("/robots.txt"));

        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Look now");
        Assert.Equal(1, await other.LookAsync(TimeSpan.FromHours(25)));
        Assert.Equal(2, site.Visits("/robots.txt"));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task While_it_cannot_be_read_nothing_else_is_asked_of_the_site(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        List<long> ids = [];
        foreach (var path in new[] { "/a", "/b" })
        {
            site.Write(path, Quote);
            ids.Add(await desk.AddWatchedClaimAsync(Quote, site.Url(path)));
        }

        site.Answer(
            "/robots.txt",
            context =>
            {
                (context.Response.StatusCode, context.Response.Headers.RetryAfter) = (503, "7200");
                return Task.CompletedTask;
            }
        );

        Assert.Equal(1, await desk.LookAsync(Month));

        Assert.Equal((0, 0, 1), (site.Visits("/a"), site.Visits("/b"), site.Visits("/robots.txt")));
        Assert.Equal(RecheckOutcome.Unreachable, (await desk.ClaimAsync(ids[0])).LastAttemptOutcome);
        Assert.Null((await desk.ClaimAsync(ids[1])).LastAttemptOutcome);
        var why = await desk.QueryAsync(db => db.LookHosts.Select(h => h.Failure).SingleAsync());
        Assert.Contains("its robots.txt could not be read", why, StringComparison.Ordinal);
        Assert.Contains("503", why, StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(TimeSpan.FromMinutes(110)));
        site.Remove("/robots.txt");
        Assert.Equal(2, await desk.LookAsync(TimeSpan.FromMinutes(20)));
        Assert.Equal((1, 1), (site.Visits("/a"), site.Visits("/b")));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Where_a_page_leads_to_is_asked_as_well_and_no_copy_is_kept_of_what_may_not_be_read(DatabaseKind kind)
    {
        await using var from = await SourceSite.StartAsync();
        await using var to = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        to.Write("/port", Quote);
        Forbid(to, "/port");
        from.Answer(
            "/port",
            context =>
            {
                context.Response.Redirect(to.Url("/port"));
                return Task.CompletedTask;
            }
        );
        var id = await desk.AddWatchedClaimAsync(Quote, from.Url("/port"));

        await desk.DoDueAsync<ArchiveJob>();
        var kept = (await desk.ClaimAsync(id)).Evidence.Single();
        Assert.Equal((null, 0), (kept.SnapshotId, to.Visits("/port")));
        Assert.Contains("asks programs not to read /port", kept.ArchiveFailure, StringComparison.Ordinal);
        Assert.NotNull(kept.ForbiddenSince);

        Assert.Equal(1, await desk.LookAsync(Month));
        Assert.Equal((0, RecheckOutcome.Unwatched), (to.Visits("/port"), (await desk.ClaimAsync(id)).LastAttemptOutcome!.Value));
        Assert.Equal(0, await desk.QueryAsync(db => db.LookHosts.CountAsync(h => h.Failures > 0)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_without_end_is_read_as_far_as_the_greatest_length_whatever_it_says_it_is(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        site.Write("/private", Quote);
        site.Answer(
            "/robots.txt",
            async context =>
            {
                context.Response.ContentType = "application/octet-stream";
                await context.Response.WriteAsync("User-agent: *\nDisallow: /private\n");
                var filling = new byte[1 << 14];
                Array.Fill(filling, (byte)'#');
                try
                {
                    while (!context.RequestAborted.IsCancellationRequested)
                        await context.Response.Body.WriteAsync(filling, context.RequestAborted);
                }
                catch (Exception gone) when (gone is OperationCanceledException or IOException)
                {
                    // The reader has enough.
                }
            }
        );
        var stands = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        await desk.AddWatchedClaimAsync(Quote, site.Url("/private"));

        Assert.Equal(2, await desk.LookAsync(Month));

        Assert.Equal((1, 0), (site.Visits("/port"), site.Visits("/private")));
        Assert.Equal(Verifier.Machine, (await desk.ClaimAsync(stands)).LastVerifier);
    }

    private static void Forbid(SourceSite site, string path) =>
        site.Serve("/robots.txt", "text/plain", $"User-agent: *\nDisallow: {path}\n");
}
