using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ClaimTracker.Web.Wording;

/// <summary>Dates as the pages write them: “19 Aug 2025, 14:05 UTC”, readable by machines too.</summary>
public static class Moment
{
    /// <summary>An instant, in UTC.</summary>
    public static IHtmlContent Of(DateTime utc) =>
        Element(utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), Text(utc));

    /// <summary>The day of an instant, in UTC.</summary>
    public static IHtmlContent Day(DateTime utc) => Day(DateOnly.FromDateTime(utc));

    /// <summary>A day.</summary>
    public static IHtmlContent Day(DateOnly day) =>
        Element(
            day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
        );

    /// <summary>A length of time by its two largest units: “2 d 4 h”, “12 min”.</summary>
    public static string Length(TimeSpan time) =>
        time switch
        {
            { TotalDays: >= 1 } => $"{time.Days} d{(time.Hours > 0 ? $" {time.Hours} h" : "")}",
            { TotalHours: >= 1 } => $"{time.Hours} h{(time.Minutes > 0 ? $" {time.Minutes} min" : "")}",
            { TotalMinutes: >= 1 } => $"{time.Minutes} min",
            _ => $"{time.Seconds} s",
        };

    /// <summary>An instant as plain text.</summary>
    public static string Text(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static TagBuilder Element(string machine, string words)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = machine;
        time.InnerHtml.Append(words);
        return time;
    }
}
