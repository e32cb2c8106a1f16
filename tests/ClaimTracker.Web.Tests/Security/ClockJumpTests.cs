using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Security;

/// <summary>The server's clock runs 400 days ahead for a moment and comes back.</summary>
public sealed class ClockJumpTests
{
    private static readonly TimeSpan Jump = TimeSpan.FromDays(400);

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Nothing_is_fresh_held_or_locked_by_what_the_wrong_clock_said_and_verify_names_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var verified = await desk.AddWatchedClaimAsync("It was counted.");
        var held = await desk.AddClaimAsync("The fair drew 70,000 visitors.");
        await desk.StartReviewAsync(held);
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        using var reader = desk.Browser();

        desk.Clock.Advance(Jump);
        await desk.ChangeClaimAsync(verified, claim => claim.VerifyByPerson("eve", [], new RecheckPolicy(), desk.Now));
        var task = await desk.OpenTaskAsync(held);
        await desk.InScopeAsync(async services =>
        {
            Assert.True(
                (
                    await services
                        .GetRequiredService<Web.Work.TaskLeases>()
                        .TakeAsync(task.Id, Deciding.Ada, CancellationToken.None)
                ).IsOk
            );
            return true;
        });
        for (var i = 0; i < 8; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await SignInAsync(reader, "ben", "no password at all");
        }

        Assert.Contains("too many tries", (await SignInAsync(reader, "ben", DeskApp.Password)).Text, StringComparison.Ordinal);
        desk.Clock.Advance(-Jump);

        Assert.Equal(Freshness.Stale, (await desk.ClaimAsync(verified)).FreshnessAt(desk.Now));
        var shown = (await reader.OpenAsync($"/claims/{verified}")).Text;
        Assert.Contains("Not known: a clock was wrong", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(
            desk.Now.Add(Jump).Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
            (await reader.OpenAsync("/?freshness=stale")).Text,
            StringComparison.Ordinal
        );
        Assert.Contains("handles 90 ships", (await reader.OpenAsync("/?freshness=stale")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("handles 90 ships", (await reader.OpenAsync("/?freshness=fresh")).Text, StringComparison.Ordinal);

        var findings = (await desk.Database.RunAsync("verify")).Out;
        Assert.Contains($"claim {verified}: it was last verified", findings, StringComparison.Ordinal);
        Assert.Contains($"task {task.Id} of claim {held}: ada would hold it", findings, StringComparison.Ordinal);
        Assert.Contains("person ben: the pause after wrong passwords would end", findings, StringComparison.Ordinal);

        Assert.Contains(
            "fair drew 70,000",
            (await ada.OpenAsync("/desk")).Html.QuerySelector("[aria-labelledby=open]")!.TextContent,
            StringComparison.Ordinal
        );
        await desk.InScopeAsync(async services =>
        {
            Assert.True(
                (
                    await services
                        .GetRequiredService<Web.Work.TaskLeases>()
                        .TakeAsync(task.Id, Deciding.Ben, CancellationToken.None)
                ).IsOk
            );
            return true;
        });
        Assert.Equal("ben", (await desk.OpenTaskAsync(held)).HolderAt(desk.Now));
        Assert.Equal("/desk", (await SignInAsync(reader, "ben", DeskApp.Password)).Address.AbsolutePath);
        await desk.LookAsync();
        Assert.True((await desk.ClaimAsync(verified)).UnderRecheck);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Who_is_deactivated_stays_out_whatever_the_clock_and_the_lockout_say(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddPersonAsync("root", Roles.Administrator);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        await SetActiveAsync(desk, "ben", false);
        using var browser = desk.Browser();
        foreach (var jump in new[] { TimeSpan.Zero, Jump, -Jump, -Jump })
        {
            desk.Clock.Advance(jump);
            Assert.Contains(
                "too many tries",
                (await SignInAsync(browser, "ben", DeskApp.Password)).Text,
                StringComparison.Ordinal
            );
        }

        desk.Clock.Advance(Jump);
        await SetActiveAsync(desk, "ben", true);
        Assert.Equal("/desk", (await SignInAsync(browser, "ben", DeskApp.Password)).Address.AbsolutePath);
    }

    [Fact]
    public async Task A_pause_lasts_its_length_by_the_desks_clock()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        await desk.AddPersonAsync("ben", Roles.FactChecker);
        using var browser = desk.Browser();
        for (var i = 0; i < 8; i++)
        {
            desk.Clock.Advance(TimeSpan.FromMinutes(1));
            await SignInAsync(browser, "ben", "no password at all");
        }

        Assert.Contains("too many tries", (await SignInAsync(browser, "ben", DeskApp.Password)).Text, StringComparison.Ordinal);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("/desk", (await SignInAsync(browser, "ben", DeskApp.Password)).Address.AbsolutePath);
        Assert.Equal(
            0,
            await desk.QueryAsync(db => db.Users.Where(p => p.UserName == "ben").Select(p => p.AccessFailedCount).SingleAsync())
        );
        Assert.IsType<DeskUsers>(
            await desk.InScopeAsync(services => Task.FromResult(services.GetRequiredService<UserManager<Person>>()))
        );
    }

    private static Task<DeskPage> SignInAsync(DeskBrowser browser, string name, string password) =>
        browser.SubmitAsync("/signin", new() { ["Input.Name"] = name, ["Input.Password"] = password });

    private static Task<bool> SetActiveAsync(DeskApp desk, string name, bool active) =>
        desk.InScopeAsync(async services =>
        {
            Assert.True(
                (await services.GetRequiredService<PersonRegister>().SetActiveAsync(name, active, CancellationToken.None)).IsOk
            );
            return true;
        });
}
