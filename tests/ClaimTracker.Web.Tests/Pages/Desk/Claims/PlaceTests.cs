using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Pages.Desk.Claims;

/// <summary>Where a quote stands on its page: found, stored, confirmed, and what re-checks make of it.</summary>
public sealed class PlaceTests
{
    private const string Quote = "90 ships a week";

    private const string Table =
        "<h1>Harbour</h1><h2>North quay, 12 May 2026</h2><table><tr><th>Month</th><th>Traffic</th></tr><tr><td>June</td><td>70 ships a week</td></tr><tr><td>July</td><td>90 ships a week</td></tr></table>";

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_place_is_stored_with_what_stands_around_it_and_confirmed_on_the_page(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Serve("/port", "text/html", Table);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var added = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(site.Url("/port")), button: "Add evidence");

        Assert.Contains(
            "Found in a row of a table with the columns “Month”, “Traffic” under “North quay, 12 May 2026”: “July 90 ships a week” Is this the place?",
            added.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Nobody has confirmed the place yet.", added.Text, StringComparison.Ordinal);
        var found = Assert.Single((await EvidenceAsync(desk, id)).Places!.All);
        Assert.Equal(
            (Quote, "July ", "", "Row", "North quay, 12 May 2026"),
            (found.Text, found.Prefix[^5..], found.Suffix, found.Block, found.Heading)
        );
        Assert.Equal(["Month", "Traffic"], found.Columns);
        Assert.Equal((32, "North quay, 12 May 2026", true), (found.Prefix.Length, found.Date, found.Position > 0));

        var confirmed = await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Confirm the place");

        Assert.Contains("ada confirmed", confirmed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody has confirmed", confirmed.Text, StringComparison.Ordinal);
        var evidence = await EvidenceAsync(desk, id);
        Assert.Equal(
            (found.Mark(), "ada", true),
            (evidence.ConfirmedPlace!.Mark(), evidence.PlaceConfirmedBy, evidence.PlaceConfirmedAt is not null)
        );
        var audit = await desk.QueryAsync(db =>
            db.AuditEntries.SingleAsync(a => a.Subject == $"claim/{id}" && a.Action == "confirm place of quote")
        );
        Assert.Equal("ada", audit.Who);
        Assert.Contains("\"ConfirmedPlace\":[null,{", audit.Changes, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Where_the_quote_stands_several_times_the_places_are_offered(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Serve("/port", "text/html", Table + "<h2>South quay</h2><p>It took 90 ships a week.</p>");
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var added = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(site.Url("/port")), button: "Add evidence");
        Assert.Contains(
            "The quote stands at 2 places on the page. Which of them is meant?",
            added.Text,
            StringComparison.Ordinal
        );
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Confirm this place: in a paragraph under “South quay”");

        Assert.Equal("South quay", (await EvidenceAsync(desk, id)).ConfirmedPlace!.Heading);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_quote_that_is_not_on_the_page_is_said_to_be_missing_on_the_working_page_too(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);

        var unread = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(site.Url("/port")), button: "Add evidence");
        Assert.Contains(
            "Where the quote stands on its page was not looked at yet; nothing is claimed about it.",
            unread.Text,
            StringComparison.Ordinal
        );

        site.Write("/port", "The port handled 70 ships a week.");
        await desk.DoDueAsync<ArchiveJob>();
        var missing = await ada.OpenAsync($"/desk/claims/{id}");
        Assert.Contains("The quote is not on the page, as it read on", missing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Confirm", missing.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Places_that_were_read_anew_meanwhile_are_not_confirmed_unseen(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Serve("/port", "text/html", Table);
        var id = await desk.AddClaimAsync("The port handles 90 ships a week.");
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var old = await ada.SubmitAsync($"/desk/claims/{id}", Evidence(site.Url("/port")), button: "Add evidence");
        site.Serve("/port", "text/html", "<h1>Harbour</h1><h2>South quay</h2><p>It took 90 ships a week.</p>");
        await desk.DoDueAsync<ArchiveJob>();

        var refused = await ada.SubmitAsync(old, [], button: "Confirm the place");

        Assert.Contains("The page was read again meanwhile", refused.Text, StringComparison.Ordinal);
        Assert.Null((await EvidenceAsync(desk, id)).ConfirmedPlace);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_page_without_the_confirmed_place_is_not_kept_and_the_confirmation_stays(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Serve("/port", "text/html", Table);
        var (kept, gone) = (await ConfirmedAsync(desk, site, "/port"), await ConfirmedAsync(desk, site, "/other", Table));

        // Only what stands above it is new at the one; the other shows it in another row, and is another page than was confirmed.
        site.Serve("/port", "text/html", "<p>Read today.</p>" + Table);
        site.Serve("/other", "text/html", Table.Replace("July", "August", StringComparison.Ordinal));
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.DoDueAsync<ArchiveJob>();

        Assert.NotNull((await EvidenceAsync(desk, kept)).ConfirmedPlace);
        Assert.NotNull((await EvidenceAsync(desk, kept)).SnapshotId);
        var other = await EvidenceAsync(desk, gone);
        Assert.NotNull(other.ConfirmedPlace);
        Assert.Null(other.SnapshotId);
        Assert.Contains("does not read as it did", other.ArchiveFailure, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_public_verdicts_place_is_confirmed_by_an_editor_who_is_no_author_of_it(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Serve("/port", "text/html", Table);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        await desk.DoDueAsync<ArchiveJob>();
        var evidence = await EvidenceAsync(desk, id);
        using var author = await desk.SignInAsync("ada", Roles.FactChecker);

        var shown = await author.OpenAsync($"/desk/claims/{id}");
        var byAuthor = await ConfirmAsync(desk, id, evidence.Places!.All[0], Ada);
        var byEditor = await ConfirmAsync(desk, id, evidence.Places!.All[0], Eve);

        Assert.Contains(
            "The public verdict is watched by this place: an editor who is no author of that verdict confirms it.",
            shown.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(shown.Html.QuerySelectorAll("button[formaction*=ConfirmPlace]"));
        Assert.Equal(("wrong-role", true), (byAuthor.Refusal?.Code, byEditor.IsOk));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_look_watches_the_confirmed_place_and_not_another_where_the_quote_stands_too(DatabaseKind kind)
    {
        const string Page =
            "<h1>Harbour</h1><h2>North quay</h2><p>It took 90 ships a week.</p><h2>South quay</h2><p>It took 90 ships a week.</p><p>The café is open.</p><p>Parking is free.</p>";
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        var north = await ConfirmedAsync(desk, site, "/north", Page);
        var south = await ConfirmedAsync(desk, site, "/south", Page, "South quay");
        foreach (var id in new[] { north, south })
        {
            await desk.DoDueAsync<ArchiveJob>();
            await desk.PublishAsync(id, addEvidence: false);
        }

        const string SouthGone =
            "<h1>Harbour</h1><h2>North quay</h2><p>It took 90 ships a week.</p><h2>South quay</h2><p>It is closed for repairs.</p><p>The café is open.</p><p>Parking is free.</p>";
        site.Serve("/north", "text/html", SouthGone);
        site.Serve("/south", "text/html", SouthGone);
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await desk.LookAsync();

        Assert.Equal(
            (RecheckOutcome.Unchanged, RecheckOutcome.Changed),
            ((await desk.ClaimAsync(north)).LastAttemptOutcome, (await desk.ClaimAsync(south)).LastAttemptOutcome)
        );
        Assert.Contains(
            "no longer stands in the place that was confirmed (in a paragraph under “South quay”)",
            (await desk.ClaimAsync(south)).Rechecks.Single().Finding,
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task An_export_carries_places_confirmations_and_how_a_page_was_answered(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Answer(
            "/old",
            context =>
            {
                context.Response.Redirect("/port");
                return Task.CompletedTask;
            }
        );
        site.Answer(
            "/port",
            async context =>
            {
                (context.Response.ContentType, context.Response.Headers.ETag, context.Response.Headers.LastModified) = (
                    "text/html; charset=windows-1251",
                    "\"seven\"",
                    "Tue, 12 May 2026 08:00:00 GMT"
                );
                await context.Response.WriteAsync(Table);
            }
        );
        var id = await ConfirmedAsync(desk, site, "/old");
        await desk.DoDueAsync<ArchiveJob>();
        var export = (await desk.Database.RunAsync("export")).Out;

        await using var elsewhere = await DeskApp.StartAsync(kind);
        Assert.Equal(0, (await elsewhere.Database.FeedAsync(export, "import", "--ndjson")).Code);

        Assert.Equal(export, (await elsewhere.Database.RunAsync("export")).Out);
        var (was, now) = (
            await EvidenceAsync(desk, id),
            await elsewhere.QueryAsync(db => db.Evidence.Include(e => e.Snapshot).SingleAsync())
        );
        Assert.Equal(
            (was.ConfirmedPlace!.Mark(), "ada", was.PlaceConfirmedAt),
            (now.ConfirmedPlace!.Mark(), now.PlaceConfirmedBy, now.PlaceConfirmedAt)
        );
        Assert.Equal(
            ("windows-1251", site.Url("/port"), "\"seven\"", "Tue, 12 May 2026 08:00:00 GMT"),
            (now.Snapshot!.Charset, now.Snapshot.FinalAddress, now.Snapshot.ETag, now.Snapshot.LastModified)
        );
    }

    private static Dictionary<string, string> Evidence(string address) =>
        new()
        {
            ["Evidence.Source"] = "Harbour office",
            ["Evidence.Address"] = address,
            ["Evidence.Quote"] = Quote,
            ["Evidence.Stance"] = "Supports",
            ["Evidence.Group"] = "harbour",
        };

    // A claim with watched evidence whose place somebody has confirmed, the one under that heading.
    private static async Task<long> ConfirmedAsync(
        DeskApp desk,
        SourceSite site,
        string path,
        string? page = null,
        string? heading = null
    )
    {
        if (page is not null)
            site.Serve(path, "text/html", page);
        var id = await desk.AddClaimAsync($"The port handles 90 ships a week ({path}).");
        var added = await desk.InScopeAsync(async services =>
        {
            var input = new EvidenceInput
            {
                Source = "Harbour office",
                Address = site.Url(path),
                Quote = Quote,
                Stance = Stance.Supports,
                Group = "harbour",
            };
            var places = await services
                .GetRequiredService<Web.Sources.Blocks.EvidencePage>()
                .FindAsync(input.Address, input.Quote, CancellationToken.None);
            return await services
                .GetRequiredService<ClaimEdits>()
                .AddEvidenceAsync(id, input, Ada, CancellationToken.None, places.Value);
        });
        var all = added.Value!.Places!.All;
        Assert.True(
            (await ConfirmAsync(desk, id, heading is null ? all[0] : all.Single(place => place.Heading == heading), Ada)).IsOk
        );
        return id;
    }

    private static Task<Result> ConfirmAsync(DeskApp desk, long id, QuotedPlace place, Actor who) =>
        desk.InScopeAsync(async services =>
            await services
                .GetRequiredService<ClaimEdits>()
                .ConfirmPlaceAsync(id, (await EvidenceAsync(desk, id)).Id, place.Mark(), who, CancellationToken.None)
        );

    private static Task<Evidence> EvidenceAsync(DeskApp desk, long id) =>
        desk.QueryAsync(db => db.Evidence.Include(e => e.Snapshot).SingleAsync(e => e.ClaimId == id));
}
