using System.Globalization;
using Npgsql;

namespace ClaimTracker.Benchmarks.Load;

/// <summary>
/// Processor time that a page costs: the server's process, which on SQLite is all, and on PostgreSQL the processes that serve the
/// database's connections, where they run on this machine.
/// </summary>
internal sealed class ProcessorClock(ServerNode node, string? postgres)
{
    // What the kernel counts in: a hundredth of a second on every Linux.
    private const double Tick = 0.01;

    /// <summary>True where the database's own processes are counted.</summary>
    public bool CountsDatabase { get; private set; } = true;

    /// <summary>Seconds taken so far.</summary>
    public async Task<double> ReadAsync() => node.Taken.TotalSeconds + (postgres is null ? 0 : await BackendsAsync(postgres));

    private async Task<double> BackendsAsync(string connection)
    {
        var sum = 0.0;
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        );
        await using var pids = await command.ExecuteReaderAsync();
        while (await pids.ReadAsync())
        {
            var stat = $"/proc/{pids.GetInt32(0)}/stat";
            if (
                File.Exists(stat)
                && (await File.ReadAllTextAsync(stat)) is var line
                && line.Contains("(postgres)", StringComparison.Ordinal)
            )
            {
                // After the name: state is the first field, user and system time the twelfth and thirteenth.
                var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
                sum +=
                    (
                        double.Parse(fields[11], CultureInfo.InvariantCulture)
                        + double.Parse(fields[12], CultureInfo.InvariantCulture)
                    ) * Tick;
            }
            else
            {
                CountsDatabase = false;
            }
        }

        return sum;
    }
}
