using System.CommandLine;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Times;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;
using ClaimTracker.Web.Intake;

namespace ClaimTracker.Web.Commands;

/// <summary><c>times</c>: text in, the times that it states out.</summary>
internal static class TimesCommand
{
    public static Command Create(CommandStreams streams)
    {
        var published = TextOptions.Published();
        return RecordVerb.Create(
            "times",
            "Finds the times that a text states, resolved against its day of publication where that is known.",
            streams,
            InputKind.Text,
            json => json.TimesJson,
            parsed =>
            {
                var day = parsed.GetValue(published);
                return record => Find(record, record.PublishedAt ?? day);
            },
            published
        );
    }

    private static TimesJson Find(InputRecord record, DateOnly? published)
    {
        var text = record.Text!;
        var found = TimeScanner.ScanAll(text, SentenceSplitter.Split(text), published);
        return new TimesJson(record.Id, [.. found.Select(time => TimeJson.Of(time, text))]);
    }
}
