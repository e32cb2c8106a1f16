namespace ClaimTracker.Extraction.Times;

/// <summary>Settles which of several days, months or years a writer means, going by publication date and tense.</summary>
internal static class Resolver
{
    /// <summary>The year for a day or month named without one.</summary>
    public static int? Year(in TimeReader reader, int month, int day)
    {
        if (reader.Today is not { } today)
        {
            return null;
        }

        var (best, least) = (today.Year, double.MaxValue);
        for (var year = today.Year - 1; year <= today.Year + 1; year++)
        {
            var length = DateTime.DaysInMonth(year, month);
            if (day > length)
            {
                continue;
            }

            var days = (new DateTime(year, month, day == 0 ? Math.Min(length, today.Day) : day) - today).TotalDays;
            var cost = days * Weight(reader.Tense, days);
            (best, least) = cost < least ? (year, cost) : (best, least);
        }

        return best;
    }

    /// <summary>"Tuesday": the latest one that is not after publication; after "will" the first that is not before it.</summary>
    public static Period Weekday(in TimeReader reader, int weekday)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        var back = ((int)today.DayOfWeek - weekday + 7) % 7;
        var days = reader.Tense == Tense.Future ? (7 - back) % 7 : -back;
        return Days(today, days);
    }

    /// <summary>The period of one whole day that lies so many days from <paramref name="day"/>.</summary>
    public static Period Days(DateTime day, int days) =>
        Calendar.AddDays(day, days) is { } moved ? Calendar.Day(moved) : default;

    /// <summary>The season, half or quarter of the year that fits the tense best; the latest that has begun where nothing tells.</summary>
    public static Period Nearest(in TimeReader reader, Func<int, Period> inYear)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        var best = inYear(today.Year);
        if (reader.Tense == Tense.Future)
        {
            return best.To <= today ? inYear(today.Year + 1) : best;
        }

        return best.From > today ? inYear(today.Year - 1) : best;
    }

    /// <summary>News looks back more often than ahead, and past or future verbs say which.</summary>
    private static double Weight(Tense tense, double days) => (tense, days > 0) switch
    {
        (Tense.Future, false) => -6,
        (Tense.Future, true) => 1,
        (Tense.Past, true) => 3,
        (_, true) => 1.7,
        _ => -1,
    };
}
