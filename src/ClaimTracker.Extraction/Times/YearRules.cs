namespace ClaimTracker.Extraction.Times;

/// <summary>
/// Years, decades, centuries, seasons, quarters and halves: "in 2014", "the 1990s", "the spring of 2021", "Q3 2024".
/// </summary>
internal static class YearRules
{
    public static TimeMatch Read(in TimeReader reader, int at)
    {
        var word = reader.Skip(at, Kind.The);
        return reader.KindAt(word) switch
        {
            Kind.Number when reader[word].Value > 0 && IsBeforeChrist(reader, word + 1) => new TimeMatch(
                word,
                word + 2,
                default,
                Grain.Year
            ),
            Kind.Other when reader.Word(word) is "fiscal" or "Fiscal" or "FY" => Fiscal(reader, at, word),
            Kind.Number when IsYear(reader, word) => new TimeMatch(word, word + 1, Calendar.Year(reader[word].Value), Grain.Year),
            Kind.YearPair => Pair(reader[word].Value, at, word),
            Kind.Decade => Decade(reader, at, word),
            Kind.Season => Season(reader, at, word),
            Kind.Quarter or Kind.Half when reader[word].Value > 0 => PartOfYear(reader, at, word, word + 1, reader[word].Value),
            Kind.Ordinal => Ordinal(reader, at, word),
            _ => default,
        };
    }

    /// <summary>True where the number at <paramref name="at"/> can only be a year, going by what stands around it.</summary>
    private static bool IsYear(in TimeReader reader, int at)
    {
        var token = reader[at];
        if (
            token.Length != 4
            || token.Value is < 1000 or >= 2200
            || reader.KindAt(at + 1) is Kind.Counted or Kind.Hours
            || (reader.KindAt(at + 1) is Kind.Unit && reader[at + 1].Value >= Units.Plural)
        )
        {
            return false;
        }

        // "2019-nCoV" is a name.
        if (
            reader.KindAt(at + 1) == Kind.Dash
            && reader.IsTight(at + 1)
            && reader.IsTight(at + 2)
            && reader.Word(at + 2).ContainsAnyInRange('A', 'Z')
        )
        {
            return false;
        }

        var recent = token.Value is >= 1800 and < 2100;
        var joined = reader.KindAt(at - 2) is Kind.Number or Kind.Month or Kind.YearPair && reader[at - 2].Length >= 3;
        return reader.KindAt(at - 1) switch
        {
            Kind.In or Kind.Since or Kind.Until or Kind.During or Kind.Early or Kind.Late or Kind.Mid or Kind.Season => true,
            Kind.Comma => recent && !IsCounting(reader, at + 1),
            Kind.Before or Kind.After or Kind.Between or Kind.The or Kind.Possessive => recent,
            Kind.Month or Kind.Unit or Kind.Quarter or Kind.Half or Kind.End or Kind.None => recent,
            Kind.By or Kind.From or Kind.Of or Kind.For => recent && !IsCounting(reader, at + 1),
            Kind.About => recent
                && reader.KindAt(at - 2) is Kind.From or Kind.Between
                && reader.KindAt(at + 1) is Kind.To or Kind.And,
            Kind.To when reader.Word(at - 2) is "back" => recent,
            Kind.To or Kind.And or Kind.Dash => recent
                && (joined || reader.KindAt(at - 1) == Kind.And)
                && !IsCounting(reader, at + 1),
            Kind.Over => recent && reader.KindAt(at + 1) == Kind.Dash,
            Kind.Other => recent && (Opens(reader, at - 1) || IsTitle(reader, at - 1) || IsFirstOfTwo(reader, at)),
            _ => false,
        };
    }

    /// <summary>Years before the first are found, and not resolved: the calendar begins with the first.</summary>
    private static bool IsBeforeChrist(in TimeReader reader, int at) => reader.Word(at) is "BC" or "BCE";

