using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// What a statement says, as one string: equal for two that say the same in the same words, however these are spelled, set or
/// measured. "5 km" and "5,000 metres" are one, "an hour" and "per hour", "licence" and "license"; "24 hours" and "a day" are
/// two, since rules tell them apart.
/// </summary>
internal static class WrittenKey
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.-");

    private static readonly FrozenSet<string> Times = new[]
    {
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "quarter",
        "year",
    }.ToFrozenSet();

    // Units that are an exact number of another. Months, days and money are not brought to others.
    private static readonly FrozenDictionary<string, (decimal Factor, string Base)> Measures = new Dictionary<
        string,
        (decimal, string)
    >
    {
        ["mm"] = (0.001m, "m"),
        ["cm"] = (0.01m, "m"),
        ["km"] = (1000m, "m"),
        ["mg"] = (0.001m, "g"),
        ["kg"] = (1000m, "g"),
        ["tonne"] = (1_000_000m, "g"),
        ["kilotonne"] = (1_000_000_000m, "g"),
        ["ml"] = (0.001m, "litre"),
        ["cl"] = (0.01m, "litre"),
        ["minute"] = (60m, "second"),
        ["hour"] = (3600m, "second"),
        ["kW"] = (1000m, "W"),
        ["MW"] = (1_000_000m, "W"),
        ["GW"] = (1_000_000_000m, "W"),
        ["kWh"] = (1000m, "Wh"),
        ["MWh"] = (1_000_000m, "Wh"),
        ["GWh"] = (1_000_000_000m, "Wh"),
        ["TWh"] = (1_000_000_000_000m, "Wh"),
        ["hectare"] = (10_000m, "m²"),
        ["km²"] = (1_000_000m, "m²"),
    }.ToFrozenDictionary();

    // Behind a figure these are units that the reader of figures takes for words, since they mean something else elsewhere.
    private static readonly FrozenDictionary<string, string> Short = new Dictionary<string, string>
    {
        ["m"] = "m",
        ["g"] = "g",
        ["l"] = "litre",
        ["t"] = "tonne",
        ["h"] = "hour",
        ["w"] = "W",
        ["ltr"] = "litre",
        ["ltrs"] = "litre",
        ["wk"] = "week",
        ["wks"] = "week",
        ["mth"] = "month",
        ["mths"] = "month",
        ["hrs"] = "hour",
        ["gal"] = "gallon",
        ["gals"] = "gallon",
        ["bbl"] = "barrel",
        ["bbls"] = "barrel",
    }.ToFrozenDictionary();

    /// <summary>The string for the words of a statement.</summary>
    public static string Of(IReadOnlyList<PlainWord> words)
    {
        var key = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1].Form : "";
            if (words[i].IsFigure)
            {
                var measured = IsBare(words[i].Form) && Short.TryGetValue(next, out var unit) ? words[i].Form + unit : null;
                key.Append(InBase(measured ?? words[i].Form)).Append(';');
                if (measured is not null)
                    i++;
            }
            else if (words[i].Form is "a" or "an" or "per" && Times.Contains(next))
            {
                continue;
            }
            // A word written twice by a slip: "in in".
            else if (i > 0 && words[i].IsWord && words[i].Form == words[i - 1].Form)
            {
                continue;
            }
            // Words run together: "full-scale" and "full scale" are one, and so is what the end of a line cut in two.
            else if (words[i].Form == "&")
            {
                key.Append("and");
            }
            else if (words[i].IsWord)
            {
                key.Append(SpelledAlike.Of(words[i].Form));
            }
            else
            {
                key.Append(words[i].Form).Append(';');
            }
        }

        return key.ToString();
    }

    private static bool IsBare(string form) => form.Length > 1 && char.IsAsciiDigit(form[^1]);

    // "#5km" → "#5000m".
    private static string InBase(string form)
    {
        var end = form.AsSpan(1).IndexOfAnyExcept(Digits) + 1;
        if (end <= 1 || !Measures.TryGetValue(form[end..], out var measure))
            return form;
        var isRead = decimal.TryParse(form.AsSpan(1, end - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value);
        return isRead && Math.Abs(value) < 1_000_000_000_000m
            ? "#" + (value * measure.Factor).ToString("0.############", CultureInfo.InvariantCulture) + measure.Base
            : form;
    }
}
