using System.CommandLine;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Transfer;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary><c>export</c>: the desk's articles, claims and verdicts, streamed. <c>import</c> reads the default format back.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandStreams streams)
    {
        var format = new Option<string>("--format") { DefaultValueFactory = _ => "ndjson", Description = "ndjson (all of it; import reads it back) or csv (a table of claims)." };
        format.AcceptOnlyFromAmong("ndjson", "csv");
        var since = new Option<string?>("--since") { HelpName = "DATE", Description = "Only what came in or changed since that day." };
        return new Command("export", "Writes articles, claims, evidence and decided verdicts to standard output.") { format, since }.OnDatabase(streams, async (parsed, services, cancel) =>
        {
            DateTime? from = parsed.GetValue(since) is not { } written ? null
                : RecordParser.Date(written.Trim()) is { } day ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
                : throw new InputException($"--since: \"{written}\" is no date; write it as 2025-08-19.");
            var export = new DeskExport(services.GetRequiredService<DeskDb>());
            if (parsed.GetValue(format) == "csv")
                await WriteCsvAsync(export, from, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, streams, cancel);
            else
                await export.WriteAsync(from, streams.Out, cancel);
            return CommandLine.Done;
        });
    }

    private static async Task WriteCsvAsync(DeskExport export, DateTime? since, DateTime now, CommandStreams streams, CancellationToken cancel)
    {
        await using var moment = await export.BeginAsync(cancel);
        await streams.WriteLineAsync(ClaimCsv.Header);
        await foreach (var claim in export.ClaimsAsync(since, cancel))
            await streams.WriteLineAsync(ClaimCsv.Line(claim, now));
    }
}
