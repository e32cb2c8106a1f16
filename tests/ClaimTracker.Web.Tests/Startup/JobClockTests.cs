using ClaimTracker.Benchmarks.Support;
using ClaimTracker.Web.Jobs;
using ClaimTracker.Web.Tests.Support;
using Npgsql;

namespace ClaimTracker.Web.Tests.Startup;

/// <summary>
/// Hangfire is only the clock: what a killed node has left in its storage holds up neither pages nor, once it is gone, the jobs.
/// </summary>
public sealed class JobClockTests
{
    private const string Registered = "SELECT count(*) FROM hangfire.set WHERE key = 'recurring-jobs'";
    private const string Done = "SELECT count(*) FROM hangfire.job WHERE statename = 'Succeeded'";

    [Fact]
    public async Task With_all_of_its_locks_held_pages_are_served_and_jobs_begin_when_they_are_released()
    {
        await using var database = await Database.CreateAsync(DatabaseKind.Postgres);
        await using var storage = new NpgsqlConnection(database.ConnectionString);
        await storage.OpenAsync(TestContext.Current.CancellationToken);
        await using (await StartAsync(database))
            await UntilAsync(storage, Registered, count => count == JobSetup.Schedule.Count);

        // Hangfire takes a lock by adding its row: here none can be added, as where each is there already. What was registered is
        // forgotten.
        await RunAsync(
            storage,
            """
            CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
            CREATE TRIGGER held BEFORE INSERT ON hangfire.lock FOR EACH ROW EXECUTE FUNCTION held();
            DELETE FROM hangfire.set; DELETE FROM hangfire.hash; DELETE FROM hangfire.job
            """
        );
        await using var server = await StartAsync(database);
        using var reader = new DeskBrowser(server.Address);
        Assert.Equal(200, (await reader.OpenAsync("/setup")).Status);
        Assert.Equal(0, await CountAsync(storage, Registered));

        await RunAsync(storage, "DROP TRIGGER held ON hangfire.lock");

        await UntilAsync(storage, Registered, count => count == JobSetup.Schedule.Count);
        await UntilAsync(storage, Done, count => count > 0);
    }

    private static Task<ServerProcess> StartAsync(Database database) =>
        ServerProcess.StartAsync(database.ConnectionString, FreePort.Find(), "--Jobs:Enabled", "true");

    private static async Task RunAsync(NpgsqlConnection storage, string statement)
    {
        await using var command = new NpgsqlCommand(statement, storage);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<long> CountAsync(NpgsqlConnection storage, string query)
    {
        await using var command = new NpgsqlCommand(query, storage);
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task UntilAsync(NpgsqlConnection storage, string query, Func<long, bool> enough)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            try
            {
                if (enough(await CountAsync(storage, query)))
                    return;
            }
            catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.UndefinedTable)
            {
                // The tables are being made.
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"After a minute this still gives {await CountAsync(storage, query)}: {query}");
    }
}