    /// <summary>
    /// "Fiscal 2026", "fiscal year 2026": taken as the calendar year, since each firm and state begins its own elsewhere.
    /// </summary>
    private static TimeMatch Fiscal(in TimeReader reader, int at, int word)
    {
        var year = reader.KindAt(word + 1) == Kind.Unit && reader[word + 1].Value == Units.Year ? word + 2 : word + 1;
        return DateRules.YearAt(reader, year, out var end) is var named and > 0 && reader.KindAt(year) == Kind.Number
            ? new TimeMatch(at, end, Calendar.Year(named), Grain.Year)
            : default;
    }

    /// <summary>"2014 millimetres": a plural noun behind the number is what is counted.</summary>
    private static bool IsCounting(in TimeReader reader, int at)
    {
        var word = reader.Word(at);
        return reader.KindAt(at) == Kind.Other
            && word.Length > 3
            && char.IsLower(word[0])
            && word[^1] == 's'
            && word
                is not (
                    "elections"
                    or "levels"
                    or "games"
                    or "figures"
                    or "prices"
                    or "protests"
                    or "talks"
                    or "attacks"
                    or "does"
                );
    }

    private static bool Opens(in TimeReader reader, int at) => reader.Word(at) is "(" or "[";

    /// <summary>"2004 and 2008".</summary>
    private static bool IsFirstOfTwo(in TimeReader reader, int at) =>
        reader.KindAt(at + 1) == Kind.And
        && reader[at + 2] is { Kind: Kind.Number, Length: 4, Value: >= 1800 and < 2100 }
        && !IsCounting(reader, at + 3);

    /// <summary>"World Cup 2018" and the like, but no numbers of what is counted through: "Flight 2017".</summary>
    private static bool IsTitle(in TimeReader reader, int at) =>
        char.IsUpper(reader.Word(at)[0])
        && reader.Word(at).Length > 2
        && reader.Word(at)
            is not (
                "Resolution"
                or "Article"
                or "Section"
                or "Boeing"
                or "Route"
                or "Flight"
                or "Highway"
                or "Interstate"
                or "Room"
                or "Form"
                or "Bill"
                or "Law"
                or "Act"
                or "Decree"
                or "Order"
                or "Regulation"
                or "Directive"
                or "Rule"
                or "Chapter"
                or "Page"
                or "Paragraph"
                or "Case"
                or "Lot"
                or "Unit"
                or "Train"
                or "Bus"
                or "Line"
                or "Channel"
                or "Street"
                or "Peugeot"
                or "Proposition"
                or "Measure"
                or "Asteroid"
                or "Battalion"
                or "Regiment"
            );

    private static TimeMatch Pair(int years, int at, int word) =>
        new(at, word + 1, Calendar.Years(years / 10000, (years % 10000) - (years / 10000) + 1), Grain.Long);

    /// <summary>"the 1990s", "the sixties", "the 20th century" is read by <see cref="Ordinal"/>.</summary>
    private static TimeMatch Decade(in TimeReader reader, int at, int word)
    {
        var spelled = char.IsLetter(reader.Word(word)[0]);
        var person =
            reader.KindAt(at - 1) is not (Kind.In or Kind.Of or Kind.Since or Kind.Late or Kind.Early or Kind.Mid or Kind.During);
        // "In their 30s" and "in 30s" are ages.
        var bare = !spelled && reader[word].Length < 4 && char.IsAsciiDigit(reader.Word(word)[0]);
        if ((spelled || reader[word].Length < 4) && word == at && (person || bare))
        {
            return default;
        }

        var length = reader[word].Value % 100 == 0 && reader[word].Value < 1900 ? 100 : 10;
        return new TimeMatch(at, word + 1, Calendar.Years(reader[word].Value, length), Grain.Long);
    }

