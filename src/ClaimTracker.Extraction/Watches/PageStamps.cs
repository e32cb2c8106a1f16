namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// When a page was put up or touched last, which it says of itself: "Page updated 10.29". It dates no figure and speaks of
/// nothing that stands on the page. So does how old the page is.
/// </summary>
internal static class PageStamps
{
    private const int LongestLine = 8;

    private static readonly HashSet<string> For =
    [
        "week",
        "weekend",
        "edition",
        "issue",
        "for",
        "agenda",
        "programme",
        "program",
    ];

    private static readonly HashSet<string> Touched =
    [
        "updated",
        "modified",
        "edited",
        "reviewed",
        "revised",
        "published",
        "posted",
        "touched",
    ];

    private static readonly HashSet<string> Around =
    [
        "page",
        "last",
        "first",
        "history",
        "on",
        "at",
        "am",
        "pm",
        "gmt",
        "utc",
        "bst",
        "est",
        "time",
        "this",
        "article",
        "story",
        "was",
        "and",
        "the",
    ];

    private static readonly HashSet<string> OfAge =
    [
        "this",
        "article",
        "story",
        "page",
        "post",
        "piece",
        "is",
        "was",
        "first",
        "published",
        "posted",
        "more",
        "than",
        "over",
        "at",
        "least",
        "about",
        "one",
        "two",
        "three",
        "four",
        "five",
        "year",
        "years",
        "month",
        "months",
        "old",
        "ago",
    ];

    /// <summary>True where words say nothing but when the page was touched.</summary>
    public static bool IsOne(IReadOnlyCollection<PlainWord> words) =>
        words.Any(word => Touched.Contains(word.Form))
        && words.All(word =>
            word.IsFigure || word.IsDay || Tells.ADate(word) || Touched.Contains(word.Form) || Around.Contains(word.Form)
        );

    /// <summary>True for the name of a field that says when the page was touched: "Reviewed".</summary>
    public static bool IsStampLabel(IReadOnlyCollection<PlainWord> label) =>
        label.Any(word => Touched.Contains(word.Form))
        && label.All(word => Touched.Contains(word.Form) || Around.Contains(word.Form));

    /// <summary>True for "This article is more than one year old".</summary>
    public static bool TellsAge(PageStatement said) =>
        said.Text.TrimEnd('.') is var text
        && (text.EndsWith(" old", StringComparison.Ordinal) || text.EndsWith(" ago", StringComparison.Ordinal))
        && said.Words.Exists(word =>
            word.Form is "year" or "years" or "month" or "months"
            || (
                word.IsFigure
                && (word.Form.EndsWith("year", StringComparison.Ordinal) || word.Form.EndsWith("month", StringComparison.Ordinal))
            )
        )
        && said.Words.TrueForAll(word => word.IsFigure || word.Form is ">" or "≥" || OfAge.Contains(word.Form));

    /// <summary>True for "monday" and its like.</summary>
    public static bool IsWeekday(string form) => Enum.TryParse<DayOfWeek>(form, ignoreCase: true, out _);

    /// <summary>
    /// The day that a short line says a page, or a part of it, is for: "Week of 9 September"; null where it says none.
    /// </summary>
    public static string? DayOf(IReadOnlyCollection<PlainWord> words) =>
        words.Count <= LongestLine
        && words.Any(word => For.Contains(word.Form))
        && !words.Any(word => Touched.Contains(word.Form))
            ? words.FirstOrDefault(word => word.IsDay).Form
            : null;
}
