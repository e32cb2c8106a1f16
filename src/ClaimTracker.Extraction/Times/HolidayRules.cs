namespace ClaimTracker.Extraction.Times;

/// <summary>Days that news names instead of dating: "Christmas Day", "Good Friday", "New Year's Eve 2021".</summary>
internal static class HolidayRules
{
    private const int EasterRule = 13;

    /// <summary>Reads the holiday whose first word stands at <paramref name="at"/>.</summary>
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        if (reader.KindAt(at) != Kind.Other || reader[at].Length < 3 || !char.IsUpper(reader.Word(at)[0]))
        {
            return default;
        }

        var (month, day, words) = Find(reader, at);
        if (words == 0)
        {
            return default;
        }

        var end = at + words;
        var year = DateRules.YearAt(reader, end, out var yearEnd);
        end = year > 0 ? yearEnd : end;
        var named = year > 0 ? year : month == EasterRule ? reader.Today?.Year : Resolver.Year(reader, month, day);
        var period = named is not { } y ? default
            : month == EasterRule ? Resolver.Days(Easter(y), day) : Calendar.Day(y, month, day);
        return new TimeMatch(at, end, period, Grain.Day);
    }

    /// <summary>Month and day, or days from Easter Sunday, and how many words the name has.</summary>
    private static (int Month, int Day, int Words) Find(in TimeReader reader, int at) => reader.Word(at) switch
    {
        "Christmas" when reader.Word(at + 1) is "Day" => (12, 25, 2),
        "Christmas" when reader.Word(at + 1) is "Eve" => (12, 24, 2),
        "Boxing" when reader.Word(at + 1) is "Day" => (12, 26, 2),
        "New" when reader.Word(at + 1) is "Year" && reader.KindAt(at + 2) == Kind.Possessive && reader.Word(at + 3) is "Day" => (1, 1, 4),
        "New" when reader.Word(at + 1) is "Year" && reader.KindAt(at + 2) == Kind.Possessive && reader.Word(at + 3) is "Eve" => (12, 31, 4),
        "Halloween" => (10, 31, 1),
        "Good" when reader.KindAt(at + 1) == Kind.Weekday && reader[at + 1].Value == 5 => (EasterRule, -2, 2),
        "Easter" when reader.KindAt(at + 1) == Kind.Weekday && reader[at + 1].Value == 0 => (EasterRule, 0, 2),
        "Easter" when reader.KindAt(at + 1) == Kind.Weekday && reader[at + 1].Value == 1 => (EasterRule, 1, 2),
        _ => default,
    };

    /// <summary>Easter Sunday of the Western churches, by the Gregorian reckoning.</summary>
    private static DateTime Easter(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var epact = (century - (century / 4) - (((8 * century) + 13) / 25) + (19 * golden) + 15) % 30;
        var moon = epact - (epact / 28 * (1 - (epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11))));
        var weekday = (year + (year / 4) + moon + 2 - century + (century / 4)) % 7;
        var shift = moon - weekday;
        var month = 3 + ((shift + 40) / 44);
        return new DateTime(year, month, shift + 28 - (31 * (month / 4)));
    }
}
