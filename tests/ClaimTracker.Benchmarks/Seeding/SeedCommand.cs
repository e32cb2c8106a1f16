using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ClaimTracker.Web.Commands;
using ClaimTracker.Web.Commands.Desk;
using ClaimTracker.Web.Commands.Input;
using Microsoft.Extensions.DependencyInjection;

namespace ClaimTracker.Benchmarks.Seeding;

/// <summary><c>seed</c>: a database of made-up claims with a past, for load tests.</summary>
internal static class SeedCommand
{
    private const int Most = 100_000_000;

    /// <summary>Runs the verb: 0 where it was done, 1 where it failed, 2 where the arguments are wrong.</summary>
    public static async Task<int> RunAsync(string[] args, CommandStreams streams)
    {
        var parsed = Create(streams).Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? CommandLine.BadInput : code;
        }
        catch (InputException refused)
        {
            await streams.Error.WriteLineAsync($"seed: {refused.Message}");
            return CommandLine.BadInput;
        }
    }

    private static Command Create(CommandStreams streams)
    {
        var claims = new Option<int>("--claims")
        {
            Required = true,
            HelpName = "N",
            Description = "How many claims to add.",
        };
        return new Command("seed", "Adds made-up claims with articles, verdicts, reviews and audit.") { claims }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                var wanted = parsed.GetValue(claims);
                if (wanted is < 1 or > Most)
                    throw new InputException($"--claims: {wanted} is out of range; give 1 to {Most}.");
                var watch = Stopwatch.StartNew();
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                await DeskSeed
                    .Of(services)
                    .AddAsync(
                        wanted,
                        now,
                        done =>
                            streams.Error.Write($"\r{done:N0} of {wanted:N0} claims, {done / watch.Elapsed.TotalSeconds:N0}/s "),
                        cancel
                    );
                await streams.Error.WriteLineAsync();
                await streams.WriteLineAsync(
                    $$"""{"claims":{{wanted}},"seconds":{{watch.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)}}}"""
                );
                return CommandLine.Done;
            }
        );
    }
}
