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
                    reader[at].Value != Units.Year ? Shift(reader, reader[at].Value, 0)
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
            ? new TimeMatch(at, at + 2, Present(reader, at, unit.Value), GrainOf(unit.Value))
            : default;
    }

    /// <summary>
    /// The year, decade or century that the sentence is in: of the story that it goes on with, else of publication.
    /// </summary>
    private static Period Present(in TimeReader reader, int at, int unit)
    {
        if (unit < Units.Year || Verbs.Of(reader, at) != Tense.Past)
        {
            return Shift(reader, unit, 0);
        }

        // "By the end of the decade 400 families had left": of which one no more is known.
        if (NarratedRules.StoryOf(reader) is not { } story)
        {
            return unit == Units.Year ? Shift(reader, unit, 0) : default;
        }

        return unit switch
        {
            Units.Year => Calendar.Year(story.Year),
            Units.Decade => Calendar.Years(story.Year / 10 * 10, 10),
            _ => Calendar.Years(Math.Max(1, story.Year / 100 * 100), 100),
        };
    }

    /// <summary>"In 1914 war broke out; in the following decades": so long from the time of the story.</summary>
    private static Period FromStory(in TimeReader reader, int unit, int count) =>
        count > 0 && NarratedRules.StoryOf(reader) is { } story && UnitCount.Add(story, unit, count) is { } then
            ? new Period(story, then)
            : default;

    /// <summary>
    /// True of what "following" and, in a tale of the past, "next" begin: it is told from the story, never from publication.
    /// </summary>
    private static bool IsTold(in TimeReader reader, int word) =>
        reader.Word(word) is "following" || (reader.KindAt(word) == Kind.Next && Verbs.Of(reader, word) == Tense.Past);

    /// <summary>"the last week of the war": of a whole that no calendar knows.</summary>
    private static bool IsOfAnother(in TimeReader reader, int end) =>
        reader.KindAt(end) == Kind.Of
        && reader.KindAt(reader.Skip(end + 1, Kind.The)) is Kind.Other or Kind.Counted or Kind.Possessive;

    /// <summary>The calendar period of that unit, so many before or after the one that holds the day of publication.</summary>
    public static Period Shift(in TimeReader reader, int unit, int count) =>
        reader.Today is not { } today
            ? default
            : unit switch
            {
                Units.Day => Resolver.Days(today, count),
                Units.Week => Calendar.Week(today, count),
                Units.Fortnight => Calendar.Week(today, count * 2),
                Units.Month => Calendar.Months(today.Year, today.Month + count, 1),
                Units.Year => Calendar.Year(today.Year + count),
                Units.Decade => Calendar.Years((today.Year / 10 * 10) + (count * 10), 10),
                Units.Century => Calendar.Years(Math.Max(1, (today.Year / 100 * 100) + (count * 100)), 100),
                Units.Weekend => Weekend(today, count),
                _ => default,
            };

    public static Grain GrainOf(int unit) =>
        unit switch
        {
            Units.Day => Grain.Day,
            Units.Week or Units.Weekend or Units.Fortnight => Grain.Week,
            Units.Month => Grain.Month,
            Units.Year => Grain.Year,
            _ => Grain.Long,
        };

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
                return new TimeMatch(at, next + 1, Season(reader, token.Value, offset), Grain.Season);
            case Kind.Month when kind is Kind.Last or Kind.This or Kind.Next or Kind.Coming:
                return new TimeMatch(at, next + 1, Month(reader, token.Value, offset), Grain.Month);
            case Kind.Quarter
            or Kind.Unit
                when token.Value < Units.Plural
                    && (token.Kind == Kind.Unit || token.Value == 0)
                    && kind is Kind.Last or Kind.Previous
                    && IsOfAnother(reader, next + 1):
                return new TimeMatch(at, next + 1, default, Grain.Long);
            case Kind.Quarter when token.Value == 0 && kind is not Kind.Recent:
                return new TimeMatch(at, next + 1, Quarter(reader, offset), Grain.Season);
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
                    return new TimeMatch(at, next + 1, FromStory(reader, unit, 1), GrainOf(unit));
                }

                return new TimeMatch(
                    at,
                    next + 1,
                    narrated ? NarratedRules.Shift(reader, unit, offset) : Shift(reader, unit, offset),
                    GrainOf(unit)
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
            return new TimeMatch(at, unit + 1, FromStory(reader, token.Value, unit == next ? 0 : count), Grain.Long);
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
            return new TimeMatch(at, at + 2, Shift(reader, unit, 0), Grain.Week);
        }

        return far == 0 ? NarratedRules.Read(reader, at)
            : unit >= Units.Plural ? default
            : new TimeMatch(at, at + 4, Shift(reader, unit, far), GrainOf(unit));
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
            Grain = GrainOf(unit),
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

    private static Period Weekend(DateTime today, int count)
    {
        var monday = Calendar.Week(today, count).From;
        // Early in the week "this weekend" is the one just past.
        var shift = count == 0 && today.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday ? -2 : 5;
        var saturday = Calendar.AddDays(monday, shift);
        return new Period(saturday, Calendar.AddDays(saturday, 2));
    }

    private static Period Quarter(in TimeReader reader, int offset) =>
        reader.Today is { } today ? Calendar.Months(today.Year, ((today.Month - 1) / 3 * 3) + 1 + (offset * 3), 3) : default;

    private static Period Month(in TimeReader reader, int month, int offset)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        var year =
            offset < 0 && month >= today.Month ? today.Year - 1
            : offset > 0 && month <= today.Month ? today.Year + 1
            : today.Year;
        return Calendar.Month(year, month);
    }

    private static Period Season(in TimeReader reader, int season, int offset)
    {
        if (reader.Today is not { } today)
        {
            return default;
        }

        var year = today.Year + (offset > 0 ? 0 : 1);
        while (offset < 0 && Calendar.Season(year, season).To > today)
        {
            year--;
        }

        while (offset > 0 && Calendar.Season(year, season).From <= today)
        {
            year++;
        }

        return Calendar.Season(offset == 0 ? today.Year + (season == 0 && today.Month == 12 ? 1 : 0) : year, season);
    }
}
