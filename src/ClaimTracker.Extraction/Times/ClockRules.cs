namespace ClaimTracker.Extraction.Times;

/// <summary>Clock times: "3 p.m.", "14:30 GMT", "noon on Tuesday", "9 to 11 a.m.".</summary>
internal static class ClockRules
{
    /// <summary>
    /// A clock time and the day beside it. Without one it belongs to the day that the sentence named, or to publication.
    /// </summary>
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        var begin = Minutes(reader, at, 0, out var end);
        if (begin < 0)
        {
            return default;
        }

        var last = -1;
        if (reader.KindAt(end) is Kind.To or Kind.Dash)
        {
            last = Minutes(reader, end + 1, 0, out var lastEnd);
            end = last >= 0 ? lastEnd : end;
        }

        if (last < 0 && !IsExact(reader, at, end))
        {
            return default;
        }

        var link = reader.Skip(PastBracket(reader, end), Kind.Comma);
        link = reader.Skip(reader.Skip(link, Kind.On), Kind.Of);
        var day = DayRules.Bare(reader, link);
        var on = day.Found ? day.Period.From : reader.NamedDay ?? reader.Today;
        return new TimeMatch(at, day.Found ? day.End : end, On(on, begin, last), Grain.Clock);
    }

    /// <summary>The clock time that follows <paramref name="day"/>: "Tuesday at 3 p.m.".</summary>
    public static TimeMatch After(in TimeReader reader, TimeMatch day)
    {
        var at = reader.Skip(day.End, Kind.Comma);
        at = reader.Skip(reader.Skip(at, Kind.At), Kind.About);
        var begin = Minutes(reader, at, 0, out var end);
        return begin < 0 || !IsExact(reader, at, end)
            ? default
            : new TimeMatch(day.First, end, On(day.Period.From, begin, -1), Grain.Clock);
    }

    private static Period On(DateTime? day, int begin, int last)
    {
        if (day is not { } d)
        {
            return default;
        }

        var from = d.AddMinutes(begin);
        return new Period(from, last < 0 ? from.AddMinutes(1) : d.AddMinutes(last > begin ? last : last + (24 * 60)));
    }

    /// <summary>True where the tokens show by themselves that a time of day is meant.</summary>
    private static bool IsExact(in TimeReader reader, int at, int end) =>
        reader.KindAt(at) is Kind.Clock or Kind.Noon
        || reader.KindAt(at + 1) == Kind.Meridiem
        || reader.KindAt(end - 1) is Kind.Meridiem or Kind.Zone;

    /// <summary>
    /// Minutes since midnight; -1 where no clock time stands there. A bare hour counts only before "to" and a time.
    /// </summary>
    private static int Minutes(in TimeReader reader, int at, int meridiem, out int end)
    {
        var token = reader[at];
        end = at + 1;
        switch (token.Kind)
        {
            case Kind.Noon:
                return token.Value * 60;
            case Kind.Clock:
                return WithMeridiem(reader, token.Value, ref end);
            case Kind.Number
                when token.Length == 4 && reader.KindAt(end) == Kind.Zone && token.Value < 2400 && token.Value % 100 < 60:
                end++;
                return (token.Value / 100 * 60) + (token.Value % 100);
            case Kind.Number when token.Value is >= 1 and <= 12 && reader.KindAt(end) == Kind.Meridiem && !IsWaveband(reader, at):
                return WithMeridiem(reader, token.Value * 60, ref end);
            case Kind.Number
                when meridiem == 0
                    && token.Value is >= 1 and <= 12
                    && reader.KindAt(end) is Kind.To or Kind.Dash
                    && Minutes(reader, end + 1, 1, out var last) is var second and >= 0
                    && reader.KindAt(last - 1) is Kind.Meridiem:
                return (token.Value % 12 * 60) + (second >= 720 && token.Value % 12 * 60 < second - 720 ? 720 : 0);
            default:
                return -1;
        }
    }

    /// <summary>Behind "(17:00 UTC)", which tells the same time elsewhere.</summary>
    private static int PastBracket(in TimeReader reader, int at)
    {
        for (
            var word = at + 1;
            reader.Word(at) is "(" && word < at + 5 && (reader.KindAt(at + 1) is Kind.Clock or Kind.Number);
            word++
        )
        {
            if (reader.Word(word) is ")")
            {
                return word + 1;
            }
        }

        return at;
    }

    /// <summary>"18 FM and five AM stations".</summary>
    private static bool IsWaveband(in TimeReader reader, int at) =>
        char.IsLetter(reader.Word(at)[0]) && reader.Word(at + 1) is "AM";

    private static int WithMeridiem(in TimeReader reader, int minutes, ref int end)
    {
        if (reader.KindAt(end) == Kind.Meridiem && minutes < 13 * 60)
        {
            minutes = (minutes % 720) + (reader[end].Value * 60);
            end++;
        }

        end = Zone(reader, end);
        return minutes;
    }

    /// <summary>Skips "GMT", "local time", "Eastern Time" and "Pacific Standard Time": times stay local to the article.</summary>
    private static int Zone(in TimeReader reader, int at)
    {
        var word =
            reader.KindAt(at) == Kind.Zone
            || reader.Word(at) is "local" or "Eastern" or "Central" or "Mountain" or "Pacific" or "Moscow"
                ? at + 1
                : at;
        word = word > at && reader.Word(word) is "Standard" or "Daylight" or "Summer" ? word + 1 : word;
        var named = word > at && reader.Word(word) is "time" or "Time";
        return named ? word + 1 : reader.Skip(at, Kind.Zone);
    }
}
