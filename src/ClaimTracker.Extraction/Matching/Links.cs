using ClaimTracker.Extraction.Text;

namespace ClaimTracker.Extraction.Matching;

/// <summary>The small words that tie a part to its statement, brought to what they mean: where, whence, with whom.</summary>
internal static class Links
{
    private static readonly Dictionary<string, string> Prepositions = new()
    {
        ["in"] = "in",
        ["at"] = "in",
        ["on"] = "in",
        ["inside"] = "in",
        ["within"] = "in",
        ["across"] = "in",
        ["throughout"] = "in",
        ["during"] = "in",
        ["upon"] = "in",
        ["over"] = "over",
        ["to"] = "to",
        ["into"] = "into",
        ["onto"] = "into",
        ["towards"] = "to",
        ["toward"] = "to",
        ["from"] = "from",
        ["by"] = "by",
        ["for"] = "for",
        ["with"] = "with",
        ["of"] = "of",
        ["till"] = "until",
        ["amid"] = "among",
        ["amongst"] = "among",
        ["about"] = "about",
        ["regarding"] = "about",
        ["concerning"] = "about",
    };

    private static readonly HashSet<string> Others =
    [
        .. """
            without against near off outside under above below behind beyond beside between among through along around past round
            via than
            as like per despite except including until since before after because when while if unless although though whereas
            whether
            aboard up down out
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly WordSet Clauses = new(
        "before after because when while if unless although though whereas as since until"
    );

    /// <summary>What a preposition or a conjunction of a clause means; null for any other word.</summary>
    public static string? Of(string plain) =>
        Prepositions.TryGetValue(plain, out var link) ? link
        : Others.Contains(plain) ? plain
        : null;

    /// <summary>True where a whole clause with a verb of its own may follow.</summary>
    public static bool OpensClause(string link) => Clauses.Has(link);
}
