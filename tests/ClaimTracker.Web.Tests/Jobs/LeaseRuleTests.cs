using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>
/// Whether a hold lasts is asked in memory, by queries and by the statements that take sites and looks: over every case that
/// the columns can hold they answer alike.
/// </summary>
public sealed class LeaseRuleTests
{
    private const string Quote = "The port handled 90 ships a week in July.";
    private static readonly string[] Names = ["ada", "ben"];

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Memory_queries_and_statements_agree_which_hold_lasts(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.AddWatchedClaimAsync(Quote, "https://port.example/");
        await desk.StartReviewAsync(await desk.AddClaimAsync("There were 12 ships."));
        desk.Clock.Advance(TimeSpan.FromDays(31));
        await desk.InScopeAsync(async services =>
            await services.GetRequiredService<DueLooks>().AskAsync(default, CancellationToken.None)
        );
        var now = desk.Now.Kept();

        // The statements ask the running clock: what lasts, or is to come, does so for as long as this takes.
        var (latest, moment) = (ClockSkew.LatestAt(now), TimeSpan.FromMinutes(2));
        DateTime?[] taken = [null, now.AddHours(-1), now, latest, latest + moment, now.AddDays(400)];
        DateTime?[] ends = [null, now - moment, now, now + moment, latest + moment, now.AddDays(401)];
        foreach (var (at, until) in taken.SelectMany(at => ends.Select(until => (at, until))))
        {
            var lasts = Leases.Lasts(at, until, now);
            var said = await desk.QueryAsync(db => AnswersAsync(db, at, until, now));
            Assert.Equal((at, until, Free: !lasts, Held: lasts), (at, until, Free: said.Free, Held: said.Held));

            var byStatement = await TakenAsync(desk, at, until);
            Assert.Equal((at, until, (!lasts, !lasts, !lasts)), (at, until, byStatement));
        }
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Memory_and_queries_agree_for_whom_a_task_is_kept(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.StartReviewAsync(await desk.AddClaimAsync("There were 12 ships."));
        var now = desk.Now.Kept();
        string?[] kept = [null, .. Names];
        DateTime?[] dues = [null, now.AddSeconds(-1), now, now.AddSeconds(1)];
        string[][] bars =
        [
            [],
            ["ada"],
            ["ben"],
            ["ada", "ben"],
        ];
        foreach (
            var (heldFor, due, barred, called) in kept.SelectMany(heldFor =>
                dues.SelectMany(due =>
                    bars.SelectMany(barred => new[] { null, Roles.Editor }.Select(called => (heldFor, due, barred, called)))
                )
            )
        )
        {
            var forMe = await desk.QueryAsync(async db =>
            {
                await db.Tasks.ExecuteUpdateAsync(set =>
                    set.SetProperty(t => t.HeldFor, heldFor)
                        .SetProperty(t => t.DueAt, due)
                        .SetProperty(t => t.EscalatedTo, called)
                        .SetProperty(t => t.Barred, barred.ToList())
                );
                return await db.Tasks.AnyAsync(ReviewTask.NotKeptForAnother("ada", now));
            });

            var keptFor = ReviewTask.IsKept(heldFor, called, due, barred, now) ? heldFor : null;
            Assert.Equal((heldFor, due, called, keptFor is null or "ada"), (heldFor, due, called, forMe));
        }
    }

    // What queries say of a task, a site and a look with that hold; they have to say the same of each.
    private static async Task<(bool Free, bool Held)> AnswersAsync(DeskDb db, DateTime? at, DateTime? until, DateTime now)
    {
        await SetAsync(db, at, until);
        (bool, bool)[] said =
        [
            (await db.Tasks.AnyAsync(ReviewTask.FreeAt(now)), await db.Tasks.AnyAsync(ReviewTask.HeldAt(now))),
            (await db.Looks.AnyAsync(Leases.FreeAt<Look>(now)), await db.Looks.AnyAsync(Leases.HeldAt<Look>(now))),
            (
                await db.LookHosts.AnyAsync(Leases.FreeAt<LookHost>(now)),
                await db.LookHosts.AnyAsync(Leases.HeldAt<LookHost>(now))
            ),
        ];
        return Assert.Single(said.Distinct());
    }

    private static async Task<(bool Hosts, bool Host, bool Looks)> TakenAsync(DeskApp desk, DateTime? at, DateTime? until)
    {
        var hosts = await TryAsync(leases => leases.TakeHostsAsync("me", 9, CancellationToken.None));
        var host = await TryAsync(leases => leases.TakeHostAsync("me", "port.example", CancellationToken.None));
        var looks = await TryAsync(leases => leases.TakeLooksAsync("me", "port.example", CancellationToken.None));
        return (hosts.Count > 0, host, looks.Count > 0);

        Task<T> TryAsync<T>(Func<HostLeases, Task<T>> take) =>
            desk.InScopeAsync(async services =>
            {
                await SetAsync(services.GetRequiredService<DeskDb>(), at, until);
                return await take(services.GetRequiredService<HostLeases>());
            });
    }

    private static async Task SetAsync(DeskDb db, DateTime? at, DateTime? until)
    {
        await db.Tasks.ExecuteUpdateAsync(set => set.SetProperty(t => t.LeasedAt, at).SetProperty(t => t.LeaseUntil, until));
        await db.Looks.ExecuteUpdateAsync(set => set.SetProperty(l => l.LeasedAt, at).SetProperty(l => l.LeaseUntil, until));
        await db.LookHosts.ExecuteUpdateAsync(set => set.SetProperty(h => h.LeasedAt, at).SetProperty(h => h.LeaseUntil, until));
    }
}
