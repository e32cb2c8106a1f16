using System.CommandLine;
using ClaimTracker.Extraction.Quantities;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Sentences;
using ClaimTracker.Extraction.Times;
using ClaimTracker.Web.Commands.Input;
using ClaimTracker.Web.Commands.Output;
using ClaimTracker.Web.Intake;

namespace ClaimTracker.Web.Commands;

/// <summary><c>quantities</c>: text in, the figures that it states out.</summary>
internal static class QuantitiesCommand
{
    public static Command Create(CommandStreams streams) =>
        RecordVerb.Create(
            "quantities",
            "Finds the figures that a text states: value, bounds, comparator, unit, and what is counted.",
            streams,
            InputKind.Text,
            json => json.QuantitiesJson,
            _ => Find
        );

    private static QuantitiesJson Find(InputRecord record)
    {
        var text = record.Text!;
        var found = new List<Quantity>();
        var times = new List<TimeReference>();
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            // A figure that belongs to a date is no quantity, so the times are read first.
            times.Clear();
            TimeScanner.Scan(text, sentence, record.PublishedAt, times);
            QuantityScanner.Scan(text, sentence, times, found);
        }

        return new QuantitiesJson(record.Id, [.. found.Select(quantity => QuantityJson.Of(quantity, text))]);
    }
}
