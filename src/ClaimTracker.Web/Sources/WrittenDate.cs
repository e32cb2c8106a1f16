using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Web.Sources;

/// <summary>In which order a page writes day and month between slashes.</summary>
internal enum DayOrder
{
    /// <summary>Not known: "03/04/2023" is no date, "25/12/2023" is one.</summary>
    Unknown,

    /// <summary>As in Britain: "03/04/2023" is in April.</summary>
    DayFirst,

    /// <summary>As in America: "03/04/2023" is in March.</summary>
    MonthFirst,
}

/// <summary>A date as programs and English pages write it.</summary>
/// <param name="Day">The day.</param>
/// <param name="IsUtc">True of a stamp that ends in "Z": it tells an instant, and the outlet's own day may be another.</param>
internal readonly partial record struct WrittenDate(DateOnly Day, bool IsUtc)
{
    private const int LongestWritten = 1_000;
    private const int LongestLabel = 40;

    /// <summary>The first date of a text; null where it has none.</summary>
    public static WrittenDate? First(string? written, DayOrder order) =>
        All(written, order).Select(one => (WrittenDate?)one.Date).FirstOrDefault();

    /// <summary>
    /// The date that a text gives as that of publication: of "Updated 22 August 2025. First published 19 August 2025" the second.
    /// Null where it has none, or only those of updates.
    /// </summary>
    public static WrittenDate? Published(string? written, DayOrder order)
    {
        WrittenDate? plain = null;
        var end = 0;
        foreach (var (date, start, stop) in All(written, order))
        {
            var label = written![Math.Max(end, start - LongestLabel)..start];
            end = stop;
            if (PublishedLabel().IsMatch(label))
                return date;
            if (plain is null && !UpdatedLabel().IsMatch(label))
                plain = date;
        }

        return plain;
    }

    private static IEnumerable<(WrittenDate Date, int Start, int End)> All(string? written, DayOrder order)
    {
        if (string.IsNullOrWhiteSpace(written) || written.Length > LongestWritten)
            yield break;
        var end = 0;
        foreach (Match match in Written().Matches(written))
        {
            if (match.Index < end || Of(match, order) is not { } date)
                continue;
            end = match.Index + match.Length;
            yield return (date, match.Index, end);
        }
    }

    private static WrittenDate? Of(Match match, DayOrder order)
    {
        var (year, month, day) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
        if (match.Groups["name"] is { Success: true } name)
            month = Month(name.Value);
        if (match.Groups["a"].Success)
        {
            var (first, second) = (Number(match, "a"), Number(match, "b"));
            if (first <= 12 && second <= 12 && first != second && order == DayOrder.Unknown)
                return null;
            var dayFirst = first > 12 || (second <= 12 && order == DayOrder.DayFirst);
            (day, month) = dayFirst ? (first, second) : (second, first);
        }

        return year is >= 1990 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new WrittenDate(new DateOnly(year, month, day), match.Groups["utc"].Success)
            : null;
    }

    private static int Month(string name) =>
        Array.IndexOf(
            ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
            name[..3].ToLowerInvariant()
        ) + 1;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;

    // With dots the day stands first everywhere; with slashes only a number above twelve tells.
    [GeneratedRegex(
        """
            (?<!\d)(?<y>(?:19|20)\d\d)(?:[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|(?<m>\d\d)(?<d>\d\d))(?!\d)(?:[T\ ][\d:.]{4,18}(?<utc>Z))?
            | (?<!\d)(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>(?:19|20)\d\d)(?!\d)
            | (?<![\d/])(?<a>\d{1,2})/(?<b>\d{1,2})/(?<y>(?:19|20)\d\d)(?![\d/])
            | (?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th)?\.?(?:\s+of)?[\s-]+(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?[\s-]+(?<y>(?:19|20)\d\d)(?!\d)
            | \b(?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>(?:19|20)\d\d)(?!\d)
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Written();

    [GeneratedRegex(@"\b(?:published|posted|first|issued|released)\b", RegexOptions.IgnoreCase, RegexLimit.Milliseconds)]
    private static partial Regex PublishedLabel();

    [GeneratedRegex(
        @"\b(?:updated?|modified|changed|edited|revised|corrected|amended|reviewed)\b",
        RegexOptions.IgnoreCase,
        RegexLimit.Milliseconds
    )]
    private static partial Regex UpdatedLabel();
}
