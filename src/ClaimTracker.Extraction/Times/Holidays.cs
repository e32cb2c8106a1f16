using System.Collections.Frozen;

namespace ClaimTracker.Extraction.Times;

/// <summary>A named day and how its date is found in a year.</summary>
/// <param name="Name">As news writes it, with straight apostrophes.</param>
/// <param name="In">Its date in a year.</param>
/// <param name="Alone">True where the name is also a common word, which means the day only behind "at", "since", "before" and the
/// like.</param>
internal sealed record Holiday(string Name, Func<int, DateTime> In, bool Alone = false);

/// <summary>
/// The days that news names instead of dating, where the name alone says which day it is. What moves with the country
/// ("Independence Day"), the moon or another calendar is left out.
/// </summary>
internal static class Holidays
{
    private static readonly FrozenDictionary<string, Holiday[]>.AlternateLookup<ReadOnlySpan<char>> ByFirstWord = All()
        .GroupBy(holiday => FirstWord(holiday.Name))
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(one => one.Name.Length).ToArray())
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The holidays whose name begins with <paramref name="word"/>, the longest name first.</summary>
    public static ReadOnlySpan<Holiday> Beginning(ReadOnlySpan<char> word) =>
        ByFirstWord.TryGetValue(word, out var found) ? found : [];

    private static string FirstWord(string name) => new([.. name.TakeWhile(char.IsLetter)]);

    private static IEnumerable<Holiday> All() =>
        [
            On("Christmas Eve", 12, 24),
            On("Christmas Day", 12, 25),
            On("Boxing Day", 12, 26),
            On("New Year's Eve", 12, 31),
            On("New Year's Day", 1, 1),
            new("Christmas", year => new DateTime(year, 12, 25), Alone: true),
            On("Orthodox Christmas", 1, 7),
            On("Valentine's Day", 2, 14),
            On("St. Patrick's Day", 3, 17),
            On("St Patrick's Day", 3, 17),
            On("International Women's Day", 3, 8),
            On("Earth Day", 4, 22),
            On("Anzac Day", 4, 25),
            On("ANZAC Day", 4, 25),
            On("May Day", 5, 1),
            On("Juneteenth", 6, 19),
            On("Canada Day", 7, 1),
            On("Bastille Day", 7, 14),
            On("Halloween", 10, 31),
            On("All Saints' Day", 11, 1),
            On("Bonfire Night", 11, 5),
            On("Armistice Day", 11, 11),
            On("Remembrance Day", 11, 11),
            On("Veterans Day", 11, 11),
            On("Australia Day", 1, 26),
            On("World AIDS Day", 12, 1),
            FromEaster("Shrove Tuesday", -47),
            FromEaster("Ash Wednesday", -46),
            FromEaster("Palm Sunday", -7),
            FromEaster("Maundy Thursday", -3),
            FromEaster("Good Friday", -2),
            FromEaster("Holy Saturday", -1),
            FromEaster("Easter Sunday", 0),
            FromEaster("Easter Monday", 1),
            FromEaster("Ascension Day", 39),
            FromEaster("Whit Monday", 50),
            new("Easter", Easter, Alone: true),
            new("Thanksgiving Day", year => Nth(year, 11, DayOfWeek.Thursday, 4)),
            new("Thanksgiving", year => Nth(year, 11, DayOfWeek.Thursday, 4), Alone: true),
            new("Black Friday", year => Nth(year, 11, DayOfWeek.Thursday, 4).AddDays(1)),
            new("Cyber Monday", year => Nth(year, 11, DayOfWeek.Thursday, 4).AddDays(4)),
            new("Labor Day", year => Nth(year, 9, DayOfWeek.Monday, 1)),
            new("Memorial Day", year => Nth(year, 6, DayOfWeek.Monday, 1).AddDays(-7)),
            new("Martin Luther King Day", year => Nth(year, 1, DayOfWeek.Monday, 3)),
            new("Martin Luther King Jr. Day", year => Nth(year, 1, DayOfWeek.Monday, 3)),
            new("Presidents' Day", year => Nth(year, 2, DayOfWeek.Monday, 3)),
            new("Remembrance Sunday", year => Nth(year, 11, DayOfWeek.Sunday, 2)),
        ];

    private static Holiday On(string name, int month, int day) => new(name, year => new DateTime(year, month, day));

    private static Holiday FromEaster(string name, int days) => new(name, year => Easter(year).AddDays(days));

    private static DateTime Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateTime(year, month, 1);
        return first.AddDays(((weekday - first.DayOfWeek + 7) % 7) + ((nth - 1) * 7));
    }

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
