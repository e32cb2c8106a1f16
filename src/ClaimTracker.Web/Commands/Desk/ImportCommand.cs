using System.CommandLine;
using System.Text;
using System.Text.Json;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Intake;
using ClaimTracker.Web.Transfer;

namespace ClaimTracker.Web.Commands.Desk;

/// <summary><c>import</c>: articles or an export in, counts out. What is there already is met, not added again.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandStreams streams)
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Articles (.txt, .html, .json, .ndjson) or an export; standard input where none is named.",
        };
        var ndjson = new Option<bool>("--ndjson")
        {
            Description = "One JSON record a line: {id, title?, publishedAt?, url?, outlet?, text | html}.",
        };
        var published = new Option<string?>("--published")
        {
            HelpName = "DATE",
            Description = "The day of publication of what does not say its own.",
        };
        var outlet = new Option<string?>("--outlet")
        {
            HelpName = "NAME",
            Description = "Who published it, whatever it says itself.",
        };
        return new Command("import", "Takes articles in, with their claims, or reads an export back.")
        {
            files,
            ndjson,
            published,
            outlet,
        }.OnDatabase(
            streams,
            async (parsed, services, cancel) =>
            {
                services.GetRequiredService<Acting>().BeginRepeatable("system:import");
                var asked = new IntakeDetails(null, parsed.GetValue(outlet), Date(parsed.GetValue(published)));
                var run = new Run(
                    streams,
                    asked,
                    ActivatorUtilities.CreateInstance<DeskImport>(services),
                    ActivatorUtilities.CreateInstance<ArticleImport>(services)
                );
                var lines = parsed.GetValue(ndjson);
                try
                {
                    foreach (var file in parsed.GetValue(files) is { Length: > 0 } named ? named : new string?[] { null })
                    {
                        await run.ReadAsync(
                            file,
                            lines || (file is not null && Path.GetExtension(file).ToLowerInvariant() is ".ndjson" or ".jsonl"),
                            cancel
                        );
                    }
                }
                finally
                {
                    // A bad line stops the reading; what came before it is stored all the same.
                    await run.EndAsync(cancel);
                }

                return run.Refused ? CommandLine.Failed : CommandLine.Done;
            }
        );
    }

    private static DateOnly? Date(string? written) =>
        string.IsNullOrWhiteSpace(written)
            ? null
            : RecordParser.Date(written.Trim())
                ?? throw new InputException($"--published: \"{written}\" is no date; write it as 2025-08-19.");

    private sealed class Run(CommandStreams streams, IntakeDetails asked, DeskImport export, ArticleImport articles)
    {
        public bool Refused => articles.Counts.Refused + export.Counts.Refused > 0;

        public async Task ReadAsync(string? file, bool lines, CancellationToken cancel)
        {
            if (file is not null && SourceReader.IsTable(file))
                throw new InputException(SourceReader.TableRefused(file));
            if (lines)
            {
                await ReadLinesAsync(file, cancel);
                return;
            }

            var reader = new RecordReader(streams, InputKind.TextOrHtml);
            await foreach (var record in reader.ReadAsync(file is null ? [] : [file], false, cancel))
                await AddAsync(record, cancel);
        }

        public async Task EndAsync(CancellationToken cancel)
        {
            await articles.FlushAsync(cancel);
            await export.EndAsync(Complain, cancel);
            var counts = new ImportCounts();
            counts.Add(articles.Counts);
            counts.Add(export.Counts);
            await streams.WriteLineAsync(
                $$"""{"articles":{{counts.Articles}},"claims":{{counts.Claims}},"known":{{counts.Known}},"refused":{{counts.Refused}}}"""
            );
        }

        private async Task ReadLinesAsync(string? file, CancellationToken cancel)
        {
            await using var stream = file is null ? streams.In : RecordReader.Open(file);
            using var reader = new StreamReader(stream, new UTF8Encoding(false), true, 1 << 16);
            var isExport = false;
            for (var number = 1; await reader.ReadLineAsync(cancel) is { } line; number++)
            {
                if (string.IsNullOrWhiteSpace(line))
                    continue;
                var origin = $"{file ?? "stdin"}:{number}";
                isExport = isExport || line.Contains($"\"{TransferJson.Header}\"", StringComparison.Ordinal);
                if (!isExport)
                    await AddAsync(RecordParser.Parse(line, origin, InputKind.TextOrHtml), cancel);
                else if (await export.AddAsync(Parse(line, origin), origin, Complain, cancel) is { } mistake)
                    throw new InputException($"{origin}: {mistake}");
            }
        }

        private async Task AddAsync(InputRecord record, CancellationToken cancel)
        {
            if (await articles.AddAsync(record, asked, cancel) is { } reason)
                Complain($"{record.Origin}: {reason}");
        }

        private static JsonElement Parse(string line, string origin)
        {
            try
            {
                return JsonElement.Parse(line);
            }
            catch (JsonException mistake)
            {
                throw new InputException(
                    $"{origin}: not valid JSON at character {mistake.BytePositionInLine + 1}; the export is damaged or was cut off."
                );
            }
        }

        private void Complain(string message) => streams.Error.WriteLine($"claimtracker import: {message}");
    }
}
