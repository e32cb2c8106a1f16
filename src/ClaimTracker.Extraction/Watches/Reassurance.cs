namespace ClaimTracker.Extraction.Watches;

/// <summary>
/// Words that say no more than that somebody looked again and what stands there still stands: "Checked again in May, no change".
/// One word that is not of that kind, a figure, a condition or an end, and it says something else.
/// </summary>
internal static class Reassurance
{
    private static readonly HashSet<string> Looks =
    [
        "checked",
        "rechecked",
        "confirmed",
        "reconfirmed",
        "verified",
        "reviewed",
        "reread",
        "looked",
        "compared",
        "consulted",
        "check",
        "checks",
        "review",
        "reviews",
        "confirms",
        "confirm",
        "verify",
        "verifies",
        "comparison",
        "told",
        "said",
        "says",
        "tells",
        "wrote",
        "writes",
    ];

    private static readonly HashSet<string> Stands =
    [
        "stands",
        "stand",
        "stood",
        "holds",
        "hold",
        "held",
        "unchanged",
        "changed",
        "change",
        "changes",
        "same",
        "remains",
        "remain",
        "remained",
        "unaltered",
        "altered",
        "again",
        "still",
        "valid",
        "correct",
        "accurate",
        "current",
        "date",
        "applies",
        "apply",
        "true",
        "so",
    ];

    private static readonly HashSet<string> Small =
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "is",
        "was",
        "were",
        "are",
        "has",
        "had",
        "have",
        "been",
        "be",
        "to",
        "by",
        "with",
        "for",
        "of",
        "on",
        "in",
        "at",
        "and",
        "as",
        "when",
        "once",
        "more",
        "again",
        "most",
        "recently",
        "last",
        "lately",
        "here",
        "all",
        "we",
        "our",
        "they",
        "who",
        "which",
        "time",
        "found",
        "day",
        "both",
        "up",
        "over",
        "us",
    ];

    private static readonly HashSet<string> Named =
    [
        "sentence",
        "passage",
        "paragraph",
        "line",
        "statement",
        "page",
        "text",
        "entry",
        "figure",
        "figures",
        "number",
        "numbers",
        "answer",
        "rule",
        "rules",
        "information",
        "details",
        "finding",
        "record",
    ];

    /// <summary>True for a statement that says nothing but this.</summary>
    public static bool Says(PageStatement said)
    {
        var words = said.Words;
        if (!words.Exists(word => Looks.Contains(word.Form)) || !IsMade(words))
            return false;
        var turned = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Form is "no" or "not" or "nothing")
            {
                // "no change", "nothing has changed": turned once, and only that.
                if (turned || !words.Skip(i + 1).Take(5).Any(IsChange))
                    return false;
                turned = true;
            }
            else if (IsChange(word) ? !turned : !IsAllowed(word, i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsMade(List<PlainWord> words) =>
        words.Exists(word => Stands.Contains(word.Form) || word.Form == "once")
        && words.Exists(word =>
            word.Form
                is "again"
                    or "still"
                    or "once"
                    or "unchanged"
                    or "rechecked"
                    or "reconfirmed"
                    or "remains"
                    or "stands"
                    or "holds"
                    or "no"
                    or "nothing"
                    or "not"
        );

    private static bool IsChange(PlainWord word) => word.Form is "changed" or "change" or "changes" or "altered";

    private static bool IsAllowed(PlainWord word, int at)
    {
        if (
            word.IsDay
            || Tells.ADate(word)
            || Small.Contains(word.Form)
            || Looks.Contains(word.Form)
            || Stands.Contains(word.Form)
            || Named.Contains(word.Form)
        )
        {
            return true;
        }

        if (word.IsFigure)
            return word.Form is [_, '1' or '2', '0' or '9', _, _];
        // Who looked.
        return word.IsWord && word.Capital && !IsLoaded(word);
    }

    private static bool IsLoaded(PlainWord word) =>
        new Cues([word], null) is var cues
        && (cues.Has("Strong") || cues.Has("Correction") || cues.Has("Negation") || cues.Has("Reserve"));
}
