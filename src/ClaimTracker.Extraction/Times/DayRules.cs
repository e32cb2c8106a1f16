namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Days by name, and the parts of a day: "Tuesday", "last Friday", "yesterday evening", "overnight", "the night of …".
/// </summary>
internal static class DayRules
{
    private const int Dusk = 18;
    private const int Sunrise = 6;

    /// <summary>A day, with the part of it or the clock time that is named beside it.</summary>
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        var day = Bare(reader, at);
        if (!day.Found)
        {
            return default;
        }

        var next = reader.KindAt(day.End);
        if (next == Kind.DayPart)
        {
            return new TimeMatch(day.First, day.End + 1, Part(day.Period.From, reader[day.End].Value), Grain.DayPart);
        }

        if (next == Kind.Overnight)
        {
            return new TimeMatch(day.First, day.End + 1, Night(day.Period.From), Grain.DayPart);
        }

        return ClockRules.After(reader, day) is { Found: true } exact ? exact : day;
    }

    /// <summary>A day without anything joined to it.</summary>
    public static TimeMatch Bare(in TimeReader reader, int at)
    {
        // "May Day" is a day, and no May.
        var date = reader.KindAt(at) == Kind.Month ? HolidayRules.Read(reader, at) : default;
        date = date.Found ? date : DateRules.Read(reader, at);
        if (date.Found)
        {
            return date.IsDay ? date : default;
        }

        var token = reader[at];
        return token.Kind switch
        {
            Kind.Weekday when WithOrdinal(reader, at) is { Found: true } numbered => numbered,
            Kind.Weekday => InWeek(reader, at) is { Found: true } placed
                ? placed
                : new TimeMatch(at, at + 1, Resolver.Weekday(reader, token.Value), Grain.Day),
            Kind.DayWord when IsInName(reader, at) => default,
            Kind.DayWord when token.Value == 0 && !Verbs.IsOfToday(reader, at) => new TimeMatch(at, at + 1, default, Grain.Day),
            Kind.DayWord => new TimeMatch(at, at + 1, FromToday(reader, token.Value), Grain.Day),
            Kind.The when reader.KindAt(at + 1) == Kind.Unit && reader[at + 1].Value == Units.Day => Beyond(reader, at),
            Kind.Other or Kind.Holiday => HolidayRules.Read(reader, at),
            Kind.The when reader.KindAt(at + 1) == Kind.Ordinal => OfMonth(reader, at),
            Kind.Last or Kind.Previous or Kind.Next or Kind.This or Kind.Coming when reader.KindAt(at + 1) == Kind.Weekday =>
                Deictic(reader, at),
            _ => default,
        };
    }

    /// <summary>
    /// Parts of a day that come first: "overnight", "the night of 18-19 August", "in the small hours of Sunday".
    /// </summary>
    public static TimeMatch ReadPart(in TimeReader reader, int at)
    {
        switch (reader.KindAt(at))
        {
            case Kind.Overnight:
                return Overnight(reader, at);
            case Kind.Tonight:
                return new TimeMatch(at, at + 1, Night(reader.Today), Grain.DayPart);
            case Kind.Last when reader.KindAt(at + 1) == Kind.DayPart:
                return new TimeMatch(at, at + 2, Part(FromToday(reader, -1).From, reader[at + 1].Value), Grain.DayPart);
            case Kind.This when reader.KindAt(at + 1) == Kind.DayPart:
                return new TimeMatch(at, at + 2, Part(reader.Today, reader[at + 1].Value), Grain.DayPart);
            case Kind.The or Kind.Early or Kind.Mid or Kind.Late or Kind.Small or Kind.DayPart:
                return PartOf(reader, at) is { Found: true } part ? part : PartAlone(reader, at);
            default:
                return default;
        }
    }

    /// <summary>The hours that <paramref name="part"/> stands for on <paramref name="day"/>.</summary>
    public static Period Part(DateTime? day, int part) =>
        day is not { } d
            ? default
            : part switch
            {
                20 => Night(d),
                5 => new Period(d.AddHours(4), d.AddHours(7)),
                6 => new Period(d.AddHours(6), d.AddHours(12)),
                12 => new Period(d.AddHours(12), d.AddHours(Dusk)),
                _ => new Period(d.AddHours(Dusk), Calendar.AddDays(d, 1)),
            };

    private static Period Night(DateTime? day) =>
        day is { } d && Calendar.AddDays(d, 1) is { } next ? new Period(d.AddHours(Dusk), next.AddHours(Sunrise)) : default;

    private static Period NightTo(DateTime? day) => Night(Calendar.AddDays(day, -1));

    /// <summary>
    /// "India Today", "the song Yesterday", "The World of Tomorrow": a capital within a sentence, or a title in quotation marks
    /// by itself.
    /// </summary>
    private static bool IsInName(in TimeReader reader, int at)
    {
        if (!char.IsUpper(reader.Word(at)[0]) || reader.KindAt(at - 1) == Kind.None)
        {
            return false;
        }

        var before = reader.Word(at - 1);
        return char.IsLetterOrDigit(before[0])
            || (before[0] is '"' or '“' or '‘' && reader.Word(at + 1) is ['"' or '”' or '’', ..]);
    }

    /// <summary>"Monday the 13th": the one of the last or next months that is a Monday, going by the tense.</summary>
    private static TimeMatch WithOrdinal(in TimeReader reader, int at)
    {
        var word = reader.Skip(at + 1, Kind.The);
        var number = reader[word];
        if (
            number.Kind != Kind.Ordinal
            || number.Value is < 1 or > 31
            || reader.KindAt(word + 1) is Kind.Of or Kind.Month or Kind.Unit
            || (word == at + 1 && !char.IsAsciiDigit(reader.Word(word)[0]))
        )
        {
            return default;
        }

        return new TimeMatch(at, word + 1, Resolver.DayOfMonth(reader, number.Value, reader[at].Value), Grain.Day);
    }

    private static Period FromToday(in TimeReader reader, int days) =>
        reader.Today is { } today ? Resolver.Days(today, days) : default;

    /// <summary>"the day before yesterday", "the day after tomorrow".</summary>
    private static TimeMatch Beyond(in TimeReader reader, int at)
    {
        var far = reader[at + 3].Value;
        if (
            reader.KindAt(at + 2) is Kind.Before or Kind.After
            && HolidayRules.Read(reader, at + 3) is { Period.From: { } day } holiday
        )
        {
            return new TimeMatch(
                at,
                holiday.End,
                Calendar.Day(day.AddDays(reader.KindAt(at + 2) == Kind.After ? 1 : -1)),
                Grain.Day
            );
        }

        var fits =
            reader.KindAt(at + 3) == Kind.DayWord
            && ((far == -1 && reader.KindAt(at + 2) == Kind.Before) || (far == 1 && reader.KindAt(at + 2) == Kind.After));
        return fits ? new TimeMatch(at, at + 4, FromToday(reader, far * 2), Grain.Day) : default;
    }

    /// <summary>"Tuesday last week", "Friday of next week".</summary>
    private static TimeMatch InWeek(in TimeReader reader, int at)
    {
        var week = reader.Skip(at + 1, Kind.Of);
        var offset = reader.KindAt(week) switch
        {
            Kind.Last => -1,
            Kind.This => 0,
            Kind.Next => 1,
            _ => int.MinValue,
        };
        return offset < -1 || reader.KindAt(week + 1) != Kind.Unit || reader[week + 1].Value != Units.Week
            ? default
            : new TimeMatch(
                at,
                week + 2,
                DayOfWeek(RelativePeriods.Shift(reader, Units.Week, offset), reader[at].Value),
                Grain.Day
            );
    }

    /// <summary>"On the 20th", where no noun follows that it could be the twentieth of; "the 14th of this month".</summary>
    private static TimeMatch OfMonth(in TimeReader reader, int at)
    {
        var day = reader[at + 1].Value;
        var of = reader.KindAt(at + 2) == Kind.Unit && reader[at + 2].Value == Units.Day ? at + 3 : at + 2;
        if (
            day is >= 1 and <= 31
            && reader.KindAt(of) == Kind.Of
            && reader.KindAt(of + 1) == Kind.The
            && reader[of + 2] is { Kind: Kind.Unit, Value: Units.Month }
        )
        {
            return new TimeMatch(
                at,
                of + 3,
                reader.Today is { } today ? Calendar.Day(today.Year, today.Month, day) : default,
                Grain.Day
            );
        }

        if (day is < 1 or > 31 || !char.IsAsciiDigit(reader.Word(at + 1)[0]))
        {
            return default;
        }

        if (reader.KindAt(at + 2) == Kind.Of && RelativeRules.Read(reader, at + 3) is { Found: true, Grain: Grain.Month } month)
        {
            return new TimeMatch(
                at,
                month.End,
                month.Period.From is { } first ? Calendar.Day(first.Year, first.Month, day) : default,
                Grain.Day
            );
        }

        var next = reader[at + 2];
        var alone =
            next.Kind
                is Kind.None
                    or Kind.Comma
                    or Kind.And
                    or Kind.At
                    or Kind.To
                    or Kind.By
                    or Kind.Until
                    or Kind.After
                    or Kind.Before
            || (next.Kind == Kind.Other && !char.IsLetterOrDigit(reader.Word(at + 2)[0]));
        return alone && reader.KindAt(at - 1) is Kind.On or Kind.By or Kind.Until or Kind.Since or Kind.From
            ? new TimeMatch(at, at + 2, Resolver.DayOfMonth(reader, day), Grain.Day)
            : default;
    }

    private static Period DayOfWeek(Period week, int weekday) =>
        week.From is { } monday ? Resolver.Days(monday, (weekday + 6) % 7) : default;

    private static TimeMatch Deictic(in TimeReader reader, int at)
    {
        var kind = reader.KindAt(at);
        Period period = default;
        if (reader.Today is { } today)
        {
            var ahead = (reader[at + 1].Value - (int)today.DayOfWeek + 7) % 7;
            var inWeek = ((reader[at + 1].Value + 6) % 7) - (((int)today.DayOfWeek + 6) % 7);
            period = Resolver.Days(
                today,
                kind switch
                {
                    Kind.Last or Kind.Previous => ahead - 7,
                    Kind.This => inWeek,
                    _ => ahead == 0 ? 7 : ahead,
                }
            );
        }

        return new TimeMatch(at, at + 2, period, Grain.Day);
    }

    private static TimeMatch Overnight(in TimeReader reader, int at)
    {
        var into = reader.KindAt(at + 1) == Kind.To;
        var day = Bare(reader, into || reader.KindAt(at + 1) == Kind.On ? at + 2 : at + 1);
        if (!day.Found)
        {
            return new TimeMatch(at, at + 1, NightTo(reader.Today), Grain.DayPart);
        }

        if (!into && reader.KindAt(day.End) is Kind.To && Bare(reader, day.End + 1) is { Found: true } second)
        {
            return new TimeMatch(at, second.End, NightTo(second.Period.From), Grain.DayPart);
        }

        var night = into ? NightTo(day.Period.From) : Night(day.Period.From);
        return new TimeMatch(
            at,
            day.End,
            night.To > Calendar.AddDays(reader.Today, 1) ? night.AddDays(-1) : night,
            Grain.DayPart
        );
    }

    /// <summary>"the night of …", "the early hours of …", "the morning of …", "the night to …".</summary>
    private static TimeMatch PartOf(in TimeReader reader, int at)
    {
        var word = reader.Skip(at, Kind.The);
        var small = reader.KindAt(word) is Kind.Early or Kind.Small && reader.KindAt(word + 1) is Kind.Hours;
        var early = reader.KindAt(word) is Kind.Early or Kind.Late && reader.KindAt(word + 1) is Kind.DayPart;
        var link = word + (small || early ? 2 : 1);
        if ((!small && reader.KindAt(link - 1) != Kind.DayPart) || reader.KindAt(link) is not (Kind.Of or Kind.To or Kind.On))
        {
            return default;
        }

        var day = Bare(reader, link + 1);
        var range = day.Found ? default : DateRules.Read(reader, link + 1);
        if (!day.Found && range.Grain != Grain.Week)
        {
            return default;
        }

        if (range.Found)
        {
            return new TimeMatch(at, range.End, Night(range.Period.From), Grain.DayPart);
        }

        var part = reader[link - 1].Value;
        var period =
            small ? new Period(day.Period.From, day.Period.From?.AddHours(Sunrise))
            : reader.KindAt(link) == Kind.To ? NightTo(day.Period.From)
            : Part(day.Period.From, part);
        if (part == 20 && reader.KindAt(day.End) is Kind.To or Kind.Dash && Bare(reader, day.End + 1) is { Found: true } next)
        {
            return new TimeMatch(at, next.End, NightTo(next.Period.From), Grain.DayPart);
        }

        return new TimeMatch(at, day.End, period, Grain.DayPart);
    }

    /// <summary>"Late afternoon" of the day that the sentence has named; "in the evening" only where it has named one.</summary>
    private static TimeMatch PartAlone(in TimeReader reader, int at)
    {
        var word = reader.Skip(at, Kind.The);
        var part = reader.KindAt(word) is Kind.Early or Kind.Mid or Kind.Late ? reader.Skip(word + 1, Kind.Dash) : word;
        var fits = part > word || (word > at && reader.NamedDay is not null && reader.KindAt(at - 1) is Kind.In or Kind.During);
        return fits && reader.KindAt(part) == Kind.DayPart && reader.KindAt(part + 1) is not (Kind.Clock or Kind.Number)
            ? new TimeMatch(at, part + 1, Part(reader.NamedDay, reader[part].Value), Grain.DayPart)
            : default;
    }
}
