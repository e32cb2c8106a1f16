using System.CommandLine;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;
using ClaimTracker.Web.Intake;

namespace ClaimTracker.Web.Commands;

/// <summary><c>sentences</c>: text in, its sentences out, each with its place.</summary>
internal static class SentencesCommand
{
    public static Command Create(CommandStreams streams) =>
        RecordVerb.Create(
            "sentences",
            "Splits text into sentences. Offsets are UTF-16 code units into the text.",
            streams,
            InputKind.Text,
            json => json.SentencesJson,
            _ => Split
        );

    private static SentencesJson Split(InputRecord record) =>
        new(record.Id, [.. SentenceSplitter.Split(record.Text!).Select(span => SpanJson.Of(span, record.Text!))]);
}
