using System.IO.Compression;
using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Domain;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>What sites do to whoever looks at them, and a server that dies while it looks.</summary>
public sealed class LookFaultTests
{
    private const string Quote = "The port handled 90 ships a week in July.";

    private static readonly TimeSpan Month = TimeSpan.FromDays(31);

    [Fact]
    public async Task A_look_that_cannot_be_read_puts_its_site_off_and_the_sweep_ends()
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Sqlite);
        site.Write("/port", Quote);
        var id = await desk.AddWatchedClaimAsync(Quote, site.Url("/port"));
        await desk.DoDueAsync<ArchiveJob>();
        using var ada = await desk.SignInAsync("ada", Roles.FactChecker);
        await ada.SubmitAsync($"/desk/claims/{id}", [], button: "Look now");
        await desk.QueryAsync(db => db.Database.ExecuteSqlAsync($"UPDATE claims SET next_attempt_at = 'soon' WHERE id = {id}"));

        Assert.Equal(0, await desk.LookAsync());

        var host = await desk.QueryAsync(db => db.LookHosts.SingleAsync());
        Assert.True(host.FreeAt > desk.Now, $"{host.FreeAt}");
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_body_without_end_a_slow_drip_and_a_bomb_are_one_bounded_attempt_each_said_in_words(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind, "--Intake:Timeout", "00:00:02", "--Intake:MaxBytes", "200000");
        site.Answer("/endless", context => WriteAsync(context, new byte[1 << 14], TimeSpan.Zero));
        site.Answer("/drip", context => WriteAsync(context, "x"u8.ToArray(), TimeSpan.FromMilliseconds(100)));
        site.Answer(
            "/bomb",
            async context =>
            {
                (context.Response.ContentType, context.Response.Headers.ContentEncoding) = ("text/html", "gzip");
                await using var zip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
                for (var i = 0; i < 64; i++)
                    await zip.WriteAsync(new byte[1 << 20]);
            }
        );
        site.Write("/port", Quote);
        Dictionary<string, long> ids = [];
        foreach (var path in new[] { "/endless", "/drip", "/bomb", "/port" })
            ids[path] = await desk.AddWatchedClaimAsync(Quote, site.Url(path));

        Assert.Equal(4, await desk.LookAsync(Month));

        Assert.Equal(RecheckOutcome.Unchanged, (await desk.ClaimAsync(ids["/port"])).LastAttemptOutcome);
        foreach (
            var (path, words) in new[]
            {
                ("/endless", "larger than"),
                ("/drip", "did not deliver the page within 2 seconds"),
                ("/bomb", "larger than"),
            }
        )
        {
            Assert.Equal(
                (RecheckOutcome.Unreachable, 1),
                ((await desk.ClaimAsync(ids[path])).LastAttemptOutcome, site.Visits(path))
            );
            Assert.Contains(
                words,
                await desk.QueryAsync(db => db.Looks.Where(l => l.ClaimId == ids[path]).Select(l => l.Words!).SingleAsync()),
                StringComparison.Ordinal
            );
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_redirect_to_a_private_address_is_one_attempt_that_reaches_nothing_said_in_words(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var inside = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(
            kind,
            "--Intake:AllowPrivateAddresses",
            "false",
            "--Intake:InternalHosts:0",
            site.Address.Authority
        );
        inside.Write("/port", Quote);
        Dictionary<string, string> targets = new()
        {
            ["/a"] = inside.Url("/port"),
            ["/b"] = "http://127.0.0.1/port",
            ["/c"] = "http://169.254.169.254/latest/meta-data",
        };
        Dictionary<string, long> ids = [];
        foreach (var (path, target) in targets)
        {
            site.Answer(
                path,
                context =>
                {
                    context.Response.Redirect(target);
                    return Task.CompletedTask;
                }
            );
            ids[path] = await desk.AddWatchedClaimAsync(Quote, site.Url(path));
        }

        Assert.Equal(3, await desk.LookAsync(Month));

        foreach (
            var (path, words) in new[]
            {
                ("/a", "redirects to where we do not go"),
                ("/b", "at no public address"),
                ("/c", "at no public address"),
            }
        )
        {
            Assert.Equal(
                (RecheckOutcome.Unreachable, 1),
                ((await desk.ClaimAsync(ids[path])).LastAttemptOutcome, site.Visits(path))
            );
            Assert.Contains(
                words,
                await desk.QueryAsync(db => db.Looks.Where(l => l.ClaimId == ids[path]).Select(l => l.Words!).SingleAsync()),
                StringComparison.Ordinal
            );
        }

        Assert.Equal(0, inside.Visits("/port"));
    }

    /// <summary>A sample. Ten thousand looks, and another server that takes over by itself: the benchmark sweep-kills.</summary>
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_server_killed_in_the_middle_of_a_sweep_loses_no_look_and_writes_none_twice(DatabaseKind kind)
    {
        const int Claims = 6;
        const int Answered = 2;
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        foreach (var path in Paths(Claims))
        {
            site.Write(path, Quote);
            await desk.AddWatchedClaimAsync(Quote, site.Url(path));
        }

        await desk.DoDueAsync<ArchiveJob>();
        await desk.QueryAsync(db =>
            db.Claims.ExecuteUpdateAsync(set => set.SetProperty(c => c.NextAttemptAt, desk.Now.AddMinutes(-1)))
        );

        // However fast it is, it dies in the middle: the third page comes once it is dead.
        var (asked, dead) = (0, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        foreach (var path in Paths(Claims))
        {
            site.Answer(
                path,
                async context =>
                {
                    if (Interlocked.Increment(ref asked) > Answered)
                        await dead.Task;
                    context.Response.ContentType = "text/html";
                    await context.Response.WriteAsync($"<p>{Quote}</p>");
                }
            );
        }

        await using (
            var killed = await ServerProcess.StartAsync(
                desk.ConnectionString,
                FreePort.Find(),
                "--Jobs:Enabled",
                "true",
                "--Intake:AllowPrivateAddresses",
                "true",
                "--Looks:Pause",
                "00:00:00"
            )
        )
        {
            await UntilAsync(async () => Volatile.Read(ref asked) > Answered && await MadeAsync(desk) == Answered);
            await killed.KillAsync();
        }

        dead.SetResult();
        Assert.Equal(Claims - Answered, await desk.LookAsync(Look.Lease));

        Assert.Equal(
            Claims,
            await desk.QueryAsync(db => db.Looks.CountAsync(l => l.Outcome == RecheckOutcome.Unchanged && l.ClosedAt != null))
        );
        Assert.Equal(Claims, await desk.QueryAsync(db => db.Looks.CountAsync()));
        Assert.Equal(Claims, await desk.QueryAsync(db => db.Claims.CountAsync(c => c.LastVerifier == Verifier.Machine)));
        Assert.Equal(Claims, await desk.QueryAsync(db => db.AuditEntries.CountAsync(e => e.Action == "look")));

        // Each was kept once, before, and looked at once; only what was in flight is fetched again.
        Assert.Equal((2 * Claims) + 1, Paths(Claims).Sum(site.Visits));
    }

    private static IEnumerable<string> Paths(int count) => Enumerable.Range(0, count).Select(i => $"/{i}");

    private static async Task WriteAsync(HttpContext context, byte[] part, TimeSpan pause)
    {
        context.Response.ContentType = "text/html";
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(pause, context.RequestAborted);
        }
    }

    private static Task<int> MadeAsync(DeskApp desk) => desk.QueryAsync(db => db.Looks.CountAsync(l => l.Outcome != null));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var tries = 0; !await isSo(); tries++)
        {
            Assert.True(tries < 300, "The server has not made the looks within 30 seconds.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }
}
