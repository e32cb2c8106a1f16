using System.CommandLine;
using System.Diagnostics;
using ClaimTracker.Web.Bench;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary><c>bench seed</c>: a database of made-up claims with a past, for load tests.</summary>
internal static class BenchCommand
{
    private const int Most = 100_000_000;

    public static Command Create(CommandStreams streams) => new("bench", "For load tests.") { Seed(streams) };

    private static Command Seed(CommandStreams streams)
    {
        var claims = new Option<int>("--claims") { Required = true, HelpName = "N", Description = "How many claims to add." };
        return new Command("seed", "Adds made-up claims with articles, verdicts, reviews and audit.") { claims }.OnDatabase(streams, async (parsed, services, cancel) =>
        {
            var wanted = parsed.GetValue(claims);
            if (wanted is < 1 or > Most)
                throw new InputException($"--claims: {wanted} is out of range; give 1 to {Most}.");
            var seed = new DeskSeed(services.GetRequiredService<DeskDb>(), services.GetRequiredService<WorkflowLibrary>(), services);
            var watch = Stopwatch.StartNew();
            await seed.AddAsync(wanted, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, done => streams.Error.Write($"\r{done:N0} of {wanted:N0} claims, {done / watch.Elapsed.TotalSeconds:N0}/s "), cancel);
            await streams.Error.WriteLineAsync();
            await streams.WriteLineAsync($$"""{"claims":{{wanted}},"seconds":{{watch.Elapsed.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)}}}""");
            return CommandLine.Done;
        });
    }
}
