using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Jobs;

/// <summary>The queue's numbers are those of its tasks, whatever is done to these and however they were added up.</summary>
public sealed class TallyJobTests
{
    private static readonly Actor Bea = new("bea", new HashSet<string> { Roles.FactChecker });

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task The_numbers_follow_each_change_of_a_task(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        foreach (var wording in new[] { "There were 12 ships.", "There were 13 ships.", "There were 14 ships." })
            await desk.StartReviewAsync(await desk.AddClaimAsync(wording));
        await CompareAsync(desk);

        foreach (
            var change in new[]
            {
                "UPDATE tasks SET escalated_to = 'editor' WHERE id = (SELECT min(id) FROM tasks)",
                "UPDATE tasks SET role = 'editor', kind = 'event' WHERE id = (SELECT max(id) FROM tasks)",
                "UPDATE claims SET stage = 'Escalated' WHERE id = (SELECT min(claim_id) FROM tasks)",
                "UPDATE tasks SET leased_by = 'bea'",
                "UPDATE tasks SET status = 'Decided' WHERE id = (SELECT min(id) FROM tasks)",
                "UPDATE tasks SET kind = 'quote' WHERE id = (SELECT min(id) FROM tasks)",
                "UPDATE tasks SET status = 'Open' WHERE id = (SELECT min(id) FROM tasks)",
                "UPDATE tasks SET status = 'Cancelled'",
                "UPDATE tasks SET status = 'Open', escalated_to = NULL",
            }
        )
        {
            await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(change));
            await CompareAsync(desk);
        }

        await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM task_decisions"));
        await desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM tasks"));
        await CompareAsync(desk);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Adding_up_leaves_each_number_as_it_was_also_beside_changes(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.StartReviewAsync(await desk.AddClaimAsync("There were 12 ships."));
        for (var i = 0; i < 300; i++)
        {
            var role = i % 2 == 0 ? Roles.Editor : Roles.FactChecker;
            await desk.QueryAsync(db =>
                db.Tasks.Where(t => t.Status == ReviewTaskStatus.Open)
                    .ExecuteUpdateAsync(set => set.SetProperty(t => t.Role, role))
            );
        }

        var before = await desk.QueryAsync(db => db.TaskTallies.CountAsync());
        await Task.WhenAll(
            AddUpAsync(desk),
            AddUpAsync(desk),
            desk.StartReviewAsync(await desk.AddClaimAsync("There were 13 ships."))
        );
        await CompareAsync(desk);
        await AddUpAsync(desk);

        await CompareAsync(desk);
        Assert.InRange(before, 501, 1_000);
        Assert.InRange(await desk.QueryAsync(db => db.TaskTallies.CountAsync()), 1, 20);
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task Adding_up_public_changes_leaves_their_sum_as_it_was(DatabaseKind kind)
    {
        await using var desk = await DeskApp.StartAsync(kind);
        await desk.QueryAsync(async db =>
        {
            db.PublicChanges.AddRange(Enumerable.Range(0, 600).Select(_ => new PublicChange { Number = 1 }));
            return await db.SaveChangesAsync();
        });
        var before = await desk.QueryAsync(db => db.PublicChanges.SumAsync(c => c.Number));

        await Task.WhenAll(AddUpAsync(desk), AddUpAsync(desk));

        Assert.Equal(before, await desk.QueryAsync(db => db.PublicChanges.SumAsync(c => c.Number)));
        Assert.Equal(1, await desk.QueryAsync(db => db.PublicChanges.CountAsync()));
    }

    [Theory, MemberData(nameof(Database.Kinds), MemberType = typeof(Database))]
    public async Task A_number_that_is_no_longer_that_of_the_tasks_is_named(DatabaseKind kind)
    {
        await using var database = await Database.CreateAsync(kind);
        await using var desk = await DeskApp.StartAsync(database);
        await desk.StartReviewAsync(await desk.AddClaimAsync("There were 12 ships."));
        Assert.Equal("", (await database.RunAsync("verify")).Out);
        await desk.QueryAsync(db => db.TaskTallies.ExecuteUpdateAsync(set => set.SetProperty(t => t.Number, 5)));

        Assert.Contains(
            "queue: 5 open tasks of count, Researching, for fact-checker are noted, and there are 1.",
            (await database.RunAsync("verify")).Out,
            StringComparison.Ordinal
        );
    }

    private static Task<bool> AddUpAsync(DeskApp desk) =>
        desk.InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<TallyJob>(services).DoDueAsync(CancellationToken.None);
            return true;
        });

    private static async Task CompareAsync(DeskApp desk)
    {
        var counts = await desk.InScopeAsync(services =>
            services.GetRequiredService<QueueCounts>().ReadAsync(Bea, allRoles: true, CancellationToken.None)
        );
        var open = await desk.QueryAsync(db =>
            db.Tasks.AsNoTracking().Where(t => t.Status == ReviewTaskStatus.Open).ToListAsync()
        );
        Assert.Equal(open.Count, counts.Total);
        foreach (var stage in Enum.GetValues<Stage>())
            Assert.Equal(open.Count(t => t.ClaimStage == stage), counts.Of(stage));
        foreach (var kind in open.Select(t => t.Kind).Concat(counts.Kinds.Keys).Distinct())
            Assert.Equal(open.Count(t => t.Kind == kind), counts.Of(kind));
    }
}
