namespace ClaimTracker.Extraction.Times;

/// <summary>Parts of periods: "early 2021", "mid-August", "the end of the year", "late on Tuesday".</summary>
internal static class EdgeRules
{
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        var word = reader.Skip(at, Kind.The);
        var third = reader.KindAt(word) switch
        {
            Kind.Early or Kind.Beginning => 0,
            Kind.Mid or Kind.Middle => 1,
            Kind.Late or Kind.End => 2,
            _ => -1,
        };
        if (third < 0)
        {
            return default;
        }

        var of = reader.KindAt(word) is Kind.Beginning or Kind.Middle or Kind.End;
        var next = word + 1;
        if (of && reader.KindAt(next) != Kind.Of)
        {
            return default;
        }

        next = reader.Skip(reader.Skip(reader.Skip(reader.Skip(next, Kind.Of), Kind.Dash), Kind.On), Kind.In);
        var day = DayRules.Bare(reader, next);
        if (day.Found)
        {
            var end = day.End + (reader.KindAt(day.End) == Kind.DayPart ? 1 : 0);
            return new TimeMatch(at, end, OfDay(day.Period.From, third), Grain.DayPart);
        }

        var whole =
            reader.KindAt(next) == Kind.Ordinal || reader.KindAt(reader.Skip(next, Kind.The)) == Kind.Ordinal
                ? YearRules.Read(reader, next)
                : YearRules.Named(reader, next);
        return !whole.Found ? default : whole with { First = at, Period = Third(whole.Period, third), Month = 0 };
    }

    private static Period OfDay(DateTime? day, int third) =>
        day is not { } d
            ? default
            : third switch
            {
                0 => new Period(d, d.AddHours(9)),
                1 => new Period(d.AddHours(9), d.AddHours(17)),
                _ => new Period(d.AddHours(17), Calendar.AddDays(d, 1)),
            };

    /// <summary>
    /// A third of a year is four months, of a month ten days, of decades and centuries whole years, which may overlap, and of
    /// anything else a third of its days.
    /// </summary>
    private static Period Third(Period whole, int third)
    {
        if (whole is not { From: { } from, To: { } to })
        {
            return default;
        }

        var days = (to - from).TotalDays;
        var (begin, end) = days switch
        {
            > 364 and < 367 => ((DateTime?)from.AddMonths(third * 4), (DateTime?)from.AddMonths((third + 1) * 4)),
            > 27 and < 32 => (from.AddDays(third * 10), from.AddDays((third + 1) * 10)),
            > 3600 => (
                from.AddYears((to.Year - from.Year) * third / 3),
                from.AddYears((((to.Year - from.Year) * (third + 1)) + 2) / 3)
            ),
            _ => (from.AddDays((int)(days * third / 3)), from.AddDays((int)(days * (third + 1) / 3))),
        };
        return new Period(begin, third == 2 ? to : end);
    }
}
