namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Days that news names instead of dating: "Christmas Day", "Good Friday", "New Year's Eve 2021", "the Easter weekend".
/// </summary>
internal static class HolidayRules
{
    /// <summary>Reads the holiday whose first word stands at <paramref name="at"/>.</summary>
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        if (
            reader.KindAt(at) is not (Kind.Other or Kind.Holiday or Kind.Month)
            || reader[at].Length < 2
            || !char.IsUpper(reader.Word(at)[0])
            || reader.Word(at - 1) is "Orthodox"
            || DescribesAThing(reader, at + 1)
        )
        {
            return default;
        }

        foreach (var holiday in Holidays.Beginning(reader.Word(at)))
        {
            if (reader.Reads(at, holiday.Name, out var end) && (!holiday.Alone || MeansTheDay(reader, at, end)))
            {
                return Resolve(reader, at, end, holiday);
            }
        }

        return default;
    }

    /// <summary>"a Halloween-themed film".</summary>
    private static bool DescribesAThing(in TimeReader reader, int dash) =>
        reader.KindAt(dash) == Kind.Dash
        && reader.IsTight(dash)
        && reader.IsTight(dash + 1)
        && char.IsAsciiLetterLower(reader.Word(dash + 1) is [var first, ..] ? first : ' ');

    private static TimeMatch Resolve(in TimeReader reader, int at, int end, Holiday holiday)
    {
        var year = DateRules.YearAt(reader, end, out var yearEnd);
        end = year > 0 ? yearEnd : end;
        var named = year > 0 ? year : Resolver.Year(reader, holiday.In);
        var day = named is { } known and > 1 && Calendar.IsYear(known) ? holiday.In(known) : (DateTime?)null;
        return reader.KindAt(end) == Kind.Unit && reader[end].Value == Units.Weekend
            ? new TimeMatch(at, end + 1, Weekend(day), Grain.Week)
            : new TimeMatch(at, end, day is { } d ? Calendar.Day(d) : default, Grain.Day);
    }

    /// <summary>"Before Christmas", "since Easter", but not "a Christmas tree".</summary>
    private static bool MeansTheDay(in TimeReader reader, int at, int end) =>
        (reader.KindAt(end) == Kind.Unit && reader[end].Value == Units.Weekend)
        || (
            reader.KindAt(at - 1)
                is Kind.By
                    or Kind.Before
                    or Kind.After
                    or Kind.At
                    or Kind.Since
                    or Kind.Until
                    or Kind.On
                    or Kind.Over
                    or Kind.During
                    or Kind.This
                    or Kind.Last
                    or Kind.Next
            && (reader.KindAt(end) != Kind.Other || !char.IsLetter(reader.Word(end)[0]))
        );

    /// <summary>The Saturday and Sunday nearest to <paramref name="day"/>, and that day where it adjoins them.</summary>
    private static Period Weekend(DateTime? day)
    {
        if (day is not { } d)
        {
            return default;
        }

        var saturday = d.AddDays(((DayOfWeek.Saturday - d.DayOfWeek + 10) % 7) - 3);
        var (from, to) = (saturday, saturday.AddDays(2));
        return new Period(d == from.AddDays(-1) ? d : from, d == to ? to.AddDays(1) : to);
    }
}
