namespace ClaimTracker.Extraction.Times;

/// <summary>Turns a sentence into words, numbers and marks.</summary>
internal static class TimeLexer
{
    /// <summary>
    /// Fills <paramref name="tokens"/> from <paramref name="from"/> on and says how many it wrote; fewer than fit means that
    /// the end was reached. <paramref name="useful"/> says whether any of them can open a time.
    /// </summary>
    public static int Read(string text, int from, int end, Span<TimeToken> tokens, out bool useful)
    {
        var count = 0;
        useful = false;
        for (var at = from; at < end && count < tokens.Length; )
        {
            var c = text[at];
            if (c == ' ' || char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var token =
                char.IsAsciiDigit(c) ? NumberLexer.Read(text, at, end)
                : char.IsLetter(c) ? Word(text, at, end)
                : Mark(text, at, end);
            useful |= token.Kind is >= Kind.Number and <= Kind.Noon and not (Kind.Figure or Kind.Meridiem);
            tokens[count++] = token;
            at = token.End;
        }

        return count;
    }

    private static TimeToken Word(string text, int at, int end)
    {
        var stop = at + 1;
        while (stop < end && char.IsLetter(text[stop]))
        {
            stop++;
        }

        var word = text.AsSpan(at, stop - at);
        var (kind, value) = TimeWords.Find(word);
        if (kind is Kind.Other && word.Length == 1 && Meridiem(text, at, end) is { Kind: Kind.Meridiem } clock)
        {
            return clock;
        }

        if (kind is Kind.A && Meridiem(text, at, end) is { Kind: Kind.Meridiem } morning)
        {
            return morning;
        }

        if (
            kind is Kind.Month or Kind.Weekday
            && (!IsName(text, word, at, stop, end) || (kind == Kind.Weekday && IsNamedDay(text, at)))
        )
        {
            kind = Kind.Other;
        }

        // "twenty-first"
        if (
            kind == Kind.Number
            && value is 20 or 30
            && char.IsLetter(word[0])
            && UnitOrdinal(text, stop, end) is { Kind: Kind.Ordinal } unit
        )
        {
            return new TimeToken(at, unit.End, Kind.Ordinal, value + unit.Value);
        }

        // The full stop after a short form belongs to it where a number follows: "Sept. 11".
        var dotted =
            kind is Kind.Month or Kind.Weekday
            && stop + 2 < end
            && text[stop] == '.'
            && (char.IsAsciiDigit(text[stop + 1]) || (text[stop + 1] == ' ' && char.IsAsciiDigit(text[stop + 2])));
        return new TimeToken(at, dotted ? stop + 1 : stop, kind, value);
    }

    /// <summary>"first" to "ninth" behind a hyphen.</summary>
    private static TimeToken UnitOrdinal(string text, int hyphen, int end)
    {
        if (hyphen + 1 >= end || text[hyphen] is not ('-' or '‑') || !char.IsLetter(text[hyphen + 1]))
        {
            return default;
        }

        var stop = hyphen + 1;
        while (stop < end && char.IsLetter(text[stop]))
        {
            stop++;
        }

        var (kind, value) = TimeWords.Find(text.AsSpan(hyphen + 1, stop - hyphen - 1));
        return kind == Kind.Ordinal && value < 10 ? new TimeToken(hyphen + 1, stop, kind, value) : default;
    }

    /// <summary>
    /// "may", "march" and "sat" are verbs unless they have a capital, "Mar" and "Sun" need a number beside them.
    /// </summary>
    private static bool IsName(string text, ReadOnlySpan<char> word, int at, int stop, int end)
    {
        var beside =
            NumberBeside(text, at, stop, end) || (at >= 3 && char.IsUpper(word[0]) && text.AsSpan(at - 3, 3) is "on " or "On ");
        return beside
            || (
                char.IsUpper(word[0])
                    ? word.Length > 4 || word is "May" or "June" or "July" or "Sept"
                    : word.Length > 3 && word is not ("march" or "august" or "sept" or "tues" or "weds" or "thur" or "thurs")
            );
    }

    /// <summary>"Super Tuesday", "Bloody Sunday": a day of history or of politics, and not the one of this week.</summary>
    private static bool IsNamedDay(string text, int at)
    {
        if (at < 6 || text[at - 1] != ' ')
        {
            return false;
        }

        var before = text.AsSpan(0, at - 1);
        var name = before[(before.LastIndexOf(' ') + 1)..];
        return name is "Super" or "Bloody" or "Giving" or "Freaky" or "Sheffield"
            || (name is "Black" && !text.AsSpan(at).StartsWith("Friday"));
    }

    private static bool NumberBeside(string text, int at, int stop, int end)
    {
        var next = stop;
        while (next < end && next < stop + 3 && text[next] is ' ' or '.' or ',' or '-' or '\u00A0')
        {
            next++;
        }

        var last = at - 1;
        while (last > 0 && last > at - 3 && text[last] is ' ' or '-' or '\u00A0')
        {
            last--;
        }

        return (next < end && char.IsAsciiDigit(text[next])) || (last >= 0 && char.IsAsciiDigit(text[last]));
    }

    /// <summary>"a.m." and "p.m.", with or without the last dot.</summary>
    private static TimeToken Meridiem(string text, int at, int end)
    {
        var c = text[at] | 0x20;
        if (c is not ('a' or 'p') || at + 2 >= end || text[at + 1] != '.' || (text[at + 2] | 0x20) != 'm')
        {
            return default;
        }

        var stop = at + 3;
        if (stop < end && char.IsLetterOrDigit(text[stop]))
        {
            return default;
        }

        return new TimeToken(at, stop < end && text[stop] == '.' ? stop + 1 : stop, Kind.Meridiem, c == 'p' ? 12 : 0);
    }

    private static TimeToken Mark(string text, int at, int end)
    {
        var c = text[at];
        if (c is '\'' or '’')
        {
            if (
                at + 2 < end
                && char.IsAsciiDigit(text[at + 1])
                && NumberLexer.ShortDecade(text, at, end) is { Kind: Kind.Decade } decade
            )
            {
                return decade;
            }

            var owner = at + 1 < end && (text[at + 1] | 0x20) == 's' && (at + 2 >= end || !char.IsLetterOrDigit(text[at + 2]));
            return owner ? new TimeToken(at, at + 2, Kind.Possessive, 0) : new TimeToken(at, at + 1, Kind.Other, 0);
        }

        var kind = c switch
        {
            ',' => Kind.Comma,
            '-' or '–' or '—' or '‑' or '−' => Kind.Dash,
            _ => Kind.Other,
        };
        return new TimeToken(at, at + 1, kind, 0);
    }
}
