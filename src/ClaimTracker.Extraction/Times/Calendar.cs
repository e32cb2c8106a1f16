namespace ClaimTracker.Extraction.Times;

/// <summary>A stretch of time; the end is exclusive, null is open or unknown.</summary>
internal readonly record struct Period(DateTime? From, DateTime? To)
{
    /// <summary>Shifts by whole days; keeps what is open open.</summary>
    public Period AddDays(int days) => new(Calendar.AddDays(From, days), Calendar.AddDays(To, days));
}

/// <summary>Arithmetic on days, weeks, months and years that stays within the calendar.</summary>
internal static class Calendar
{
    private const int LastYear = 9990;

    public static Period Day(DateTime day) => new(day, AddDays(day, 1));

    public static Period Day(int year, int month, int day) =>
        month is >= 1 and <= 12 && IsYear(year) && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? Day(new DateTime(year, month, day))
            : default;

    public static Period Month(int year, int month) => Months(year, month, 1);

    public static Period Months(int year, int month, int count)
    {
        var index = (year * 12) + month - 1;
        return IsYear(index / 12) ? new(new DateTime(index / 12, (index % 12) + 1, 1), AddMonths(index, count)) : default;
    }

    public static Period Year(int year) => Years(year, 1);

    public static Period Years(int year, int count) =>
        IsYear(year) && IsYear(year + count) ? new(new DateTime(year, 1, 1), new DateTime(year + count, 1, 1)) : default;

    /// <summary>The week from Monday that holds <paramref name="day"/>.</summary>
    public static Period Week(DateTime day) => Week(day, 0);

    public static Period Week(DateTime day, int offset) =>
        new Period(AddDays(day, -(((int)day.DayOfWeek + 6) % 7)), AddDays(day, 7 - (((int)day.DayOfWeek + 6) % 7))).AddDays(
            offset * 7
        );

    /// <summary>Seasons by whole months, winter from December of the year before.</summary>
    public static Period Season(int year, int season) => season == 0 ? Months(year - 1, 12, 3) : Months(year, season * 3, 3);

    public static Period Quarter(int year, int quarter) => Months(year, ((quarter - 1) * 3) + 1, 3);

    public static DateTime? AddDays(DateTime? day, int days) =>
        day is { } d && IsYear(d.Year + (days / 365)) && d.Ticks + (days * TimeSpan.TicksPerDay) is > 0 and < 3155378975999999999
            ? d.AddDays(days)
            : null;

    public static bool IsYear(int year) => year is > 0 and < LastYear;

    private static DateTime? AddMonths(int index, int count) =>
        IsYear((index + count) / 12) ? new DateTime((index + count) / 12, ((index + count) % 12) + 1, 1) : null;
}
