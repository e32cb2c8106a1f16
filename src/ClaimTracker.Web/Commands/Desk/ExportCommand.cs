using System.CommandLine;
using ClaimTracker.Domain;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Transfer;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary>
/// <c>export</c>: the desk's articles, claims and verdicts, streamed. <c>import</c> reads the default format back.
/// </summary>
internal static class ExportCommand
{
    public static Command Create(CommandStreams streams)
    {
        var format = new Option<string>("--format")
        {
            DefaultValueFactory = _ => "ndjson",
            Description =
                "ndjson (all of it, what is withheld from readers too; import reads it back and withholds it), csv (a table of claims) or claimreview (schema.org, a published verdict a line).",
        };
        format.AcceptOnlyFromAmong("ndjson", "csv", "claimreview");
        var since = new Option<string?>("--since")
        {
            HelpName = "DATE",
            Description = "Only what came in or changed since that day.",
        };
        return new Command(
            "export",
            "Writes outlets with their licences, articles, claims, evidence and decided verdicts to standard output."
        )
        {
            format,
            since,
        }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                DateTime? from =
                    parsed.GetValue(since) is not { } written ? null
                    : RecordParser.Date(written.Trim()) is { } day ? day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
                    : throw new InputException($"--since: \"{written}\" is no date; write it as 2025-08-19.");
                var db = services.GetRequiredService<DeskDb>();
                var export = new DeskExport(db);
                switch (parsed.GetValue(format))
                {
                    case "csv":
                        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
                        await using (await db.OneMomentAsync(cancel))
                            await ClaimCsv.WriteAsync(export.ClaimsAsync(from, cancel), now, streams.Out, cancel);
                        break;
                    case "claimreview":
                        var desk = services.GetRequiredService<DeskSettings>();
                        await using (await db.OneMomentAsync(cancel))
                            await WriteReviewsAsync(export, from, desk, streams, cancel);
                        break;
                    default:
                        await export.WriteAsync(from, streams.Out, cancel);
                        break;
                }

                return CommandLine.Done;
            }
        );
    }

    private static async Task WriteReviewsAsync(
        DeskExport export,
        DateTime? since,
        DeskSettings desk,
        CommandStreams streams,
        CancellationToken cancel
    )
    {
        await foreach (var claim in export.ClaimsAsync(since, cancel))
        {
            if (ReviewOf(claim, desk) is { } written)
                await streams.WriteLineAsync(written);
        }
    }

    private static string? ReviewOf(Claim claim, DeskSettings desk) =>
        claim.PublishedVerdict is not { } verdict || claim.Publication == Publication.Suspended
            ? null
            : ClaimReviewJson
                .Of(
                    claim,
                    verdict,
                    claim.Corrections,
                    [.. claim.Appearances.OrderByDescending(a => a.Id).Select(AppearanceInContext.Of)],
                    desk
                )
                .ToJsonString(TransferJson.Options);
}
