namespace ClaimTracker.Extraction.Times;

/// <summary>How many units of time: "two", "twenty-four", "a couple of", "several".</summary>
internal static class UnitCount
{
    /// <summary>
    /// Reads an amount at <paramref name="at"/>; returns the index behind it, or <paramref name="at"/> where there is none.
    /// </summary>
    public static int Read(in TimeReader reader, int at, out int count)
    {
        count = 0;
        var word = at;
        if (reader.KindAt(word) is Kind.A && reader.KindAt(word + 1) is Kind.Vague)
        {
            word++;
        }

        switch (reader.KindAt(word))
        {
            case Kind.Vague:
                count = reader[word].Value;
                return reader.Skip(word + 1, Kind.Of);
            case Kind.Number:
                count = reader[word].Value;
                var tens = count is >= 20 and < 100 && count % 10 == 0 && !char.IsDigit(reader.Word(word)[0]);
                var units = reader.Skip(word + 1, Kind.Dash);
                if (tens && reader.KindAt(units) == Kind.Number && reader[units].Value < 10)
                {
                    count += reader[units].Value;
                    return units + 1;
                }

                return word + 1;
            case Kind.Figure:
                return word + 1;
            case Kind.A:
                count = 1;
                return word + 1;
            case Kind.Half when reader.KindAt(word + 1) == Kind.A:
                return word + 2;
            default:
                return at;
        }
    }

    /// <summary><paramref name="day"/> moved by so many units; hours and less stay within the day.</summary>
    public static DateTime? Add(DateTime day, int unit, int count)
    {
        var months = (unit % Units.Plural) switch
        {
            Units.Month => 1L,
            Units.Year => 12,
            Units.Decade => 120,
            Units.Century => 1200,
            _ => 0,
        };
        if (months > 0)
        {
            var total = months * count;
            return
                Math.Abs(total) < 12000
                && Calendar.IsYear(day.Year + (int)(total / 12) - 1)
                && Calendar.IsYear(day.Year + (int)(total / 12) + 1)
                ? day.AddMonths((int)total)
                : null;
        }

        var days = (unit % Units.Plural) switch
        {
            Units.Week or Units.Weekend => 7L * count,
            Units.Fortnight => 14L * count,
            Units.Day => count,
            Units.Hour => count / 24,
            _ => 0,
        };
        return Math.Abs(days) < 500_000 ? Calendar.AddDays(day, (int)days) : null;
    }
}
