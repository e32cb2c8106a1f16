using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Brings two forms of a statement to one way of writing hours, days, sums and measures: what only one of them writes out,
/// converts in brackets or counts again is taken away, where it is the same.
/// </summary>
internal static partial class SameWriting
{
    // What is rounded in a conversion.
    private const double Rounding = 0.05;

    private const string Months =
        "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?";

    private static readonly string[] Hour =
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    private static readonly Dictionary<string, string> Street = new()
    {
        ["Rd"] = "Road",
        ["Rd."] = "Road",
        ["Ave"] = "Avenue",
        ["Ave."] = "Avenue",
        ["Sq"] = "Square",
        ["Sq."] = "Square",
        ["Ln"] = "Lane",
        ["Ln."] = "Lane",
    };

    /// <summary>Both as they are compared.</summary>
    public static (string Was, string Now) Of(string was, string now)
    {
        (was, now) = (Plain(was), Plain(now));
        (was, now) = (WithoutConversions(was, now), WithoutConversions(now, was));
        (was, now) = (WithoutDates(was, now), WithoutDates(now, was));
        (was, now) = (WithoutWeekdays(was, now), WithoutWeekdays(now, was));
        return (WithoutHalves(was, now), WithoutHalves(now, was));
    }

    private static string Clock(System.Text.RegularExpressions.Match match)
    {
        var hour = match.Groups["hour"].Value.ToLowerInvariant();
        var number = Array.IndexOf(Hour, hour) + 1;
        return $"{(number > 0 ? number : hour)} {(match.Groups["half"].ValueSpan[0] is 'm' or 'M' ? "am" : "pm")}";
    }

    private static string Plain(string text)
    {
        text = Military().Replace(text, "$1$3:$2$4");
        text = Spoken().Replace(text, match => Clock(match));
        text = Years().Replace(text, "from $1 to $2");
        text = Between().Replace(text, "$1$3 to $2$4");
        text = Days().Replace(text, "$1 to $2");
        text = OneMonth().Replace(text, "$1 to $3 $2");
        text = PerYear().Replace(text, "a year");
        text = Every().Replace(text, "each");
        text = Streets().Replace(text, match => Street[match.Value]);
        text = DottedClock().Replace(text, "$1:$2");
        text = Ordinals().Replace(text, "$1");
        text = HalfYears().Replace(text, "$1 and a half years");
        text = Noon().Replace(text, "$1");
        text = Relative().Replace(text, match => match.ValueSpan[0] == ',' ? ", " : " ");
        text = DecimalCommas().Replace(text, "$1.$2");
        text = Hours().Replace(text, " hours");
        text = Minutes().Replace(text, " minutes");
        text = Seconds().Replace(text, " seconds");
        return Counted().Replace(text, "$1 $4 $2 $3 $4");
    }

    // "90 km (56 miles)" beside "90 km": said twice, if it is the same length.
    // Where both give one, each is compared.
    private static string WithoutConversions(string text, string other) =>
        Bracketed().Count(text) <= Bracketed().Count(other)
            ? text
            : Bracketed()
                .Replace(
                    text,
                    match => !other.Contains(match.Value, StringComparison.Ordinal) && Converts(text, match) ? "" : match.Value
                );

    private static bool Converts(string text, System.Text.RegularExpressions.Match match)
    {
        var inside = PassageSubject.FiguresOf(match.Groups["inside"].Value);
        var before = PassageSubject.FiguresOf(text[..match.Index]);
        // What an old or a foreign coin is worth, nobody can reckon; the sum itself stands.
        if (inside is [{ Quantity.Unit: { Length: 3 } coin }] && coin.All(char.IsAsciiLetterUpper))
        {
            return before is [.., { Quantity: { Unit: var sum, Span: var last } }]
                && sum != coin
                && text.AsSpan(last.End, match.Index - last.End).Trim().IndexOf(' ') < 0;
        }

        return inside is [{ Quantity: { Value: { } given, Unit: { } unit } }]
            && before is [.., { Quantity: { Value: { } value, Unit: { } measure, Span: var span } }]
            && text.AsSpan(span.End, match.Index - span.End).IsWhiteSpace()
            && unit != measure
            && Conversions.InBase(given, unit) is var (one, kind)
            && Conversions.InBase(value, measure) is var (two, same)
            && kind == same
            && Math.Abs(one - two) <= Rounding * Math.Abs(two);
    }

    // "Monday, 4 May" beside "Monday".
    private static string WithoutDates(string text, string other) =>
        Dated()
            .Replace(
                text,
                match =>
                    !Dated().IsMatch(other) && other.Contains(match.Groups["day"].Value, StringComparison.OrdinalIgnoreCase)
                        ? match.Groups["day"].Value
                        : match.Value
            );

