using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Pages.Desk.Rechecks;

/// <summary>What people see of a site that looks ask, and what they do with it.</summary>
public sealed class SiteTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    // After a check that found nothing new the next one is due after 45 days.
    private static readonly TimeSpan Later = TimeSpan.FromDays(48);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_site_that_was_stopped_is_not_asked_until_it_is_resumed_and_both_are_audited(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        Assert.Equal(1, await desk.LookAsync(Month));
        var (host, visits) = (site.Address.Authority, site.Visits("/port"));
        using var eve = await desk.SignInAsync("eve", Roles.Editor);

        var refused = await eve.SubmitAsync($"/desk/rechecks/sites/{host}", new() { ["because"] = " " }, button: "Stop");
        var stopped = await eve.SubmitAsync(refused, new() { ["because"] = "They asked us to stay away." }, button: "Stop");

        Assert.Contains("Say why nothing is to be asked", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Stopped by eve", stopped.Text, StringComparison.Ordinal);
        Assert.Contains("They asked us to stay away.", stopped.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.LookAsync(Later));
        Assert.False(
            await desk.InScopeAsync(services =>
                services.GetRequiredService<HostLeases>().TakeHostAsync("a-server", host, default)
            )
        );
        Assert.Equal(visits, site.Visits("/port"));
        Assert.Equal(Freshness.Due, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));
        await SignInAgainAsync(eve, "eve");
        Assert.Contains(
            $"Nothing happens by itself: the looks at {host} are stopped.",
            (await eve.OpenAsync("/desk/rechecks")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            await desk.InScopeAsync(services => services.GetRequiredService<LateWork>().ReadAsync(default)),
            late => late.Job == "look at watched sources"
        );

        await eve.SubmitAsync($"/desk/rechecks/sites/{host}", [], button: "Resume");

        Assert.Equal(1, await desk.LookAsync());
        Assert.Equal(Freshness.Fresh, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));
        var subject = $"site/{host}";
        Assert.Equal(
            [("stop looks", "eve"), ("resume looks", "eve")],
            await desk.QueryAsync(async db =>
                (await db.AuditEntries.Where(e => e.Subject == subject).OrderBy(e => e.Sequence).ToListAsync()).ConvertAll(e =>
                    (e.Action, e.Who)
                )
            )
        );
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_server_that_walks_a_site_loses_it_when_it_is_stopped(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await InAsync(desk, leases => leases.TakeHostAsync("a-server", "port.example", default));
        Assert.Equal(["port.example"], await InAsync(desk, leases => leases.ProlongAsync("a-server", ["port.example"], default)));

        await desk.AddPersonAsync("eve", Roles.Editor);
        var stopped = await desk.InScopeAsync(services =>
        {
            services.GetRequiredService<Web.Data.Interceptors.Acting>().Name = "eve";
            return services.GetRequiredService<SiteDesk>().StopAsync("port.example", "They asked us.", default);
        });

        Assert.True(stopped.IsOk, stopped.Refusal?.Message);
        Assert.Empty(await InAsync(desk, leases => leases.ProlongAsync("a-server", ["port.example"], default)));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Everything_on_a_site_is_looked_at_with_the_other_sources_of_its_verdicts(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var other = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        foreach (var path in new[] { "/a", "/b" })
            site.Write(path, Quote);
        other.Write("/c", Quote);
        long[] ids =
        [
            await desk.AddWatchedClaimAsync(Quote, site.Url("/a"), other.Url("/c")),
            await desk.AddWatchedClaimAsync(Quote, site.Url("/b")),
        ];
        var elsewhere = await desk.AddWatchedClaimAsync(Quote, other.Url("/c"));
        Assert.Equal(4, await desk.LookAsync(Month));
        desk.Clock.Advance(TimeSpan.FromHours(5));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        var address = $"/desk/rechecks/sites/{site.Address.Authority}";

        var asked = await ada.SubmitAsync(address, [], button: "Look at everything here now");
        var before = desk.Now;
        Assert.Contains("That came to 2 looks.", asked.Text, StringComparison.Ordinal);
        Assert.Equal(3, await desk.LookAsync());

        Assert.Contains("None is to be made now", (await ada.OpenAsync(address)).Text, StringComparison.Ordinal);
        Assert.All(ids, id => Assert.True(desk.ClaimAsync(id).Result.LastVerifiedAt >= before));
        Assert.True((await desk.ClaimAsync(elsewhere)).LastVerifiedAt < before);
        Assert.Equal(0, await desk.QueryAsync(db => db.Reviews.CountAsync(r => r.DefinitionId == "recheck")));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task No_site_is_called_well_that_no_look_was_answered_by(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind, "--Intake:Timeout", "00:00:01");
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await desk.DoDueAsync<ArchiveJob>();

        Assert.Contains("Not asked by a look yet, so nothing is known of it", await TextAsync(), StringComparison.Ordinal);
        await desk.LookAsync(Month);
        Assert.Contains("Answered when it was last asked", await TextAsync(), StringComparison.Ordinal);
        site.Answer("/port", context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await desk.LookAsync(Later);
        var silent = await TextAsync();
        Assert.Contains("No answer, or asked to be left alone, the last time", silent, StringComparison.Ordinal);
        Assert.DoesNotContain("Answered", silent, StringComparison.Ordinal);

        // Another who leaves the site without having asked it says nothing better of it.
        desk.Clock.Advance(TimeSpan.FromMinutes(2));
        await using (
            await desk.InScopeAsync(services =>
                services.GetRequiredService<HostTurns>().EnterAsync(site.Address.Authority, TimeSpan.Zero, default)
            )
        ) { }

        Assert.Contains("No answer, or asked to be left alone", await TextAsync(), StringComparison.Ordinal);
        Assert.Contains(site.Address.Authority, (await ada.OpenAsync("/desk/rechecks")).Text, StringComparison.Ordinal);
        Assert.Equal(Freshness.Due, (await desk.ClaimAsync(id)).FreshnessAt(desk.Now));

        async Task<string> TextAsync()
        {
            await SignInAgainAsync(ada, "ada");
            return (await ada.OpenAsync($"/desk/rechecks/sites/{site.Address.Authority}")).Text;
        }
    }

    [Fact]
    public async Task Only_the_desk_looks_and_only_editors_and_administrators_stop()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.QueryAsync(async db =>
        {
            db.LookHosts.Add(new LookHost("port.example", desk.Now));
            return await db.SaveChangesAsync();
        });
        Assert.False(await desk.QueryAsync(db => db.AuditEntries.AnyAsync(e => e.Subject == "site/port.example")));
        const string Address = "/desk/rechecks/sites/port.example";
        using var stranger = desk.Browser();
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        using var rob = await desk.SignInAsync("rob", Roles.Reader);
        using var root = await desk.SignInAsync("root", Roles.Administrator);
        foreach (var page in new[] { "/desk/rechecks", "/desk/rechecks/calendar", "/desk/rechecks/sites", Address })
        {
            Assert.Equal("/signin", (await stranger.OpenAsync(page)).Address.AbsolutePath);
            Assert.Equal(200, (await rob.OpenAsync(page)).Status);
        }

        Assert.Equal(404, (await ada.OpenAsync("/desk/rechecks/sites/nowhere.example")).Status);
        Assert.Empty((await rob.OpenAsync(Address)).Html.QuerySelectorAll("main button"));

        // A form that they would not be shown any more.
        await desk.AddPersonAsync("chief", Roles.Administrator);
        var form = await root.OpenAsync(Address);
        await desk.InScopeAsync(services =>
            services.GetRequiredService<Web.Security.PersonRegister>().SetRolesAsync("root", [Roles.Reader], default)
        );
        var refused = await root.SubmitAsync(form, new() { ["because"] = "Too slow." }, button: "Stop");
        Assert.Contains("does not hold", refused.Text, StringComparison.Ordinal);
        Assert.Equal(0, await desk.QueryAsync(db => db.LookHosts.CountAsync(h => h.StoppedAt != null)));
        Assert.DoesNotContain(
            "button class=\"danger\"",
            (await ada.OpenAsync(Address)).Html.Body!.InnerHtml,
            StringComparison.Ordinal
        );
    }

    // A session ends long before the next check.
    private static Task<DeskPage> SignInAgainAsync(DeskBrowser browser, string name) =>
        browser.SubmitAsync("/signin", new() { ["Input.Name"] = name, ["Input.Password"] = DeskApp.Password });

    private static Task<T> InAsync<T>(DeskApp desk, Func<HostLeases, Task<T>> work) =>
        desk.InScopeAsync(services => work(services.GetRequiredService<HostLeases>()));
}
