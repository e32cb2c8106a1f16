using ClaimTracker.Web.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Web.Tests.Support;

/// <summary>Runs jobs as the clock does, each in a scope of its own.</summary>
internal static class Jobs
{
    /// <summary>One run of a job, as Hangfire asks for it.</summary>
    public static Task DoDueAsync<TJob>(this DeskApp desk)
        where TJob : IJob =>
        desk.InScopeAsync(async services =>
        {
            await ActivatorUtilities.CreateInstance<JobRun<TJob>>(services).RunAsync(CancellationToken.None);
            return true;
        });

    /// <summary>Looks at all that is due, as each server's own loop does. Returns how many looks were made.</summary>
    public static Task<int> LookAsync(this DeskApp desk) =>
        desk.InScopeAsync(services => services.GetRequiredService<LookSweep>().RunAsync(TestContext.Current.CancellationToken));

    /// <summary>The same, a while later.</summary>
    public static Task<int> LookAsync(this DeskApp desk, TimeSpan later)
    {
        desk.Clock.Advance(later);
        return desk.LookAsync();
    }

    /// <summary>Publishes a claim that stands on sources at those addresses, each watched for <paramref name="quote"/>.</summary>
    public static async Task<long> AddWatchedClaimAsync(this DeskApp desk, string quote, params string[] urls)
    {
        var id = await desk.AddClaimAsync($"The port handles 90 ships a week ({Guid.NewGuid():N}).");
        foreach (var url in urls)
            await desk.AddEvidenceAsync(id, url, url, quote, watched: true);
        await desk.PublishAsync(id, addEvidence: urls.Length == 0);
        return id;
    }

    /// <summary>Changes what is stored behind the program's back, as damage does.</summary>
    public static Task DamageAsync(this DeskApp desk, string statement) =>
        desk.QueryAsync(db => db.Database.ExecuteSqlRawAsync(statement));

    /// <summary>
    /// Has the database refuse each change of that row that meets the condition, as a constraint, a full disk or a bug of ours
    /// would.
    /// </summary>
    public static Task RefuseAsync(this DeskApp desk, string table, string when, string change = "UPDATE") =>
        desk.QueryAsync(async db =>
        {
            var name = $"refuse_{Guid.NewGuid():N}";
            await db.Database.ExecuteSqlRawAsync(
                db.IsPostgres
                    ? $"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'this row is refused'; END $$; CREATE TRIGGER {name} BEFORE {change} ON {table} FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION {name}()"
                    : $"CREATE TRIGGER {name} BEFORE {change} ON {table} FOR EACH ROW WHEN {when} BEGIN SELECT RAISE(ABORT, 'this row is refused'); END"
            );
            return true;
        });
}
