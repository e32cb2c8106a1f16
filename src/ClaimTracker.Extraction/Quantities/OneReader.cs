using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Tells the number "one" from the pronoun and the idioms: "one person was killed", but "one of the largest", "one day", "no
/// one".
/// </summary>
internal static class OneReader
{
    private static readonly string[] NeverBefore =
    [
        "no",
        "any",
        "every",
        "some",
        "the",
        "this",
        "that",
        "each",
        "another",
        "which",
        "big",
        "as",
        "number",
        "good",
        "new",
        "square",
        "day",
        "old",
        "first",
        "last",
        "next",
        "phase",
        "part",
        "ground",
    ];

    private static readonly string[] NeverBehind =
    [
        "of",
        "day",
        "another",
        "thing",
        "point",
        "side",
        "hand",
        "way",
        "such",
        "must",
        "can",
        "should",
        "would",
        "could",
        "might",
        "may",
        "will",
        "that",
        "which",
        "who",
        "who's",
        "whose",
        "by",
        "s",
        "is",
        "was",
        "has",
        "had",
        "to",
        "time",
        "day's",
        "else",
        "where",
        "when",
        "being",
        "does",
        "night",
        "morning",
        "place",
        "reason",
        "example",
        "big",
        "too",
        "kind",
        "sort",
        "step",
        "in",
        "for",
        "with",
        "on",
        "at",
        "i",
        "we",
        "he",
        "she",
        "it",
        "they",
        "you",
        "final",
        "last",
        "piece",
    ];

    private static readonly string[] BeforeADay =
    [
        "in",
        "for",
        "after",
        "within",
        "only",
        "just",
        "than",
        "lasted",
        "lasts",
        "took",
        "takes",
        "about",
        "least",
    ];

    /// <summary>What one is counted of behind a hyphen: "a one-point lead", where "a one-time offer" is none.</summary>
    private static readonly string[] Measured =
    [
        "point",
        "member",
        "person",
        "seat",
        "run",
        "goal",
        "game",
        "page",
        "room",
        "bedroom",
        "child",
        "vote",
        "shot",
        "stroke",
        "storey",
        "story",
    ];

    /// <summary>True where "one" counts.</summary>
    public static bool Counts(Passage p, in Amount amount)
    {
        var after = p.WordAfter(amount.End);
        if (Passage.IsHyphen(p[amount.End]))
            return amount.Unit is not null || p.IsAny(p.WordAt(amount.End + 1), Measured);
        if (
            amount.Unit is not null
            && (amount.Unit is not "day" and not "night" || p.IsAny(p.WordBefore(amount.Start), BeforeADay))
        )
        {
            return true;
        }

        var start = amount.Start;
        if (ComparatorReader.ReadBefore(p, ref start) is not Comparator.Eq)
            return !p.Is(after, "of");
        if (p.IsAny(p.WordBefore(amount.Start), NeverBefore) || p.IsAny(after, NeverBehind))
            return false;
        return CountedNoun.TryRead(p, amount.End, true, out _)
            || p.Is(p.WordBefore(amount.Start), "killing")
            || p.Is(p.WordBefore(amount.Start), "killed");
    }
}
