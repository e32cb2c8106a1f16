namespace ClaimTracker.Extraction.Times;

/// <summary>Reads what begins with a digit: day, year, date, clock time, decade, or a figure that is none of them.</summary>
internal static class NumberLexer
{
    private const int LongestNumber = 7;

    public static TimeToken Read(string text, int at, int end)
    {
        var stop = Digits(text, at, end);
        var before = at == 0 ? ' ' : text[at - 1];
        if (before is '$' or '€' or '£' or '¥' or '.' or '/' or '_' or '@' or '=' or '#' || stop - at > LongestNumber)
        {
            return Figure(text, at, stop, end);
        }

        if (char.IsLetter(before))
        {
            return QuarterOrHalf(text, at, stop, before) ?? Figure(text, at, stop, end);
        }

        // The one day that news calls by its numbers.
        if (
            text.AsSpan(at, end - at).StartsWith("9/11")
            && Digits(text, at, end) == at + 1
            && Digits(text, at + 2, end) == at + 4
            && (at + 4 >= end || text[at + 4] != '/')
        )
        {
            return new TimeToken(at, at + 4, Kind.Date, 20010911);
        }

        var value = Value(text, at, stop);
        return Compound(text, at, stop, end, value) ?? Suffixed(text, at, stop, end, value);
    }

    /// <summary>"'90s"; the apostrophe stands at <paramref name="at"/>.</summary>
    public static TimeToken ShortDecade(string text, int at, int end)
    {
        var stop = Digits(text, at + 1, end);
        var fits = stop - at == 3 && stop < end && text[stop] == 's' && text[stop - 1] == '0';
        return fits ? new TimeToken(at, stop + 1, Kind.Decade, Century(Value(text, at + 1, stop))) : default;
    }

    /// <summary>Numbers joined by marks: "14:30", "2022-05-03", "5/3/2022", "2019-20".</summary>
    private static TimeToken? Compound(string text, int at, int stop, int end, int value)
    {
        if (stop + 1 >= end || !char.IsAsciiDigit(text[stop + 1]))
        {
            return null;
        }

        var mark = text[stop];
        var next = Digits(text, stop + 1, end);
        var second = next - stop - 1 <= 4 ? Value(text, stop + 1, next) : int.MaxValue;
        if (mark == ':' && stop - at <= 2 && next - stop == 3 && value < 24 && second < 60)
        {
            return new TimeToken(at, Seconds(text, next, end), Kind.Clock, (value * 60) + second);
        }

        if (
            mark == '.'
            && stop - at <= 2
            && next - stop == 3
            && value < 24
            && second < 60
            && (HasMeridiem(text, next, end) || HasZone(text, next, end) || DottedClock.Stands(text.AsSpan(0, end), at, next))
        )
        {
            return new TimeToken(at, next, Kind.Clock, (value * 60) + second);
        }

        if (
            mark is '-' or '/' or '.'
            && next < end
            && text[next] == mark
            && Digits(text, next + 1, end) is var last
            && last > next + 1
        )
        {
            return DateToken(text, at, last, value, second, Value(text, next + 1, Math.Min(last, next + 5)), stop - at == 4);
        }

        if (mark is '-' or '–' or '/' && stop - at == 4 && next - stop == 3 && value is > 1500 and < 2100 && second > value % 100)
        {
            return new TimeToken(at, next, Kind.YearPair, (value * 10000) + (value / 100 * 100) + second);
        }

        return mark is ',' or '.' or '/' || (mark == ':' && next - stop != 3) ? Figure(text, at, stop, end) : null;
    }

    private static TimeToken DateToken(string text, int at, int last, int first, int second, int third, bool yearFirst)
    {
        // "5/3/2022" is read the American way, month first, unless that cannot be.
        var (year, month, day) =
            yearFirst ? (first, second, third)
            : first > 12 || (text.AsSpan(at, last - at).Contains('.') && second <= 12) ? (third, second, first)
            : (third, first, second);
        year +=
            year < 100
                ? year < 50
                    ? 2000
                    : 1900
                : 0;
        var real = month is >= 1 and <= 12 && year is > 1000 and < 3000 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        return new TimeToken(at, last, real ? Kind.Date : Kind.Figure, (year * 10000) + (month * 100) + day);
    }

    private static TimeToken Suffixed(string text, int at, int stop, int end, int value)
    {
        var suffix = stop;
        while (suffix < end && suffix - stop < 3 && char.IsAsciiLetter(text[suffix]))
        {
            suffix++;
        }

        var word = text.AsSpan(stop, suffix - stop);
        if (word.IsEmpty)
        {
            var figure = stop < end && text[stop] is '%' or '_' or '€';
            return new TimeToken(at, stop, figure ? Kind.Figure : Kind.Number, value);
        }

        if (word is "st" or "nd" or "rd" or "th")
        {
            return new TimeToken(at, suffix, Kind.Ordinal, value);
        }

        if (word is "s" && value % 10 == 0 && stop - at is 4 or 2)
        {
            return new TimeToken(at, suffix, Kind.Decade, stop - at == 2 ? Century(value) : value);
        }

        return new TimeToken(at, stop, word is "am" or "pm" or "AM" or "PM" or "GMT" or "UTC" ? Kind.Number : Kind.Figure, value);
    }

    private static TimeToken? QuarterOrHalf(string text, int at, int stop, char before)
    {
        var alone = stop - at == 1 && (at < 2 || !char.IsLetterOrDigit(text[at - 2]));
        return !alone ? null
            : before is 'Q' or 'q' && text[at] is >= '1' and <= '4' ? new TimeToken(at - 1, stop, Kind.Quarter, text[at] - '0')
            : before == 'H' && text[at] is '1' or '2' ? new TimeToken(at - 1, stop, Kind.Half, text[at] - '0')
            : null;
    }

    private static TimeToken Figure(string text, int at, int stop, int end)
    {
        while (stop + 1 < end && text[stop] is ',' or '.' or '/' or ':' && char.IsAsciiDigit(text[stop + 1]))
        {
            stop = Digits(text, stop + 1, end);
        }

        return new TimeToken(at, stop, Kind.Figure, 0);
    }

    private static bool HasMeridiem(string text, int at, int end)
    {
        at += at < end && text[at] is ' ' or '\u00A0' ? 1 : 0;
        return at + 1 < end && (text[at] | 0x20) is 'a' or 'p' && (text[at + 1] == '.' || (text[at + 1] | 0x20) == 'm');
    }

    private static bool HasZone(string text, int at, int end) =>
        at + 3 < end && text[at] == ' ' && text.AsSpan(at + 1, 3) is "GMT" or "UTC" or "BST" or "CET" or "EST" or "EDT";

    private static int Seconds(string text, int at, int end) =>
        at + 2 < end && text[at] == ':' && Digits(text, at + 1, end) == at + 3 ? at + 3 : at;

    private static int Century(int decade) => decade <= 20 ? 2000 + decade : 1900 + decade;

    private static int Digits(string text, int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static int Value(string text, int at, int stop)
    {
        var value = 0;
        for (; at < stop; at++)
        {
            value = (value * 10) + text[at] - '0';
        }

        return value;
    }
}
