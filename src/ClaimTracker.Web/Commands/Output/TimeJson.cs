using System.Globalization;
using System.Text.Json;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Web.Commands.Output;

/// <summary>A time. <c>from</c> and <c>to</c> are local to the article, to the minute; <c>to</c> is exclusive.</summary>
internal sealed record TimeJson(int Start, int End, string Text, string? From, string? To, string? Basis)
{
    public static TimeJson Of(TimeReference time, string text) =>
        new(time.Span.Start, time.Span.End, time.Span.Of(text), Written(time.From), Written(time.To), Named(time.Basis));

    private static string? Named(TimeBasis? basis) =>
        basis switch
        {
            TimeBasis.Published => "published",
            TimeBasis.Dateline => "dateline",
            TimeBasis.DayNamed => "day-named",
            null => null,
            _ => throw new InvalidOperationException($"The basis {basis} has no name."),
        };

    private static string? Written(DateTime? instant) =>
        instant?.ToString(instant.Value.Second == 0 ? "yyyy-MM-ddTHH:mm" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>What <c>times</c> prints of one text.</summary>
internal sealed record TimesJson(JsonElement Id, IReadOnlyList<TimeJson> Times);
