using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Quantities;

/// <summary>
/// Tells factors, "three times as many", "twice the size", from how often something happened, "three times a week", "he won
/// twice".
/// </summary>
internal static class FactorReader
{
    private static readonly string[] Bases =
    [
        "the",
        "that",
        "its",
        "their",
        "his",
        "her",
        "what",
        "those",
        "our",
        "my",
        "this",
        "today's",
        "last",
        "more",
        "less",
        "fewer",
    ];
    private static readonly string[] Periods =
    [
        "the",
        "this",
        "last",
        "week",
        "month",
        "year",
        "day",
        "night",
        "season",
        "session",
        "summer",
    ];
    private static readonly string[] Degrees =
    [
        "many",
        "much",
        "likely",
        "fast",
        "high",
        "large",
        "big",
        "long",
        "far",
        "often",
        "good",
        "heavy",
        "wide",
        "expensive",
        "deadly",
        "strong",
        "hard",
        "bad",
        "quickly",
        "great",
        "old",
    ];

    /// <summary>True where the word, "twice", multiplies what follows it.</summary>
    public static bool IsTwice(Passage p, int start, int end) => p.Is(new TextSpan(start, end), "twice") && Multiplies(p, end);

    /// <summary>Reads "times" behind a number that multiplies, and moves <paramref name="end"/> behind it.</summary>
    public static bool TryReadTimes(Passage p, int at, in Figure figure, ref int end)
    {
        var word = p.WordAt(at);
        if (!p.Is(word, "times") || (figure.Decimals == 0 && !Multiplies(p, word.End)))
            return false;
        end = word.End;
        return true;
    }

    private static bool Multiplies(Passage p, int at)
    {
        var next = p.WordAfter(at);
        if (next.Length == 0)
            return false;
        var behind = p.WordAfter(next.End);
        if (p.Is(next, "as"))
            return p.IsAny(behind, Degrees) || (p.IsAny(p.WordAfter(behind.End), ["as", "to"]) && !char.IsUpper(p[behind.Start]));
        // "Twice the following week" tells when.
        if (p.IsAny(next, Bases))
            return (!p.IsAny(behind, Periods) && !p.IsAny(p.WordAfter(behind.End), Periods)) || p.Is(next, "that");
        return p[next]
            is [.., 'e', 'r']
                and not ("over" or "under" or "after" or "per" or "other" or "never" or "ever" or "together" or "however");
    }
}
