using System.Globalization;
using ClaimTracker.Domain;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ClaimTracker.Web.Wording;

/// <summary>Dates as the pages write them: in the words of <see cref="MomentText"/>, readable by machines too.</summary>
public static class Moment
{
    /// <summary>An instant, in UTC.</summary>
    public static IHtmlContent Of(DateTime utc) =>
        Element(utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), Text(utc));

    /// <summary>The day of an instant, in UTC.</summary>
    public static IHtmlContent Day(DateTime utc) => Day(DateOnly.FromDateTime(utc));

    /// <summary>A day.</summary>
    public static IHtmlContent Day(DateOnly day) =>
        Element(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), MomentText.Day(day));

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
    public static string Text(DateTime utc) => MomentText.Of(utc);

    private static TagBuilder Element(string machine, string words)
    {
        var time = new TagBuilder("time");
        time.Attributes["datetime"] = machine;
        time.InnerHtml.Append(words);
        return time;
    }
}
