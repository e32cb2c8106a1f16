using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;
using ClaimTracker.Web.Intake;

namespace ClaimTracker.Web.Commands;

/// <summary>A verb that turns each record of its input into one JSON value, in order.</summary>
internal static class RecordVerb
{
    /// <summary>Makes the command.</summary>
    /// <param name="name">The verb.</param>
    /// <param name="description">What <c>--help</c> says of it.</param>
    /// <param name="streams">What it reads from and writes to.</param>
    /// <param name="kind">What it works on.</param>
    /// <param name="json">How a result is written, out of the context for lines or the one for people.</param>
    /// <param name="prepare">From the arguments the function that is applied to each record.</param>
    /// <param name="options">The verb's own options.</param>
    public static Command Create<T>(
        string name,
        string description,
        CommandStreams streams,
        InputKind kind,
        Func<CommandJson, JsonTypeInfo<T>> json,
        Func<ParseResult, Func<InputRecord, T>> prepare,
        params Option[] options
    )
    {
        var files = new Argument<string[]>("FILE")
        {
            Arity = ArgumentArity.ZeroOrMore,
            Description = "Files to read (.txt, .html, .json, .ndjson); standard input where none is named.",
        };
        var ndjson = new Option<bool>("--ndjson") { Description = "Read one JSON record a line and write one a line." };
        var command = new Command(name, description) { files, ndjson };
        foreach (var option in options)
            command.Add(option);
        command.SetAction(
            async (parsed, cancel) =>
            {
                var lines = parsed.GetValue(ndjson);
                var apply = prepare(parsed);
                var records = new RecordReader(streams, kind).ReadAsync(parsed.GetValue(files) ?? [], lines, cancel);
                var code = CommandLine.Done;
                await foreach (var record in records)
                {
                    try
                    {
                        var (context, result) = (
                            lines || record.Streamed ? CommandJson.Plain : CommandJson.Indented,
                            apply(record)
                        );
                        await WriteAsync(streams.Out, result, json(context), cancel);
                        if (result is IRefusable { Refused: not null } && !record.Streamed)
                            code = CommandLine.BadInput;
                    }
                    catch (RecordRefusedException refused)
                    {
                        // What is read of the others stands; this one is named.
                        await streams.Error.WriteLineAsync($"claimtracker {name}: {record.Origin}: {refused.Message}");
                        code = CommandLine.BadInput;
                    }
                }

                return code;
            }
        );
        return command;
    }

    // One write and one flush a record: whoever pipes records through sees each result before sending the next.
    private static async Task WriteAsync<T>(Stream output, T value, JsonTypeInfo<T> json, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        JsonSerializer.Serialize(buffer, value, json);
        buffer.WriteByte((byte)'\n');
        await output.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancel);
        await output.FlushAsync(cancel);
    }
}
