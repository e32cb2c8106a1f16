using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Startup;

public sealed class HealthTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Late_work_is_named_and_takes_no_node_out_of_service(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var browser = desk.Browser();
        Assert.Equal((200, "Healthy"), await AskAsync(browser, "/health/ready"));
        var id = await desk.AddWatchedClaimAsync("It was counted.", "https://port.example/a");
        desk.Clock.Advance(TimeSpan.FromDays(31));

        var late = (await ReadAsync(browser)).Body["late"]!.AsArray();

        Assert.Equal(["archive evidence", "find due re-checks"], late.Select(job => (string)job!["job"]!).Order());
        Assert.All(late, job => Assert.Equal(1, (int)job!["number"]!));
        Assert.Equal(
            (await desk.ClaimAsync(id)).NextAttemptAt,
            (DateTime)late.Single(job => (string)job!["job"]! == "find due re-checks")!["oldest"]!
        );
        Assert.Equal((200, "Degraded"), await AskAsync(browser, "/health/ready"));
        Assert.Equal((200, "Healthy"), await AskAsync(browser, "/health/live"));
        using var eve = await desk.SignInAsync("eve", Roles.Editor);
        Assert.Contains("find due re-checks: 1 late", (await eve.OpenAsync("/desk")).Text, StringComparison.Ordinal);

        await desk.LookAsync();
        Assert.DoesNotContain(
            (await ReadAsync(browser)).Body["late"]!.AsArray(),
            job => (string)job!["job"]! == "find due re-checks"
        );
        desk.Clock.Advance(TimeSpan.FromMinutes(66));
        Assert.Contains(
            (await ReadAsync(browser)).Body["late"]!.AsArray(),
            job => (string)job!["job"]! == "look at watched sources"
        );

        // Somebody who has the site for 300 days makes no look either; one who took it just now does.
        await HoldAsync(TimeSpan.FromDays(300));
        Assert.Contains(
            (await ReadAsync(browser)).Body["late"]!.AsArray(),
            job => (string)job!["job"]! == "look at watched sources"
        );
        var verified = (await desk.Database.RunAsync("verify")).Out;
        Assert.Contains("longer than any server has one", verified, StringComparison.Ordinal);
        await HoldAsync(Look.Lease);
        Assert.DoesNotContain(
            (await ReadAsync(browser)).Body["late"]!.AsArray(),
            job => (string)job!["job"]! == "look at watched sources"
        );

        Task<int> HoldAsync(TimeSpan length)
        {
            var now = desk.Now;
            return desk.QueryAsync(db =>
                db.LookHosts.ExecuteUpdateAsync(set =>
                    set.SetProperty(h => h.LeasedBy, "other")
                        .SetProperty(h => h.LeasedAt, now)
                        .SetProperty(h => h.LeaseUntil, now + length)
                )
            );
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_node_that_cannot_read_its_database_is_alive_and_not_ready(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        using var browser = desk.Browser();
        await desk.DamageAsync("ALTER TABLE timers RENAME TO timers_gone");

        Assert.Equal((503, "Unhealthy"), await AskAsync(browser, "/health/ready"));
        Assert.Equal((200, "Healthy"), await AskAsync(browser, "/health/live"));
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_said_and_takes_no_node_out_of_service()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        using var browser = desk.Browser();
        var id = await desk.AddWatchedClaimAsync("It was counted.", "https://port.example/a");
        await desk.DamageAsync($"UPDATE claims SET next_attempt_at = '2020-13-45' WHERE id = {id}");

        var (status, body) = await ReadAsync(browser);

        Assert.Equal((200, "Degraded"), (status, (string)body["status"]!));
        Assert.Contains(
            "find due re-checks: 1 late, since when could not be read",
            (string)body["reason"]!,
            StringComparison.Ordinal
        );
    }

    private static async Task<(int Status, string Word)> AskAsync(DeskBrowser browser, string path)
    {
        using var answer = await browser.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (
            (int)answer.StatusCode,
            (string)JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["status"]!
        );
    }

    private static async Task<(int Status, JsonNode Body)> ReadAsync(DeskBrowser browser)
    {
        using var answer = await browser.Http.GetAsync(
            new Uri("/health/ready", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return (
            (int)answer.StatusCode,
            JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!
        );
    }
}
