namespace ClaimTracker.Extraction.Times;

/// <summary>Dates of the calendar: "3 May 2022", "May 3-4", "Tuesday, August 19", "March 2021", "2022-05-03".</summary>
internal static class DateRules
{
    private const int LastDay = 31;

    public static TimeMatch Read(in TimeReader reader, int at)
    {
        var date = at;
        if (reader.KindAt(at) == Kind.Weekday)
        {
            date = reader.Skip(reader.Skip(at + 1, Kind.Comma), Kind.The);
        }

        var found = reader.KindAt(date) switch
        {
            Kind.Date => Numeric(reader[date].Value, date),
            Kind.Month => MonthFirst(reader, date),
            Kind.Number or Kind.Ordinal => DayFirst(reader, date),
            _ => default,
        };
        return found.Found && (date == at || found.IsDay) ? found with { First = at } : default;
    }

    /// <summary>
    /// A year of four digits at <paramref name="at"/>, with or without a comma before it; 0 where there is none.
    /// </summary>
    public static int YearAt(in TimeReader reader, int at, out int end)
    {
        var year = reader.Skip(at, Kind.Comma);
        end = year + 1;
        var token = reader[year];
        return
            token.Kind == Kind.Number
            && token.Length == 4
            && token.Value is >= 1000 and < 2200
            && reader.KindAt(end) is not Kind.Counted
            ? token.Value
            : 0;
    }

    /// <summary>The match for a month with or without day and year; what the text leaves out is resolved.</summary>
    public static TimeMatch Build(in TimeReader reader, (int First, int End) tokens, int month, (int From, int To) days, int year)
    {
        if (year == 0 && YearOf(reader, tokens.End) is var (relative, end) && end > 0)
        {
            (year, tokens.End) = (relative, end);
        }

        var named = year > 0;
        // "It dropped the rules from 8 January": the verb says nothing of when they end.
        var forward =
            reader.KindAt(tokens.First - 1) is Kind.From or Kind.For or Kind.Until or Kind.By
            && reader.Tense is Tense.Past or Tense.Said;
        var known = named ? year : Resolver.Year(forward ? reader with { Tense = Tense.Open } : reader, month, days.From);
        var grain = days.From > 0 ? Grain.Day : Grain.Month;
        if (known is not { } resolved)
        {
            return new TimeMatch(tokens.First, tokens.End, default, grain, month, days.From);
        }

        var period = days.From == 0 ? Calendar.Month(resolved, month) : Calendar.Day(resolved, month, days.From);
        if (days.To > days.From)
        {
            period = period with { To = Calendar.Day(resolved, month, days.To).To };
            grain = Grain.Week;
        }

        var (yearlessMonth, yearlessDay) = named ? (0, 0) : (month, days.From);
        return new TimeMatch(tokens.First, tokens.End, period, grain, yearlessMonth, yearlessDay);
    }

    /// <summary>
    /// "March 20 last year", "in May of this year": the year that is told from publication, and the token behind it.
    /// </summary>
    private static (int Year, int End) YearOf(in TimeReader reader, int at)
    {
        var word = reader.Skip(at, Kind.Of);
        var offset = reader.KindAt(word) switch
        {
            Kind.Last => -1,
            Kind.This => 0,
            Kind.Next => 1,
            _ => int.MinValue,
        };
        return
            offset < -1
            || reader.KindAt(word + 1) != Kind.Unit
            || reader[word + 1].Value != Units.Year
            || reader.Today is not { } today
            ? default
            : (today.Year + offset, word + 2);
    }

    private static TimeMatch Numeric(int value, int at) =>
        new(at, at + 1, Calendar.Day(value / 10000, value / 100 % 100, value % 100), Grain.Day);

