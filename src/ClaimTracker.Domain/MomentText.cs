using System.Globalization;

namespace ClaimTracker.Domain;

/// <summary>
/// Dates as sentences write them, in the domain's refusals as on the pages: “19 Aug 2025, 14:05 UTC”, so that nobody takes two
/// writings of one instant for two.
/// </summary>
public static class MomentText
{
    /// <summary>An instant, in UTC.</summary>
    public static string Of(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant, in UTC.</summary>
    public static string Day(DateTime utc) => Day(DateOnly.FromDateTime(utc));

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
