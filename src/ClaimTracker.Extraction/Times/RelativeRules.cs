namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Periods told from publication: "last year", "the past 24 hours", "the week before last", "later this month".
/// </summary>
internal static class RelativeRules
{
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        switch (reader.KindAt(at))
        {
            case Kind.Earlier or Kind.Later:
                return Rest(reader, at);
            case Kind.Unit
                when reader[at].Value is Units.Year or Units.Month or Units.Week && UnitEnd(reader, at) is var end and > 0:
                return new TimeMatch(
                    at,
                    end,
                    reader[at].Value != Units.Year ? RelativePeriods.Shift(reader, reader[at].Value, 0)
                        : reader.Today is { } t ? Calendar.Month(t.Year, 12)
                        : default,
                    Grain.Month
                );
            case Kind.The when reader.KindAt(at + 2) == Kind.Of && reader.Word(at + 1) is "rest" or "remainder":
                return Whole(reader, at + 3) is { Found: true } rest && rest.Period.From <= reader.Today
                    ? rest with
                    {
                        First = at,
                        Period = rest.Period with { From = reader.Today },
                    }
                    : default;
            case Kind.The when reader.KindAt(at + 1) == Kind.Unit:
                return BeforeLast(reader, at);
            case Kind.Other
                when reader.Word(at) is "so" or "So" && reader.Word(at + 1) is "far" && reader.KindAt(at + 2) == Kind.This:
                return SoFar(Deictic(reader, at, at + 2), at, reader);
            default:
                var word = reader.Skip(at, Kind.The);
                var found = Deictic(reader, at, word);
                return
                    found.Found
                    && reader.KindAt(word) == Kind.This
                    && reader.Word(found.End) is "so"
                    && reader.Word(found.End + 1) is "far"
                    ? SoFar(found with { End = found.End + 2 }, at, reader)
                    : found;
        }
    }

    /// <summary>Behind "year end", "year-end" and "week's end"; 0 where the unit is not followed by its end.</summary>
    private static int UnitEnd(in TimeReader reader, int at)
    {
        var end = reader.Skip(reader.Skip(at + 1, Kind.Possessive), Kind.Dash);
        return reader.KindAt(end) == Kind.End && reader.Word(end) is "end" && (end > at + 1 || reader[at].Value == Units.Year)
            ? end + 1
            : 0;
    }

    /// <summary>"the year", "the month": the present one, where a part of it is named ("the end of the year").</summary>
    public static TimeMatch Whole(in TimeReader reader, int at)
    {
        var unit = reader[at + 1];
        return
            reader.KindAt(at) == Kind.The
            && unit.Kind == Kind.Unit
            && unit.Value is Units.Year or Units.Month or Units.Week or Units.Decade or Units.Century
            ? new TimeMatch(at, at + 2, RelativePeriods.Present(reader, at, unit.Value), RelativePeriods.GrainOf(unit.Value))
            : default;
    }

    /// <summary>
    /// True of what "following" and, in a tale of the past, "next" begin: it is told from the story, never from publication.
    /// </summary>
    private static bool IsTold(in TimeReader reader, int word) =>
        reader.Word(word) is "following" || (reader.KindAt(word) == Kind.Next && Verbs.Of(reader, word) == Tense.Past);

    /// <summary>"the last week of the war": of a whole that no calendar knows.</summary>
    private static bool IsOfAnother(in TimeReader reader, int end) =>
        reader.KindAt(end) == Kind.Of
        && reader.KindAt(reader.Skip(end + 1, Kind.The)) is Kind.Other or Kind.Counted or Kind.Possessive;

    private static TimeMatch Deictic(in TimeReader reader, int at, int word)
    {
        var kind = reader.KindAt(word);
        var next = word + 1;
        if (kind is not (Kind.Last or Kind.Previous or Kind.This or Kind.Next or Kind.Coming or Kind.Recent))
        {
            return default;
        }

        // "this past week", "this coming Monday"
        if (kind == Kind.This && reader.KindAt(next) is Kind.Last or Kind.Coming)
        {
            return Deictic(reader, at, next);
        }

        var token = reader[next];
        var offset = kind switch
        {
            Kind.Last or Kind.Previous => -1,
            Kind.Next or Kind.Coming => 1,
            _ => 0,
        };
        switch (token.Kind)
        {
            case Kind.Season when kind is Kind.Last or Kind.This or Kind.Next or Kind.Coming:
                return new TimeMatch(at, next + 1, RelativePeriods.Season(reader, token.Value, offset), Grain.Season);
            case Kind.Month when kind is Kind.Last or Kind.This or Kind.Next or Kind.Coming:
                return new TimeMatch(at, next + 1, RelativePeriods.Month(reader, token.Value, offset), Grain.Month);
            case Kind.Quarter
            or Kind.Unit
                when token.Value < Units.Plural
                    && (token.Kind == Kind.Unit || token.Value == 0)
                    && kind is Kind.Last or Kind.Previous
                    && IsOfAnother(reader, next + 1):
                return new TimeMatch(at, next + 1, default, Grain.Long);
            case Kind.Quarter when token.Value == 0 && kind is not Kind.Recent:
                return new TimeMatch(at, next + 1, RelativePeriods.Quarter(reader, offset), Grain.Season);
            case Kind.Unit when token.Value < Units.Plural && kind is not Kind.Recent && token.Value >= Units.Day:
                var narrated =
                    kind is Kind.Previous
                    || reader.Word(word) is "following"
                    || (
                        kind is Kind.Next && (token.Value == Units.Day || (word > at && reader.Tense is Tense.Past or Tense.Said))
                    );
                var unit = token.Value;
                if (unit >= Units.Decade && IsTold(reader, word))
                {
                    return new TimeMatch(at, next + 1, RelativePeriods.FromStory(reader, unit, 1), RelativePeriods.GrainOf(unit));
                }

                return new TimeMatch(
                    at,
                    next + 1,
                    narrated ? NarratedRules.Shift(reader, unit, offset) : RelativePeriods.Shift(reader, unit, offset),
                    RelativePeriods.GrainOf(unit)
                );
            default:
                return Window(reader, at, next, offset);
        }
    }

    /// <summary>"the past 24 hours", "the next couple of weeks", "recent days", "the coming months".</summary>
    private static TimeMatch Window(in TimeReader reader, int at, int next, int offset)
    {
        var unit = UnitCount.Read(reader, next, out var count);
        if (unit == next && reader[next].Value < Units.Plural)
        {
            return default;
        }

        var token = reader[unit];
        if (token.Kind is not (Kind.Unit or Kind.Hours) || (offset == 0 && reader.KindAt(next - 1) != Kind.Recent))
        {
            return default;
        }

        if (IsTold(reader, next - 1) && (reader.Word(next - 1) is "following" || NarratedRules.StoryOf(reader) is not null))
        {
            return new TimeMatch(
                at,
                unit + 1,
                RelativePeriods.FromStory(reader, token.Value, unit == next ? 0 : count),
                Grain.Long
            );
        }

        if (offset < 0 && IsOfAnother(reader, unit + 1))
        {
            return new TimeMatch(at, unit + 1, default, Grain.Long);
        }

        count =
            unit == next
                ? token.Value % Units.Plural == Units.Day
                    ? 7
                    : 4
                : count;
        var period =
            reader.Today is not { } today || reader.KindAt(next - 1) == Kind.Previous ? default
            : offset > 0 ? new Period(today, UnitCount.Add(today, token.Value, count))
            : new Period(UnitCount.Add(today, token.Value, -count), Calendar.AddDays(today, 1));
        return new TimeMatch(at, unit + 1, period, Grain.Long);
    }

    /// <summary>"the week before last", "the year after next".</summary>
    private static TimeMatch BeforeLast(in TimeReader reader, int at)
    {
        var far = (reader.KindAt(at + 2), reader.KindAt(at + 3)) switch
        {
            (Kind.Before, Kind.Last) => -2,
            (Kind.After, Kind.Next) => 2,
            _ => 0,
        };
        var unit = reader[at + 1].Value;
        if (unit is Units.Week or Units.Month && reader.KindAt(at + 2) == Kind.Of)
        {
            return Holding(reader, at, unit);
        }

        if (far == 0 && unit == Units.Weekend && reader.KindAt(at - 1) is Kind.Over or Kind.During or Kind.At or Kind.On)
        {
            return new TimeMatch(at, at + 2, RelativePeriods.Shift(reader, unit, 0), Grain.Week);
        }

        return far == 0 ? NarratedRules.Read(reader, at)
            : unit >= Units.Plural ? default
            : new TimeMatch(at, at + 4, RelativePeriods.Shift(reader, unit, far), RelativePeriods.GrainOf(unit));
    }

    /// <summary>"the week of 18 August", "the month of May".</summary>
    private static TimeMatch Holding(in TimeReader reader, int at, int unit)
    {
        var date = DateRules.Read(reader, reader.Skip(at + 3, Kind.The));
        if (!date.Found || date.Grain != (unit == Units.Week ? Grain.Day : Grain.Month))
        {
            return default;
        }

        return date with
        {
            First = at,
            Period = unit == Units.Week && date.Period.From is { } day ? Calendar.Week(day) : date.Period,
            Grain = RelativePeriods.GrainOf(unit),
        };
    }

    /// <summary>"earlier this week", "later this month", "later on Tuesday".</summary>
    private static TimeMatch Rest(in TimeReader reader, int at)
    {
        var later = reader.KindAt(at) == Kind.Later;
        var link = reader.Skip(reader.Skip(at + 1, Kind.In), Kind.On);
        if (DayRules.Bare(reader, link) is { Found: true } day)
        {
            return day with { First = at };
        }

        var whole = Deictic(reader, link, link);
        whole = whole.Found ? whole : Whole(reader, link);
        if (!whole.Found)
        {
            return default;
        }

        var today = reader.Today;
        var inside = today >= whole.Period.From && today < whole.Period.To;
        var period =
            !inside ? whole.Period
            : later ? whole.Period with { From = today }
            : whole.Period with { To = today > whole.Period.From ? today : Calendar.AddDays(today, 1) };
        return whole with { First = at, Period = period };
    }

    private static TimeMatch SoFar(TimeMatch whole, int at, in TimeReader reader) =>
        !whole.Found ? default : whole with { First = at, Period = whole.Period with { To = Calendar.AddDays(reader.Today, 1) } };
}
