namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Periods measured off another: "the 12 months to February", "the week ending 20 November", "the first two months of 2024",
/// "the last week of June", "the second Sunday in May".
/// </summary>
internal static class SpanRules
{
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        var word = reader.Skip(at, Kind.The);
        return (reader.KindAt(word), word > at) switch
        {
            (Kind.Ordinal, _) or (Kind.Last, _) => Share(reader, at, word),
            (Kind.Other, true) when reader.Word(word) is "final" or "opening" => Share(reader, at, word),
            (Kind.Number or Kind.Vague or Kind.Unit or Kind.Quarter, true) => UpTo(reader, at, word),
            _ => default,
        };
    }

    /// <summary>"The three months to September": so long a period, up to the end of the one that is named.</summary>
    private static TimeMatch UpTo(in TimeReader reader, int at, int word)
    {
        var unit = UnitCount.Read(reader, word, out var count);
        var quarter = reader.KindAt(unit) == Kind.Quarter && reader[unit].Value == 0;
        if ((reader.KindAt(unit) != Kind.Unit && !quarter) || (unit == word && reader[unit].Value >= Units.Plural))
        {
            return default;
        }

        var begins = reader.Word(unit + 1) is "beginning" or "starting" or "commencing";
        var ends = reader.KindAt(unit + 1) is Kind.To or Kind.Until || reader.Word(unit + 1) is "ended" or "ending";
        // "To the end of June" is to June.
        var next = reader.Skip(unit + 2, Kind.On);
        var close = reader.Skip(next, Kind.The);
        if (reader.Word(close) is "end" && reader.KindAt(close + 1) == Kind.Of)
            next = close + 2;
        var end =
            !begins && !ends ? default
            : DayRules.Bare(reader, next) is { Found: true } day ? day
            : YearRules.Named(reader, next);
        if (!end.Found || end.Grain is not (Grain.Day or Grain.Month or Grain.Year or Grain.Season))
        {
            return default;
        }

        count = unit == word ? 1 : count;
        var (length, units) = quarter ? (Units.Month, 3 * count) : (reader[unit].Value, count);
        var period = begins
            ? new Period(end.Period.From, end.Period.From is { } first ? UnitCount.Add(first, length, units) : null)
            : new Period(end.Period.To is { } last ? UnitCount.Add(last, length, -units) : null, end.Period.To);
        return new TimeMatch(at, end.End, count == 0 || period.From is null || period.To is null ? default : period, Grain.Long);
    }

    /// <summary>The first or last so many units of a period, or one of the weekdays in it.</summary>
    private static TimeMatch Share(in TimeReader reader, int at, int word)
    {
        var last = reader.KindAt(word) == Kind.Last || reader.Word(word) is "final";
        var nth = last ? -1 : Math.Max(1, reader[word].Value);
        var next = word + 1;
        if (reader.KindAt(next) == Kind.Weekday && nth <= 5)
        {
            return Whole(reader, next + 1, Grain.Month) is { Found: true } month
                ? new TimeMatch(at, month.End, Weekday(month.Period, reader[next].Value, nth), Grain.Day)
                : default;
        }

        if (last && reader.KindAt(next) is Kind.Quarter or Kind.Half && reader[next].Value == 0)
        {
            var year = Whole(reader, next + 1, Grain.Year);
            return year.Found
                ? new TimeMatch(
                    at,
                    year.End,
                    Cut(year.Period, Units.Month, reader.KindAt(next) == Kind.Quarter ? 3 : 6, last),
                    Grain.Season
                )
                : default;
        }

        if (
            reader[next]
                is {
                    Kind: Kind.Unit,
                    Value: Units.Day + Units.Plural or Units.Week + Units.Plural or Units.Month + Units.Plural
                } many
            && nth is 1 or -1
            && Whole(reader, next + 1, Grain.None) is { Found: true } of
        )
        {
            return new TimeMatch(at, of.End, Cut(of.Period, many.Value, Some(many.Value, of.Grain), last), Grain.Long);
        }

        var unit = UnitCount.Read(reader, next, out var count);
        if (
            reader.KindAt(unit) != Kind.Unit
            || (!last && nth != 1 && unit > next)
            || (unit > next && count is < 1 or > 366)
            || (unit == next && (!last || reader[unit].Value is < Units.Day or >= Units.Plural))
        )
        {
            return default;
        }

        var whole = Whole(reader, unit + 1, Grain.None);
        var length = unit == next ? 1 : count;
        return whole.Found
            ? new TimeMatch(at, whole.End, Cut(whole.Period, reader[unit].Value, length, last), Grain.Long)
            : default;
    }

    /// <summary>
    /// How many "the last days", "weeks" and "months" are at the most: a third of what holds them, and ten days of a year.
    /// </summary>
    private static int Some(int unit, Grain whole) =>
        (unit % Units.Plural, whole) switch
        {
            (Units.Day, _) => 10,
            (Units.Week, Grain.Month) => 2,
            (Units.Week, _) => 4,
            (_, Grain.Season) => 1,
            _ => 4,
        };

    private static TimeMatch Whole(in TimeReader reader, int link, Grain grain)
    {
        var whole = reader.KindAt(link) is Kind.Of or Kind.In ? YearRules.Named(reader, link + 1) : default;
        return grain != Grain.None && whole.Grain != grain ? default
            : whole.Grain is Grain.Month or Grain.Year or Grain.Season ? whole
            : default;
    }

    private static Period Cut(Period whole, int unit, int count, bool last)
    {
        if (whole is not { From: { } from, To: { } to })
        {
            return default;
        }

        var period = last ? new Period(UnitCount.Add(to, unit, -count), to) : new Period(from, UnitCount.Add(from, unit, count));
        return period.From >= from && period.To <= to ? period : default;
    }

    private static Period Weekday(Period month, int weekday, int nth)
    {
        if (month is not { From: { } from, To: { } to })
        {
            return default;
        }

        var day =
            nth > 0
                ? from.AddDays(((weekday - (int)from.DayOfWeek + 7) % 7) + ((nth - 1) * 7))
                : to.AddDays(-1 - (((int)to.AddDays(-1).DayOfWeek - weekday + 7) % 7));
        return day < to ? Calendar.Day(day) : default;
    }
}
