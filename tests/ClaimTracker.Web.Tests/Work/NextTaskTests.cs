using ClaimTracker.Domain;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static ClaimTracker.Web.Tests.Support.Deciding;

namespace ClaimTracker.Web.Tests.Work;

public sealed class NextTaskTests
{
    // More than a page of the queue.
    private const int Many = 30;

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Thirty_people_at_once_on_two_servers_are_given_thirty_tasks_and_the_next_one_none(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await using var other = await desk.StartAnotherAsync();
        await AddTasksAsync(desk, Many);

        var given = await Task.WhenAll(
            Enumerable.Range(0, Many).Select(i => NextAsync(i % 2 == 0 ? desk : other, Checker($"person{i}")))
        );
        var late = await NextAsync(other, Checker("late"));

        Assert.Equal(0, given.Count(task => task is null));
        Assert.Equal(Many, given.Select(task => task!.TaskId).Distinct().Count());
        Assert.Null(late);
        var tasks = await desk.QueryAsync(db => db.Tasks.AsNoTracking().ToListAsync());
        Assert.Equal(Many, tasks.Select(t => t.HolderAt(desk.Now)).Distinct().Count());
        Assert.All(tasks, t => Assert.True(t.Revision > 0));
        Assert.Equal(Many, await desk.QueryAsync(db => db.AuditEntries.CountAsync(e => e.Action == "take task")));
        Assert.Equal(0, (await desk.Database.RunAsync("verify")).Code);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Says_that_there_is_none_only_once_who_was_choosing_it_has_taken_it(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var (task, _) = (await AddTasksAsync(desk, 1))[0];
        await using var chooser = await Chooser.OfAsync(desk, task);

        var waiting = Task.Run(() => NextAsync(desk, Checker("ada")), TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        await chooser.LeaveAsync();

        Assert.Equal(task, (await waiting)?.TaskId);
    }

    [Fact]
    public async Task Passes_over_what_another_is_choosing_on_PostgreSQL()
    {
        await using var desk = await DeskApp.StartAsync(DatabaseKind.Postgres);
        var tasks = await AddTasksAsync(desk, 2);
        await using var chooser = await Chooser.OfAsync(desk, tasks[0].Task);

        Assert.Equal(tasks[1].Task, (await NextAsync(desk, Checker("ada")))?.TaskId);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Finds_the_task_behind_many_that_the_person_proposed(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        foreach (var (_, claim) in await AddTasksAsync(desk, Many))
        {
            await desk.AddEvidenceAsync(claim, "harbour");
            await desk.MustDecideAsync(claim, Both("ada"), "Proposed", Verdict());
        }

        Assert.Null(await NextAsync(desk, Both("ada")));
        var free = (await AddTasksAsync(desk, 1))[0];
        Assert.Equal(free.Task, (await NextAsync(desk, Both("ada")))?.TaskId);
        Assert.NotNull(await NextAsync(desk, Both("bea")));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Finds_the_task_behind_many_that_others_hold_and_that_stand_still(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var tasks = await AddTasksAsync(desk, (2 * Many) + 1);
        for (var i = 0; i < Many; i++)
            Assert.NotNull(await NextAsync(desk, Checker("bea")));
        await desk.QueryAsync(db =>
            db.Reviews.Where(r => tasks.Skip(Many).Take(Many).Select(t => t.Claim).Contains(r.ClaimId))
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.Status, ReviewStatus.Held))
        );

        Assert.Equal(tasks[^1].Task, (await NextAsync(desk, Checker("ada")))?.TaskId);
        Assert.Null(await NextAsync(desk, Checker("ada")));
        desk.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(tasks[0].Task, (await NextAsync(desk, Checker("ada")))?.TaskId);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Gives_what_is_due_first_of_all_roles_and_of_the_kind_that_is_asked_for(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var tasks = await AddTasksAsync(desk, 3);
        await desk.QueryAsync(db =>
            db.Tasks.Where(t => t.Id == tasks[1].Task)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(t => t.Role, Roles.Editor).SetProperty(t => t.QueueOrder, desk.Now.AddDays(-1))
                )
        );
        await desk.QueryAsync(db =>
            db.Tasks.Where(t => t.Id == tasks[2].Task)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(t => t.EscalatedTo, Roles.Editor).SetProperty(t => t.QueueOrder, desk.Now.AddDays(-2))
                )
        );

        Assert.Null(await NextAsync(desk, Checker("ada"), "attack-count"));
        Assert.Equal(tasks[2].Task, (await NextAsync(desk, Actor("eve", Roles.Editor), "count"))?.TaskId);
        Assert.Equal(tasks[1].Task, (await NextAsync(desk, Both("eli")))?.TaskId);
        Assert.Equal(tasks[0].Task, (await NextAsync(desk, Both("eli")))?.TaskId);
        Assert.Null(await NextAsync(desk, Both("eli")));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Gives_a_vote_to_several_and_to_nobody_twice(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        var claim = await desk.AddClaimAsync("There were 12 ships.");
        await desk.AddEvidenceAsync(claim, "harbour");
        await desk.StartReviewAsync(claim, "chamber");
        await desk.MustDecideAsync(claim, Ada, "Proposed", Verdict());
        var task = await desk.OpenTaskAsync(claim);

        Assert.Equal(task.Id, (await NextAsync(desk, Eve))?.TaskId);
        Assert.Equal(task.Id, (await NextAsync(desk, Eli))?.TaskId);
        await desk.MustDecideAsync(claim, Eve, "For");
        Assert.Null(await NextAsync(desk, Eve));
        Assert.Equal(task.Id, (await NextAsync(desk, Eli))?.TaskId);
    }

    private static Actor Checker(string name) => Actor(name, Roles.FactChecker);

    private static Actor Both(string name) => Actor(name, Roles.FactChecker, Roles.Editor);

    private static Actor Actor(string name, params string[] roles) => new(name, new HashSet<string>(roles));

    private static Task<GivenTask?> NextAsync(DeskApp desk, Actor actor, string? kind = null) =>
        desk.InScopeAsync(async services =>
        {
            var given = await services
                .GetRequiredService<NextTask>()
                .TakeAsync(actor, kind, TestContext.Current.CancellationToken);
            Assert.True(given.IsOk, given.Refusal?.Message);
            return given.Value;
        });

    /// <summary>Reviews with their first task open, in the order of their deadlines.</summary>
    private static async Task<List<(long Task, long Claim)>> AddTasksAsync(DeskApp desk, int count)
    {
        List<(long, long)> added = [];
        for (var i = 0; i < count; i++)
        {
            var claim = await desk.AddClaimAsync($"There were {i} ships.");
            await desk.StartReviewAsync(claim, "standard-review");
            added.Add(((await desk.OpenTaskAsync(claim)).Id, claim));
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return added;
    }

    /// <summary>Somebody who has locked a task and not yet leased it.</summary>
    private sealed class Chooser(System.Data.Common.DbConnection connection) : IAsyncDisposable
    {
        public static async Task<Chooser> OfAsync(DeskApp desk, long task)
        {
            var isPostgres = desk.ConnectionString.Contains("Host=", StringComparison.Ordinal);
            var chooser = new Chooser(
                isPostgres ? new NpgsqlConnection(desk.ConnectionString) : new SqliteConnection(desk.ConnectionString)
            );
            await chooser.RunAsync(isPostgres ? $"BEGIN; SELECT 1 FROM tasks WHERE id = {task} FOR UPDATE" : "BEGIN IMMEDIATE");
            return chooser;
        }

        public Task LeaveAsync() => RunAsync("ROLLBACK");

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private async Task RunAsync(string statement)
        {
            if (connection.State != System.Data.ConnectionState.Open)
                await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }
}
