using System.Globalization;
using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Canonical;

/// <summary>
/// Writes a time so that it means the same on any day: "on 19 August 2025", "on the night of 18–19 August 2025".
/// </summary>
internal static class AbsoluteTime
{
    /// <summary>The wording with its preposition; null where the text's own words are as good or nothing is known.</summary>
    public static string? Of(string text, TimeReference time)
    {
        if (time.From is not { } from || HasYear(time.Span.In(text)))
            return null;
        if (time.To is not { } to)
            return Since(time.Span.In(text), from);
        if (from.Hour >= 17 && to.Date == from.Date.AddDays(1) && to.Hour is > 0 and <= 9)
        {
            return time.Basis == TimeBasis.Published && !NamesDay(time.Span.In(text))
                ? null
                : "on the night of " + Night(from, to);
        }

        if (from.TimeOfDay == TimeSpan.Zero && to == from.AddDays(1))
            return "on " + Day(from);
        if (from.Day == 1 && from.TimeOfDay == TimeSpan.Zero && to == from.AddMonths(1))
            return "in " + from.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        if (from is { Day: 1, Month: 1, Hour: 0 } && to == from.AddYears(1))
            return "in " + from.Year.ToString(CultureInfo.InvariantCulture);
        return from.Date == to.AddTicks(-1).Date && PartOfDay(time.Span.In(text)) is { } part
            ? $"on the {part} of {Day(from)}"
            : null;
    }

    /// <summary>"since March", "since Tuesday": open-ended, as exact as the text's own words.</summary>
    private static string? Since(ReadOnlySpan<char> words, DateTime from)
    {
        if (!words.StartsWith("since ", StringComparison.OrdinalIgnoreCase) || from.TimeOfDay != TimeSpan.Zero)
            return null;
        var month = from.ToString("MMMM", CultureInfo.InvariantCulture);
        if (words[6..].Equals(month, StringComparison.OrdinalIgnoreCase))
            return $"since {month} {from.Year}";
        return words.EndsWith("day", StringComparison.OrdinalIgnoreCase) ? "since " + Day(from) : null;
    }

    /// <summary>
    /// "Friday night" says which; "overnight" leaves open whether it is the night before the story or before its event.
    /// </summary>
    private static bool NamesDay(ReadOnlySpan<char> words) =>
        words.Contains("day", StringComparison.OrdinalIgnoreCase) || words.ContainsAnyInRange('0', '9');

    private static string Night(DateTime from, DateTime to) =>
        from.Month == to.Month
            ? string.Create(CultureInfo.InvariantCulture, $"{from.Day}–{Day(to)}")
            : $"{from.ToString("d MMMM", CultureInfo.InvariantCulture)}–{Day(to)}";

    private static string Day(DateTime day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string? PartOfDay(ReadOnlySpan<char> words)
    {
        foreach (var part in (ReadOnlySpan<string>)["morning", "afternoon", "evening"])
        {
            if (words.Contains(part, StringComparison.OrdinalIgnoreCase))
                return part;
        }

        return null;
    }

    private static bool HasYear(ReadOnlySpan<char> words)
    {
        var digits = 0;
        foreach (var c in words)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 4)
                return true;
        }

        return false;
    }
}
