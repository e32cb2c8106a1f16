namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Days that are told by weeks from a named one, as British papers do: "Tuesday week", "a fortnight on Friday", "a week ago on
/// Monday", "a week today".
/// </summary>
internal static class WeeksAway
{
    private const int DaysOfAWeek = 7;

    public static TimeMatch Read(in TimeReader reader, int at) =>
        reader.KindAt(at) switch
        {
            Kind.Weekday or Kind.DayWord => Behind(reader, at),
            Kind.A or Kind.Number => Before(reader, at),
            _ => default,
        };

    /// <summary>"Tuesday week", "tomorrow fortnight"; "Tuesday last", "Friday next".</summary>
    private static TimeMatch Behind(in TimeReader reader, int at)
    {
        var next = reader[at + 1];
        var ends =
            reader.KindAt(at + 2) is not (Kind.Of or Kind.Unit or Kind.Dash or Kind.Possessive or Kind.Month or Kind.Season);
        if (next.Kind == Kind.Unit && next.Value is Units.Week or Units.Fortnight && ends)
        {
            return new TimeMatch(at, at + 2, Move(AheadOf(reader, at), Days(next.Value)), Grain.Day);
        }

        if (
            reader.KindAt(at) != Kind.Weekday
            || !ends
            || next.Kind is not (Kind.Last or Kind.Next)
            || reader.Word(at + 1) is not ("last" or "next")
        )
        {
            return default;
        }

        return new TimeMatch(at, at + 2, next.Kind == Kind.Last ? BehindOf(reader, at) : AheadOf(reader, at), Grain.Day);
    }

    /// <summary>"a week on Tuesday", "two weeks ago last Friday", "a week today".</summary>
    private static TimeMatch Before(in TimeReader reader, int at)
    {
        var unit = UnitCount.Read(reader, at, out var count);
        if (
            unit == at
            || count == 0
            || reader.KindAt(unit) != Kind.Unit
            || (reader[unit].Value % Units.Plural) is not (Units.Week or Units.Fortnight)
        )
        {
            return default;
        }

        var ago = reader.KindAt(unit + 1) == Kind.Ago;
        var link = ago ? unit + 2 : unit + 1;
        var last = reader.KindAt(link) == Kind.Last && reader.KindAt(link + 1) == Kind.Weekday;
        var on = reader.KindAt(link) == Kind.On && reader.KindAt(link + 1) == Kind.Weekday;
        var day = last || on ? link + 1 : link;
        var named = reader.KindAt(day) == Kind.DayWord || ((last || on) && reader.KindAt(day) == Kind.Weekday);
        // "For a week on Tuesday's terms" and "a week today" after "for" are lengths.
        if (
            !named
            || reader.KindAt(at - 1) == Kind.For
            || reader.KindAt(day + 1) == Kind.Possessive
            || (ago && reader.KindAt(day) == Kind.DayWord && reader[day].Value > 0)
        )
        {
            return default;
        }

        var days = Days(reader[unit].Value % Units.Plural) * count;
        var back = ago || last || (reader.KindAt(day) == Kind.DayWord && reader[day].Value < 0);
        var from = back ? BehindOf(reader, day) : AheadOf(reader, day);
        return new TimeMatch(at, day + 1, Move(from, back ? -days : days), Grain.Day);
    }

    private static int Days(int unit) => unit == Units.Fortnight ? 2 * DaysOfAWeek : DaysOfAWeek;

    /// <summary>The first such day behind publication.</summary>
    private static Period AheadOf(in TimeReader reader, int at)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        if (reader.KindAt(at) == Kind.DayWord)
        {
            return Resolver.Days(today, reader[at].Value);
        }

        var ahead = (reader[at].Value - (int)today.DayOfWeek + DaysOfAWeek) % DaysOfAWeek;
        return Resolver.Days(today, ahead == 0 ? DaysOfAWeek : ahead);
    }

    /// <summary>The last such day up to publication.</summary>
    private static Period BehindOf(in TimeReader reader, int at) =>
        reader.KindAt(at) == Kind.DayWord
            ? reader.Today is { } today
                ? Resolver.Days(today, reader[at].Value)
                : default
            : Resolver.Weekday(reader with { Tense = Tense.Past }, reader[at].Value);

    private static Period Move(Period day, int days) => day.From is null ? default : day.AddDays(days);
}