    // "Tuesday, 1 July" beside "1 July".
    private static string WithoutWeekdays(string text, string other) =>
        Dated()
            .Replace(
                text,
                match =>
                    !other.Contains(match.Groups["day"].Value, StringComparison.OrdinalIgnoreCase)
                    && !Dated().IsMatch(other)
                    && match.Value[match.Groups["day"].Length..].TrimStart(',', ' ') is var date
                    && WrittenDays.Of(other).Exists(one => WrittenDays.Of(date).Exists(day => day.Form == one.Form))
                        ? date
                        : match.Value
            );

    // "3:20 p.m." beside "3:20".
    private static string WithoutHalves(string text, string other) =>
        Half()
            .Replace(
                text,
                match =>
                    !other.Contains(match.Value, StringComparison.OrdinalIgnoreCase)
                    && !Half().IsMatch(other)
                    && other.Contains(match.Groups["clock"].Value, StringComparison.Ordinal)
                        ? match.Groups["clock"].Value
                        : match.Value
            );

    // "0815", "2055 UTC", "0900 hours".
    [GeneratedRegex(
        @"(?<![\d:.,])(?:(0\d)([0-5]\d)(?![\d:.,]\d|\d)|(1\d|2[0-3])([0-5]\d)(?= (?:hours|hrs|UTC|GMT|BST|CET)\b))(?: (?:hours|hrs)\b)?",
        RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Military();

    // "Nine in the morning", "9 o'clock in the evening".
    [GeneratedRegex(
        @"\b(?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}(?:[:.][0-5]\d)?)(?: o['’]clock)? in the (?<half>morning|afternoon|evening)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Spoken();

    [GeneratedRegex(
        @"(?<![\d–-])(?:from )?((?:1[5-9]|20)\d\d)\s?[–-]\s?((?:1[5-9]|20)\d\d)(?![\d–-])",
        RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Years();

    // "Between 40 and 60", "40–60".
    [GeneratedRegex(
        @"\bbetween (\d{1,3}) and (\d{1,3})(?![\d.,]\d|\d)|(?<![\d.,–-])(\d{1,3})\s?[–-]\s?(\d{1,3})(?![\d.,–-]\d|\d|[–-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Between();

    // "From 3 to 17 May".
    [GeneratedRegex(
        @"\bfrom (\d{1,2}) to (\d{1,2} " + Months + @")\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Days();

    // "From 3 May to 17 May".
    [GeneratedRegex(
        @"\b(?:from )?(\d{1,2}) (" + Months + @") to (\d{1,2}) \2\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex OneMonth();

    [GeneratedRegex(@"\bper annum\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex PerYear();

    [GeneratedRegex(@"\bevery\b", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Every();

    [GeneratedRegex(
        @"(?<=[A-Z][a-z’']+ )(?:Rd|Ave|Sq|Ln)\b\.?(?=[ ,;]|$)",
        RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Streets();

    [GeneratedRegex(
        @"(?<![\d.,])(\d{1,3}),(\d{1,2}|(?<=\b0,)\d+)(?![\d,])",
        RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex DecimalCommas();

    [GeneratedRegex(@"(?<=\d)\s?(?:h|hrs?)\b\.?(?=\s|,|$)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Hours();

    [GeneratedRegex(@"(?<=\d)\s?mins?\b\.?(?=\s|,|\.|$)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Minutes();

    [GeneratedRegex(@"(?<=\d)\s?secs?\b\.?(?=\s|,|\.|$)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Seconds();

    [GeneratedRegex(
        @"(?<![\d:.])([01]\d|2[0-3])\.([0-5]\d)(?=\s|,|\.?$)(?! (?:million|billion|per|%))",
        RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex DottedClock();

    [GeneratedRegex(
        @"\b(?:the )?(\d{1,2})(?:st|nd|rd|th)(?: of)?(?= " + Months + @"\b)|(?<=" + Months + @" \d{1,2})(?:st|nd|rd|th)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Ordinals();

    [GeneratedRegex(
        @"\b(\w+) years?,?(?: and)? (?:six|6) months\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex HalfYears();

    [GeneratedRegex(@"\b12 (noon|midnight)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Noon();

    // "The minister, who is 61, …".
    [GeneratedRegex(
        @"(?:, (?:who|which)| (?:who|which|that)) (?:is|are) (?=(?:aged )?\d|(?:over|under|aged) )",
        RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Relative();

    // "300 to 280 pounds": what is counted stands behind both.
    [GeneratedRegex(
        @"(?<![\d.,])(\d[\d,.]*\d|\d) (to) (\d[\d,.]*\d|\d) (?!million|billion|thousand|per|and|to|or|in|on|at|of)([a-z]{3,})",
        RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Counted();

    [GeneratedRegex(@"\s?\((?<inside>[^()]{1,40})\)", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"(?<day>\b(?:mon|tues|wednes|thurs|fri|satur|sun)day),? (?:(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? "
            + Months
            + @"|"
            + Months
            + @" \d{1,2}(?:st|nd|rd|th)?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Dated();

    [GeneratedRegex(
        @"(?<![\d:.])(?<clock>(?:1[0-2]|[1-9])[:.][0-5]\d)\s?[ap]\.?m\b\.?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        RegexLimit.Milliseconds
    )]
    private static partial Regex Half();
}
