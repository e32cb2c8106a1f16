using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Npgsql;

namespace ClaimTracker.Web.Tests.Jobs;

public sealed class OneAtATimeTests
{
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task One_is_in_and_the_next_enters_when_it_has_left(DatabaseKind kind)
    {
        await using var database = await Database.CreateAsync(kind);
        var once = new OneAtATime(database.ConnectionString);
        var first = await once.TryEnterAsync("look", CancellationToken.None);
        Assert.NotNull(first);
        Assert.Null(await once.TryEnterAsync("look", CancellationToken.None));
        await using (var other = await once.TryEnterAsync("sweep", CancellationToken.None))
            Assert.NotNull(other);

        await first.DisposeAsync();

        await using var next = await once.TryEnterAsync("look", CancellationToken.None);
        Assert.NotNull(next);
        Assert.False(next.Lost.IsCancellationRequested);
    }

    /// <summary>
    /// A node that is killed, or cut off, takes nothing with it: its connections end, and what it held with them.
    /// </summary>
    [Fact]
    public async Task A_turn_ends_with_its_connection_and_whoever_has_it_is_told()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Postgres);
        var (node, other) = (new OneAtATime(database.ConnectionString), new OneAtATime(database.ConnectionString));
        var held = await node.TryEnterAsync("look", CancellationToken.None);
        Assert.NotNull(held);
        var told = new TaskCompletionSource();
        await using var registration = held.Lost.Register(told.SetResult);
        Assert.Null(await other.TryEnterAsync("look", CancellationToken.None));

        await using var server = new NpgsqlConnection(database.ConnectionString);
        await server.OpenAsync(TestContext.Current.CancellationToken);
        await using var cut = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'claimtracker: look'",
            server
        );
        Assert.Equal(true, await cut.ExecuteScalarAsync(TestContext.Current.CancellationToken));

        await told.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await using var next = await EnterAsync(other);
        Assert.NotNull(next);
        await held.DisposeAsync();
        Assert.Null(await node.TryEnterAsync("look", CancellationToken.None));
    }

    /// <summary>Two nodes, or one that is asked twice: a page is fetched once.</summary>
    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Whoever_comes_while_a_job_is_under_way_leaves_it_alone(DatabaseKind kind)
    {
        await using var site = await SourceSite.StartAsync();
        await using var desk = await DeskApp.StartAsync(kind);
        await using var second = kind == DatabaseKind.Postgres ? await desk.StartAnotherAsync() : null;
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        site.Answer(
            "/slow",
            async context =>
            {
                asked.TrySetResult();
                await go.Task;
                context.Response.StatusCode = 404;
            }
        );
        await desk.AddEvidenceAsync(await desk.AddClaimAsync("It was counted."), "slow", site.Url("/slow"));

        var first = desk.DoDueAsync<ArchiveJob>();
        await asked.Task;
        await (second ?? desk).DoDueAsync<ArchiveJob>();
        go.SetResult();
        await first;

        Assert.Equal(1, site.Visits("/slow"));
    }

    // The server lets go of the lock when it ends the connection's process, a moment after it has closed the connection.
    private static async Task<OneAtATime.Turn?> EnterAsync(OneAtATime once)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (await once.TryEnterAsync("look", CancellationToken.None) is { } turn)
                return turn;
            await Task.Delay(50);
        }

        return null;
    }
}
