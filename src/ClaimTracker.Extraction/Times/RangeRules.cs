namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Periods with two ends, or with one that is open: "from March to May 2022", "2014–2020", "since 2021", "by Friday".
/// </summary>
internal static class RangeRules
{
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        switch (reader.KindAt(at))
        {
            case Kind.From:
                return Pair(reader, at, reader.Skip(at + 1, Kind.About), Kind.To);
            case Kind.Between:
                return Pair(reader, at, reader.Skip(at + 1, Kind.About), Kind.And);
            case Kind.Since:
                return Open(reader, at, period => new Period(period.From, null));
            case Kind.Until or Kind.By:
                return Open(
                    reader.KindAt(at) == Kind.Until ? reader with { Tense = Verbs.Until(reader, at) } : reader,
                    at,
                    period => new Period(null, period.To)
                );
            case Kind.Before when reader.KindAt(at + 1) != Kind.The || reader.KindAt(at + 2) == Kind.Ordinal:
                return Open(reader, at, period => new Period(null, period.From));
            case Kind.After when reader.KindAt(at + 1) != Kind.The || reader.KindAt(at + 2) == Kind.Ordinal:
                return Open(reader, at, period => new Period(period.To, null));
            default:
                return default;
        }
    }

    private const int DaysOfADecade = 3650;

    /// <summary>Two periods of one length that a dash or "to" joins.</summary>
    public static TimeMatch Joined(in TimeReader reader, TimeMatch first)
    {
        var link = reader.KindAt(first.End);
        if (link is not (Kind.Dash or Kind.To) || first.Grain is Grain.Duration or Grain.Clock or Grain.None)
        {
            return default;
        }

        var second = Point(reader, first.End + 1);
        return second.Found && second.Grain == first.Grain ? Join(first.First, first, second) : default;
    }

    private static TimeMatch Pair(in TimeReader reader, int at, int begin, Kind link)
    {
        var first = Point(reader, begin);
        if (!first.Found)
        {
            return default;
        }

        // "from 3 to 5 May" and "between 9 and 11 a.m." are one period already.
        var ranged = first.Period.To - first.Period.From;
        if (
            reader.KindAt(first.End) != link
            && (
                (first.Grain is Grain.Week && first.Period.From?.Day > 0)
                || (first.Grain is Grain.Clock && ranged?.TotalMinutes > 1)
            )
        )
        {
            return first with { First = at };
        }

        // "From 1903 to the present day": it goes on.
        if (link == Kind.To && reader.KindAt(first.End) == Kind.To && PresentEnd(reader, first.End + 1) is var open and > 0)
            return new TimeMatch(at, open, new Period(first.Period.From, null), Grain.Long);
        var joined = reader.KindAt(first.End) == link || (link == Kind.To && reader.KindAt(first.End) is Kind.Until or Kind.Dash);
        var second = joined ? Point(reader, first.End + 1) : default;
        return second.Found ? Join(at, first, second) : default;
    }

    private static int PresentEnd(in TimeReader reader, int at)
    {
        var word = reader.Skip(at, Kind.The);
        if (reader.Word(word) is not "present")
            return 0;
        return word > at && reader.Word(word + 1) is "day" ? word + 2 : word + 1;
    }

    private static TimeMatch Join(int at, TimeMatch first, TimeMatch second)
    {
        var from = first.Period.From;
        if (first.Month > 0 && second.Period.From is { } named)
        {
            // The year stands only with the second: "from March to May 2022".
            var year =
                second.Month > 0 && from is { } own && own <= named && (named - own).TotalDays < 366 ? own.Year
                : first.Month > named.Month ? named.Year - 1
                : named.Year;
            from = first.Day > 0 ? Calendar.Day(year, first.Month, first.Day).From : Calendar.Month(year, first.Month).From;
        }

        var to = second.Period.To;
        if (first.Grain == Grain.Day && first.Month == 0 && from > second.Period.From && second.Period.From is { })
        {
            from = Calendar.AddDays(from, -7) <= second.Period.From ? Calendar.AddDays(from, -7) : from;
        }

        var period = from is { } && to is { } && from < to ? new Period(from, to) : default;
        return new TimeMatch(at, second.End, period, Grain.Long);
    }

    private static TimeMatch Open(in TimeReader reader, int at, Func<Period, Period> open)
    {
        var point = Point(reader, at + 1);
        var whole = reader.KindAt(at) is not (Kind.Before or Kind.After) || point.Grain is Grain.Day or Grain.Month or Grain.Year;
        if (!point.Found || !whole || reader.KindAt(point.End) is Kind.Possessive)
        {
            return default;
        }

        // "Until noon" ends as noon begins, "until Monday" as Monday ends.
        point =
            point.Grain == Grain.Clock
            && (point.Period.To - point.Period.From)?.TotalMinutes <= 1
            && reader.KindAt(at) is Kind.Until or Kind.By
                ? point with
                {
                    Period = point.Period with { To = point.Period.From },
                }
                : point;
        // "By the middle of the century" ends halfway, not with the middle third.
        var middle =
            reader.KindAt(reader.Skip(at + 1, Kind.The)) == Kind.Middle
            && (point.Period.To - point.Period.From)?.TotalDays > DaysOfADecade / 4;
        var period = middle
            ? point.Period with
            {
                To = point.Period.From + ((point.Period.To - point.Period.From) / 2),
            }
            : point.Period;
        period = middle && period.To is { } half ? period with { To = half.Date } : period;
        return point with { First = at, Period = period == default ? default : open(period), Grain = Grain.Long };
    }

    /// <summary>A single time, whatever its kind.</summary>
    public static TimeMatch Point(in TimeReader reader, int at)
    {
        var found = WeeksAway.Read(reader, at);
        found = found.Found ? found : EdgeRules.Read(reader, at);
        found = found.Found ? found : ClockRules.Read(reader, at);
        found = found.Found ? found : DayRules.ReadPart(reader, at);
        found = found.Found ? found : SpanRules.Read(reader, at);
        found = found.Found ? found : DayRules.Read(reader, at);
        found = found.Found ? found : DateRules.Read(reader, at);
        found = found.Found ? found : RelativeRules.Read(reader, at);
        return found.Found ? found : YearRules.Read(reader, at);
    }
}
