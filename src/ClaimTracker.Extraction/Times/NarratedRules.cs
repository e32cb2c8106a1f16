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
        if (reader.Named is not { Period.From: { } from } named || count == 0 || !IsFineEnough(named.Grain, unit) || Amount.Add(from, unit, count) is not { } then)
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
        var sign = reader.KindAt(at + 2) switch { Kind.Before => -1, Kind.After => 1, _ => 0 };
        var next = reader[at + 3];
        var ends = next.Kind is Kind.None or Kind.Comma or Kind.And || (next.Kind == Kind.Other && !char.IsLetterOrDigit(reader.Word(at + 3)[0]));
        return sign == 0 || !ends || unit.Kind != Kind.Unit || unit.Value is < Units.Day or > Units.Year ? default
            : new TimeMatch(at, at + 3, Shift(reader, unit.Value, sign), RelativeRules.GrainOf(unit.Value));
    }

    private static bool IsFineEnough(Grain named, int unit) => unit switch
    {
        Units.Hour or Units.Minute or Units.Second => false,
        Units.Day or Units.Week or Units.Fortnight => named is Grain.Day or Grain.DayPart or Grain.Clock,
        Units.Month => named is Grain.Day or Grain.DayPart or Grain.Clock or Grain.Month,
        _ => named is Grain.Day or Grain.DayPart or Grain.Clock or Grain.Month or Grain.Season or Grain.Year,
    };
}
