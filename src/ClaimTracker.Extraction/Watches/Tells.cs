using ClaimTracker.Extraction.Matching;

namespace ClaimTracker.Extraction.Watches;

/// <summary>Which words say something by themselves.</summary>
internal static class Tells
{
    private static readonly HashSet<string> Dates =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];

    private static readonly HashSet<string> Small =
    [
        "not",
        "never",
        "near",
        "year",
        "years",
        "month",
        "months",
        "week",
        "weeks",
        "day",
        "days",
        "today",
        "yesterday",
        "tomorrow",
    ];

    /// <summary>True for a name, a noun, a verb of its own; false for small words, figures, days and signs.</summary>
    public static bool Something(PlainWord word) =>
        word.IsWord
        && word.Form.Length > 2
        && !StopWords.Has(word.Form)
        && !Dates.Contains(word.Form)
        && !Small.Contains(word.Form);

    /// <summary>True for the name of a month or a day of the week.</summary>
    public static bool ADate(PlainWord word) => Dates.Contains(word.Form);
}
