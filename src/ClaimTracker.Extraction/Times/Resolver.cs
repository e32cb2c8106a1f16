namespace ClaimTracker.Extraction.Times;

/// <summary>Settles which of several days, months or years a writer means, going by publication date and tense.</summary>
internal static class Resolver
{
    private const int LongestDelay = 4;

    /// <summary>The year for a day or month named without one.</summary>
    public static int? Year(in TimeReader reader, int month, int day)
    {
        if (reader.Today is not { } today)
        {
            return null;
        }

        return Nearest(
            reader,
            today,
            year =>
                DateTime.DaysInMonth(year, month) is var length && day <= length
                    ? new DateTime(year, month, day == 0 ? Math.Min(length, today.Day) : day)
                    : null
        );
    }

    /// <summary>The year for a day that stands elsewhere every year; null where the present one is not known.</summary>
    public static int? Year(in TimeReader reader, Func<int, DateTime> inYear) =>
        reader.Today is { } today ? Nearest(reader, today, year => inYear(year)) : null;

    /// <summary>"The 20th": of the month before, the present or the next one, whichever fits the tense best.</summary>
    /// <param name="reader">The sentence.</param>
    /// <param name="day">From 1 to 31.</param>
    /// <param name="weekday">The day of the week that it must be, from Sunday, 0; then it may lie up to a year away.</param>
    public static Period DayOfMonth(in TimeReader reader, int day, int weekday = -1)
    {
        var (best, least) = (default(Period), double.MaxValue);
        var reach = weekday < 0 ? 1 : 12;
        for (var shift = -reach; shift <= reach && reader.Today is { } today; shift++)
        {
            var first = today.AddMonths(shift);
            if (
                Calendar.Months(first.Year, first.Month, 1).From is { } month
                && Calendar.Day(month.Year, month.Month, day) is { From: { } from } period
                && (weekday < 0 || (int)from.DayOfWeek == weekday)
                && Cost(reader, (from - today).TotalDays) is var cost
                && cost < least
            )
            {
                (best, least) = (period, cost);
            }
        }

        return best;
    }

    private static int Nearest(in TimeReader reader, DateTime today, Func<int, DateTime?> inYear)
    {
        var (best, least) = (today.Year, double.MaxValue);
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
        {
            if (
                Calendar.IsYear(year)
                && inYear(year) is { } day
                && Cost(reader, (day - today).TotalDays) is var cost
                && cost < least
            )
            {
                (best, least) = (year, cost);
            }
        }

        return best;
    }

    private static double Cost(in TimeReader reader, double days) => days * Weight(reader.Tense, days);

    /// <summary>"Tuesday": the latest one that is not after publication; after "will" the first that is not before it.</summary>
    public static Period Weekday(in TimeReader reader, int weekday)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        var back = ((int)today.DayOfWeek - weekday + 7) % 7;
        var days = reader.Tense is Tense.Future or Tense.Will ? (7 - back) % 7 : -back;
        return Days(today, days);
    }

    /// <summary>The period of one whole day that lies so many days from <paramref name="day"/>.</summary>
    public static Period Days(DateTime day, int days) => Calendar.AddDays(day, days) is { } moved ? Calendar.Day(moved) : default;

    /// <summary>
    /// The season, half or quarter of the year that fits the tense best; the latest that has begun where nothing tells.
    /// </summary>
    public static Period Nearest(in TimeReader reader, Func<int, Period> inYear)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        var best = inYear(today.Year);
        if (reader.Tense is Tense.Future or Tense.Will)
        {
            return best.To <= today ? inYear(today.Year + 1) : best;
        }

        return best.From > today ? inYear(today.Year - 1) : best;
    }

    /// <summary>News looks back more often than ahead, and past or future verbs say which.</summary>
    private static double Weight(Tense tense, double days) =>
        (tense, days > 0) switch
        {
            // "Will shut on 13 April" is no past; but a story may be some days older than its page.
            (Tense.Will, false) when days < -LongestDelay => -400,
            (Tense.Future or Tense.Will, false) => -6,
            (Tense.Future or Tense.Will, true) => 1,
            (Tense.Past, true) => 400,
            (Tense.Said, true) => 30,
            (_, true) => 1.7,
            _ => -1,
        };
}