    private static TimeMatch Season(in TimeReader reader, int at, int word)
    {
        var season = reader[word].Value;
        var year = DateRules.YearAt(reader, reader.Skip(word + 1, Kind.Of), out var end);
        if (year > 0)
        {
            return new TimeMatch(at, end, Calendar.Season(year, season), Grain.Season);
        }

        if (
            reader.KindAt(word + 1) == Kind.Of
            && RelativeRules.Read(reader, word + 2) is { Found: true, Grain: Grain.Year } named
        )
        {
            var known = named.Period.From?.Year;
            return new TimeMatch(at, named.End, known is { } y ? Calendar.Season(y, season) : default, Grain.Season);
        }

        // "the fall" is mostly a defeat; "spring" alone may be a verb.
        var seasonal =
            word > at
            && reader.KindAt(at - 1) is Kind.In or Kind.During or Kind.Until or Kind.By or Kind.Since
            && !reader.Word(word).SequenceEqual("fall");
        return seasonal || (reader.KindAt(at - 1) is Kind.This && word == at)
            ? new TimeMatch(at, word + 1, Resolver.Nearest(reader, y => Calendar.Season(y, season)), Grain.Season)
            : default;
    }

    /// <summary>"the first half of 2023", "the second quarter", "the first week of May", "the 20th century".</summary>
    private static TimeMatch Ordinal(in TimeReader reader, int at, int word)
    {
        var number = reader[word].Value;
        var unit = reader[word + 1];
        if (unit.Kind == Kind.Unit && unit.Value == Units.Century && number is > 0 and < 22)
        {
            return IsBeforeChrist(reader, word + 2)
                ? new TimeMatch(at, word + 3, default, Grain.Long)
                : new TimeMatch(at, word + 2, Calendar.Years(Math.Max(1, (number - 1) * 100), 100), Grain.Long);
        }

        if ((unit.Kind == Kind.Quarter && number <= 4) || (unit.Kind == Kind.Half && number <= 2))
        {
            return PartOfYear(reader, at, word + 1, word + 2, number);
        }

        if (
            unit.Kind == Kind.Unit
            && unit.Value is Units.Week or Units.Day
            && number <= (unit.Value == Units.Day ? 31 : 5)
            && reader.KindAt(word + 2) == Kind.Of
            && Named(reader, word + 3) is { Found: true } whole
            && whole.Grain is Grain.Month or Grain.Year
        )
        {
            var days = unit.Value == Units.Week ? 7 : 1;
            var from = Calendar.AddDays(whole.Period.From, (number - 1) * days);
            return new TimeMatch(
                at,
                whole.End,
                from >= whole.Period.To ? default : new Period(from, Calendar.AddDays(from, days)),
                days == 1 ? Grain.Day : Grain.Week
            );
        }

        return default;
    }

    private static TimeMatch PartOfYear(in TimeReader reader, int at, int word, int end, int number)
    {
        var half = reader.KindAt(word) == Kind.Half;
        var year = Named(reader, reader.Skip(end, Kind.Of));
        if (!year.Found || year.Grain != Grain.Year)
        {
            var plain = reader[word].Value > 0 || (!half && reader.KindAt(end) is not Kind.Of);
            return plain ? new TimeMatch(at, end, Resolver.Nearest(reader, y => Part(y, half, number)), Grain.Season) : default;
        }

        return new TimeMatch(at, year.End, year.Period.From is { } from ? Part(from.Year, half, number) : default, Grain.Season);
    }

    private static Period Part(int year, bool half, int number) =>
        half ? Calendar.Months(year, ((number - 1) * 6) + 1, 6) : Calendar.Quarter(year, number);

    /// <summary>A month, year or other long period that parts are taken of; a bare number there is a year.</summary>
    public static TimeMatch Named(in TimeReader reader, int at)
    {
        var word = reader.Skip(at, Kind.The);
        if (DateRules.YearAt(reader, word, out var end) is var year and > 0 && reader.KindAt(word) == Kind.Number)
        {
            return new TimeMatch(at, end, Calendar.Year(year), Grain.Year);
        }

        var found = DateRules.Read(reader, word);
        found = found.Found ? found : RelativeRules.Read(reader, at);
        found = found.Found ? found : RelativeRules.Whole(reader, at);
        return found.Found || reader.KindAt(word) is Kind.Ordinal
            ? found with
            {
                First = found.Found ? at : 0,
            }
            : Read(reader, at);
    }
}
