namespace ClaimTracker.Extraction.Times;

/// <summary>Lengths of time: "80 years", "more than a month", "an 11-year ban"; with "ago" they are points in time.</summary>
internal static class DurationRules
{
    /// <summary>How far before "in ten years" a superlative may stand.</summary>
    private const int RankReach = 6;

    public static TimeMatch Read(in TimeReader reader, int at)
    {
        var number = at;
        while (reader.KindAt(number) is Kind.About or Kind.Over || (number > at && reader.KindAt(number) is Kind.Than))
        {
            number++;
        }

        if (number == at && reader.KindAt(at) == Kind.Other && IsComparator(reader, at))
        {
            number =
                at
                + (
                    reader.KindAt(at + 1) is Kind.Than ? 2
                    : reader.Word(at + 1) is "least" or "most" ? 2
                    : 1
                );
        }

        var unit = UnitCount.Read(reader, number, out var count);
        if (unit == number && !IsPluralAlone(reader, at))
        {
            return default;
        }

        var dash = reader.KindAt(unit) == Kind.Dash && reader.IsTight(unit) ? unit + 1 : unit;
        var token = reader[dash];
        if (
            token.Kind is not (Kind.Unit or Kind.Hours)
            || (token.Kind == Kind.Unit && token.Value % Units.Plural == Units.Weekend)
        )
        {
            return default;
        }

        var lone = count > 100 && dash == unit && token.Kind == Kind.Unit && token.Value < Units.Plural;
        return lone || IsAge(reader, at) ? default : Finish(reader, at, dash, count, number, unit);
    }

    private static TimeMatch Finish(in TimeReader reader, int at, int word, int count, int number, int amountEnd)
    {
        var end = word + 1;
        var old = reader.Skip(end, Kind.Dash);
        if (reader.KindAt(old) == Kind.Old || (reader[old].Kind == Kind.Other && reader.Word(old) is "olds"))
        {
            return default;
        }

        if (reader.KindAt(end) == Kind.Ago)
        {
            var known = amountEnd > number && count > 0 && reader.KindAt(amountEnd - 1) is not (Kind.Figure or Kind.Vague);
            return new TimeMatch(at, end + 1, known ? Ago(reader, reader[word].Value, count) : default, Grain.Week);
        }

        if (
            reader.KindAt(end) is Kind.Earlier or Kind.Later
            && number == at
            && NarratedRules.Shift(reader, reader[word].Value, reader.KindAt(end) == Kind.Later ? count : -count)
                is { From: not null } narrated
        )
        {
            return new TimeMatch(at, end + 1, narrated, Grain.Week);
        }

        if (Counted(reader, at, word, count) is { Found: true } counted)
        {
            return counted;
        }

        var bare = number == at && amountEnd == number + 1 && reader.KindAt(number) == Kind.A;
        if (bare && !IsAnchored(reader, at, end))
        {
            return default;
        }

        // "in two weeks" after "will" is a point to come; otherwise only a length.
        var ahead =
            reader.KindAt(at - 1) == Kind.In
            && reader.Tense is Tense.Future or Tense.Will
            && number == at
            && count > 0
            && reader.Today is { }
            && !IsRanked(reader, at - 1);
        var due = ahead ? UnitCount.Add(reader.Today!.Value, reader[word].Value, count) : null;
        return new TimeMatch(at, end, due is { } day ? Calendar.Day(day) : default, Grain.Duration);
    }

    /// <summary>"The first in seven years", "the biggest vote in a decade": so long back, whatever the tense.</summary>
    private static bool IsRanked(in TimeReader reader, int at)
    {
        for (var word = at - 1; word >= at - RankReach && reader.KindAt(word) is not (Kind.None or Kind.Comma); word--)
        {
            if (
                (reader.KindAt(word) == Kind.Ordinal && char.IsLetter(reader.Word(word)[0]))
                || reader.Word(word) is "only" or "most" or "least" or "record" or "best" or "worst" or [.., 'e', 's', 't']
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"aged 8–10 years", "at the age of four months".</summary>
    private static bool IsAge(in TimeReader reader, int at) =>
        reader.Word(at - 1) is "aged"
        || (reader.KindAt(at - 1) == Kind.Of && reader.Word(at - 2) is "age")
        || (reader.KindAt(at - 1) == Kind.Dash && reader.Word(at - 3) is "aged");

    /// <summary>"three days after 12 January", "two weeks from tomorrow".</summary>
    private static TimeMatch Counted(in TimeReader reader, int at, int word, int count)
    {
        var sign = reader.KindAt(word + 1) switch
        {
            Kind.Before => -1,
            Kind.After or Kind.From => 1,
            _ => 0,
        };
        var day = sign == 0 || count == 0 ? default : DayRules.Bare(reader, reader.Skip(word + 2, Kind.The));
        if (sign != 0 && count > 0 && !day.Found && reader.KindAt(word + 1) is Kind.Before or Kind.After)
        {
            day = NarratedRules.Occasion(reader, word + 2);
        }

        return !day.Found || reader.KindAt(day.End) == Kind.Possessive
            ? default
            : new TimeMatch(
                at,
                day.End,
                day.Period.From is { } from && UnitCount.Add(from, reader[word].Value, sign * count) is { } then
                    ? Calendar.Day(then)
                    : default,
                Grain.Day
            );
    }

    /// <summary>As exact as the unit: "two days ago" is a day, "three months ago" a month, "ten years ago" a year.</summary>
    private static Period Ago(in TimeReader reader, int unit, int count)
    {
        if (reader.Today is not { } today || UnitCount.Add(today, unit, -count) is not { } then)
        {
            return default;
        }

        return (unit % Units.Plural) switch
        {
            Units.Week or Units.Fortnight => Calendar.Week(then),
            Units.Month => Calendar.Month(then.Year, then.Month),
            Units.Year or Units.Decade or Units.Century => Calendar.Year(then.Year),
            _ => Calendar.Day(then),
        };
    }

    private static bool IsComparator(in TimeReader reader, int at) =>
        (reader.KindAt(at + 1) is Kind.Than && reader.Word(at) is "more" or "less" or "fewer" or "longer" or "More" or "Less")
        || (reader.KindAt(at + 1) is Kind.Other && reader.Word(at) is "at" && reader.Word(at + 1) is "least" or "most");

    /// <summary>"for decades", "years ago".</summary>
    private static bool IsPluralAlone(in TimeReader reader, int at) =>
        reader.KindAt(at) is Kind.Unit
        && reader[at].Value >= Units.Plural + Units.Day
        && (reader.KindAt(at + 1) == Kind.Ago || reader.KindAt(at - 1) is Kind.For);

    private static bool IsAnchored(in TimeReader reader, int at, int end) =>
        reader.KindAt(at - 1) is Kind.For or Kind.In or Kind.Within or Kind.Than
        || reader.KindAt(end) is Kind.Earlier or Kind.Later or Kind.After or Kind.Before;
}
