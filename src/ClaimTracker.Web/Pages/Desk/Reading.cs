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

    /// <summary>A time's first and last instant, local to the article.</summary>
    public static string Of(ClaimTime time) => (time.From, time.To) switch
    {
        (null, null) => "not resolved",
        ({ } from, null) => $"from {Instant(from)}",
        (null, { } to) => $"until {Instant(to)}",
        ({ } from, { } to) when from.TimeOfDay == TimeSpan.Zero && to == from.AddDays(1) => from.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        ({ } from, { } to) => $"{Instant(from)} to {Instant(to)}",
    };

    private static string Number(double? value) => value?.ToString("#,0.##", CultureInfo.InvariantCulture) ?? "unknown";

    private static string Instant(DateTime at) =>
        at.ToString(at.TimeOfDay == TimeSpan.Zero ? "d MMM yyyy" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);
}
