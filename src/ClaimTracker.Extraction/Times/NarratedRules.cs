namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Times told from another that the sentence has named: "two days later", "a year earlier", "the next day", "the following
/// month", "the day before". Where it has named none, they are found and not resolved.
/// </summary>
internal static class NarratedRules
{
    /// <summary>So many units before (below zero) or after the time named last, as exact as both allow.</summary>
    public static Period Shift(in TimeReader reader, int unit, int count)
    {
        unit %= Units.Plural;
        if (!reader.Named.IsAnchor && reader.Story is { } story && unit == Units.Year && count != 0)
        {
            return Calendar.Year(story.Year + count);
        }

        if (
            reader.Named is not { Period.From: { } from } named
            || count == 0
            || !IsFineEnough(named.Grain, unit)
            || UnitCount.Add(from, unit, count) is not { } then
        )
        {
            return default;
        }

        return (unit, named.Grain) switch
        {
            (Units.Year, Grain.Month) => Calendar.Month(then.Year, then.Month),
            (Units.Year, Grain.Season) => Calendar.Months(then.Year, then.Month, 3),
            (Units.Year or Units.Decade or Units.Century, _) => Calendar.Year(then.Year),
            (Units.Month, _) => Calendar.Month(then.Year, then.Month),
            (Units.Week or Units.Fortnight, _) => Calendar.Week(then),
            _ => Calendar.Day(then.Date),
        };
    }

    /// <summary>"The day before" and "the year after" with nothing behind that would say of what.</summary>
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        var unit = reader[at + 1];
        var sign = reader.KindAt(at + 2) switch
        {
            Kind.Before => -1,
            Kind.After => 1,
            _ => 0,
        };
        var next = reader[at + 3];
        var ends =
            next.Kind is Kind.None or Kind.Comma or Kind.And
            || (next.Kind == Kind.Other && !char.IsLetterOrDigit(reader.Word(at + 3)[0]));
        if (
            sign != 0
            && !ends
            && unit is { Kind: Kind.Unit, Value: Units.Day or Units.Week }
            && Occasion(reader, at + 3) is { Found: true } day
        )
        {
            var then = day.Period.From is { } from ? UnitCount.Add(from, unit.Value, sign) : null;
            return new TimeMatch(
                at,
                day.End,
                then is not { } moved ? default
                    : unit.Value == Units.Day ? Calendar.Day(moved)
                    : Calendar.Week(moved),
                RelativePeriods.GrainOf(unit.Value)
            );
        }

        return sign == 0 || !ends || unit.Kind != Kind.Unit || unit.Value is < Units.Day or > Units.Year
            ? default
            : new TimeMatch(at, at + 3, Shift(reader, unit.Value, sign), RelativePeriods.GrainOf(unit.Value));
    }

    /// <summary>
    /// A date of the calendar, with the occasion before it where one stands: "6 January 2021", "the election of 3 November 2020".
    /// </summary>
    public static TimeMatch Occasion(in TimeReader reader, int at)
    {
        var word = at;
        if (reader.KindAt(at) is Kind.The or Kind.A)
        {
            for (word = at + 1; word < at + LongestOccasion && reader.KindAt(word) == Kind.Other; word++) { }

            if (reader.KindAt(word) is not (Kind.Of or Kind.On) || word == at + 1)
            {
                return default;
            }

            word++;
        }

        var date = DateRules.Read(reader, word);
        return date.IsDay && reader.KindAt(date.End) != Kind.Possessive ? date : default;
    }

    /// <summary>
    /// The first instant of a year or date, long past, of which the sentence or the one before it tells; null where it tells of
    /// no such time.
    /// </summary>
    public static DateTime? StoryOf(in TimeReader reader)
    {
        var named =
            reader.Named is { IsAnchor: true, Period.From: { } from } && (reader.Today - from)?.TotalDays > LongAgo
                ? from
                : (DateTime?)null;
        return named ?? reader.Story;
    }

    /// <summary>News looks back a year or two by itself; what lies further back is a story of its own.</summary>
    internal const int LongAgo = 730;

    private const int LongestOccasion = 6;

    private static bool IsFineEnough(Grain named, int unit) =>
        unit switch
        {
            Units.Hour or Units.Minute or Units.Second => false,
            Units.Day or Units.Week or Units.Fortnight => named is Grain.Day or Grain.DayPart or Grain.Clock,
            Units.Month => named is Grain.Day or Grain.DayPart or Grain.Clock or Grain.Month,
            _ => named is Grain.Day or Grain.DayPart or Grain.Clock or Grain.Month or Grain.Season or Grain.Year,
        };
}
