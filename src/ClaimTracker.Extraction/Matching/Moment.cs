using System.Globalization;
using System.Text.RegularExpressions;
using ClaimTracker.Extraction.Lexicons;
using ClaimTracker.Extraction.Readings;
using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>A time as it is compared: by its bounds where they are known, else by its words.</summary>
internal static partial class Moment
{
    private static readonly WordSet Padding = new("the of on in at during a an local time");

    // Days of a name that is a date in every year.
    private static readonly Dictionary<string, string> Feasts = new()
    {
        ["christmas day"] = "25 december",
        ["christmas eve"] = "24 december",
        ["boxing day"] = "26 december",
        ["new year's day"] = "1 january",
        ["new year's eve"] = "31 december",
        ["valentine's day"] = "14 february",
        ["halloween"] = "31 october",
        ["bastille day"] = "14 july",
    };

    /// <summary>The key of a time; a time of which the day is not known never has the key of one of which it is.</summary>
    public static string Key(string text, TimeReference time)
    {
        if (time.From is { } from)
            return string.Create(CultureInfo.InvariantCulture, $"@{from:s}/{time.To:s}");
        var words = new List<MatchWord>();
        WordReader.Read(Plain(time.Span.Of(text)), words);
        var keys = words.Where(word => !Padding.Has(word.Plain)).Select(word => Number(Senses.Of(word.Plain, false)));
        return "@" + string.Join(' ', keys.Order(StringComparer.Ordinal));
    }

    private static string Plain(string time)
    {
        var plain = time.ToLowerInvariant().Replace('’', '\'');
        foreach (var (feast, day) in Feasts)
            plain = plain.Replace(feast, day, StringComparison.Ordinal);
        plain = plain
            .Replace("decades", "10 years", StringComparison.Ordinal)
            .Replace("decade", "10 years", StringComparison.Ordinal)
            .Replace("the past ", "the last ", StringComparison.Ordinal);
        plain = Noon().Replace(plain.Replace("midnight", "12am", StringComparison.Ordinal), "12pm");
        return TwelveHours().Replace(TwentyFourHours().Replace(plain, Clock), Clock);
    }

    // "6 p.m.", "6.00pm" and "18:00" are one.
    private static string Clock(System.Text.RegularExpressions.Match clock)
    {
        var hour = int.Parse(clock.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = clock.Groups["minute"] is { Success: true } of ? of.Value : "00";
        if (clock.Groups["half"] is { Success: true } half)
            hour = (hour % 12) + (half.Value[0] == 'p' ? 12 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"clock{hour:00}{minute}");
    }

    private static string Number(string plain) =>
        NumberLexicon.TryFind(plain, out var number) && number.Kind <= NumberWordKind.Ten && number.Value > 0
            ? number.Value.ToString(CultureInfo.InvariantCulture)
            : Ordinal(Senses.Of(plain, false));

    private static string Ordinal(string word) => char.IsDigit(word[0]) ? word.TrimEnd('s', 't', 'n', 'd', 'r', 'h') : word;

    [GeneratedRegex(
        @"\b(?<hour>\d{1,2})(?:[.:](?<minute>\d\d))?\s?(?<half>[ap])\.?m\b\.?",
        RegexOptions.None,
        RegexLimit.Milliseconds
    )]
    private static partial Regex TwelveHours();

    [GeneratedRegex(@"\b(?:noon|midday)\b", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex Noon();

    [GeneratedRegex(@"\b(?<hour>\d{1,2}):(?<minute>\d\d)\b(?!\s?[ap]\.?m)", RegexOptions.None, RegexLimit.Milliseconds)]
    private static partial Regex TwentyFourHours();
}
