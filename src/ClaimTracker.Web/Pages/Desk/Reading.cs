using System.Globalization;
using ClaimTracker.Domain;

namespace ClaimTracker.Web.Pages.Desk;

/// <summary>What the reader of articles understood, in words that a fact-checker can hold against the text.</summary>
public static class Reading
{
    /// <summary>A figure with its comparator, unit and what is counted.</summary>
    public static string Of(ClaimFigure figure)
    {
        var amount = figure.Comparator switch
        {
            "range" => $"{Number(figure.Low)} to {Number(figure.High)}",
            "gt" => $"more than {Number(figure.Value ?? figure.Low)}",
            "gte" => $"at least {Number(figure.Value ?? figure.Low)}",
            "lt" => $"less than {Number(figure.Value ?? figure.High)}",
            "lte" => $"at most {Number(figure.Value ?? figure.High)}",
            "approx" => $"about {Number(figure.Value)}",
            _ => Number(figure.Value),
        };
        return string.Join(' ', new[] { amount, figure.Unit, figure.Counted }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>A time's first and last day, or its instants where it is finer than days; local to the article.</summary>
    public static string Of(ClaimTime time)
    {
        if (time is { From: null, To: null })
            return "not resolved";
        // The end is exclusive: what ends at midnight has the day before as its last.
        var inDays = IsMidnight(time.From) && IsMidnight(time.To);
        var from = inDays ? Day(time.From) : Instant(time.From);
        var to = inDays ? Day(time.To?.AddDays(-1)) : Instant(time.To);
        return from is null ? $"until {to}"
            : to is null ? $"from {from}"
            : from == to ? from
            : $"{from} to {to}";
    }

    private static string Number(double? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "unknown";

    private static bool IsMidnight(DateTime? at) => at is null || at.Value.TimeOfDay == TimeSpan.Zero;

    private static string? Day(DateTime? at) => at is { } day ? MomentText.Day(day) : null;

    private static string? Instant(DateTime? at) =>
        at is { } instant ? string.Create(CultureInfo.InvariantCulture, $"{MomentText.Day(instant)}, {instant:HH:mm}") : null;
}