    private static TimeMatch MonthFirst(in TimeReader reader, int at)
    {
        var month = reader[at].Value;
        var next = reader.Skip(at + 1, Kind.The);
        var tight = reader.KindAt(at + 1) == Kind.Dash && reader.IsTight(at + 2) ? at + 2 : next;
        if (IsDay(reader, tight) && reader.KindAt(tight + 1) is not (Kind.Counted or Kind.Unit or Kind.Month or Kind.Hours))
        {
            var end = tight + 1;
            var last = LastOfRange(reader, end, ref end);
            var year = YearAt(reader, reader.Skip(end, Kind.Of), out var yearEnd);
            return Build(reader, (at, year > 0 ? yearEnd : end), month, (reader[tight].Value, last), year);
        }

        var alone = YearAt(reader, reader.Skip(at + 1, Kind.Of), out var aloneEnd);
        if (alone == 0 && IsPerson(reader, at))
        {
            return default;
        }

        return Build(reader, (at, alone > 0 ? aloneEnd : at + 1), month, default, alone);
    }

    /// <summary>
    /// "Theresa May", "Prime Minister May", "Celia March", "May" that opens a sentence with neither day nor year, and "June
    /// Lacey", where a name of its own follows.
    /// </summary>
    private static bool IsPerson(in TimeReader reader, int at)
    {
        var before = reader[at - 1];
        return reader[at].Value is 3 or 4 or 5 or 6 or 8
            && (
                before.Kind == Kind.None
                    ? (reader[at].Value == 5 && reader.KindAt(at + 1) is not (Kind.Dash or Kind.To)) || IsFirstName(reader, at)
                    : before.Kind == Kind.Other && char.IsUpper(reader.Word(at - 1)[0])
            );
    }

    /// <summary>"April Hobbs will": three months are first names; what follows "April US jobs" is in capitals.</summary>
    private static bool IsFirstName(in TimeReader reader, int at) =>
        reader[at].Value is 4 or 5 or 6
        && reader.KindAt(at + 1) == Kind.Other
        && reader.Word(at + 1) is [var first, var second, ..]
        && char.IsUpper(first)
        && char.IsLower(second);

    private static TimeMatch DayFirst(in TimeReader reader, int at)
    {
        if (!IsDay(reader, at))
        {
            return default;
        }

        var end = at + 1;
        var last = LastOfRange(reader, end, ref end);
        end = reader.Skip(reader.Skip(end, Kind.Of), Kind.Dash);
        if (reader.KindAt(end) != Kind.Month)
        {
            return default;
        }

        var month = reader[end].Value;
        var year = YearAt(reader, reader.Skip(reader.Skip(end + 1, Kind.Dash), Kind.Of), out var yearEnd);
        return Build(reader, (at, year > 0 ? yearEnd : end + 1), month, (reader[at].Value, last), year);
    }

    /// <summary>
    /// The second day of "3-4 May" or "3 to 4 May"; 0, and <paramref name="end"/> as it was, where there is none.
    /// </summary>
    private static int LastOfRange(in TimeReader reader, int at, ref int end)
    {
        var joined =
            reader.KindAt(at) is Kind.Dash
            || (reader.KindAt(at) is Kind.To or Kind.And && reader.KindAt(at + 2) is Kind.Month or Kind.Of);
        if (
            !joined
            || !IsDay(reader, at + 1)
            || reader[at + 1].Value <= reader[at - 1].Value
            || (reader.KindAt(at - 2) == Kind.Month && reader.KindAt(at + 2) == Kind.Month)
        )
        {
            return 0;
        }

        end = at + 2;
        return reader[at + 1].Value;
    }

    private static bool IsDay(in TimeReader reader, int at)
    {
        var token = reader[at];
        // "The Fourth of July", but not "a third of June".
        if (token.Kind == Kind.Ordinal && token.Length > 4)
        {
            // "July the twenty-first", but not "in July first results".
            return (
                    reader.KindAt(at + 1) == Kind.Of
                    && reader.KindAt(at + 2) == Kind.Month
                    && reader.KindAt(at - 1) is not (Kind.A or Kind.Last or Kind.Number)
                )
                || (token.Value > 20 && reader.KindAt(at + 1) == Kind.Month)
                || (reader.KindAt(at - 1) == Kind.Month && token.Value > 20)
                || (reader.KindAt(at - 1) == Kind.The && reader.KindAt(at - 2) == Kind.Month);
        }

        return token.Kind is Kind.Number or Kind.Ordinal
            && token.Value is >= 1 and <= LastDay
            && token.Length <= 4
            && (token.Kind == Kind.Ordinal || token.Length <= 2);
    }
}
