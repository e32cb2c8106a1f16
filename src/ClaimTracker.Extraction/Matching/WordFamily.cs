namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// What a verb, the noun for what it does and the adverb of an adjective have in common: "refuse" and "refusal", "sharp" and
/// "sharply". Who does it is another word: "employ" is not "employer".
/// </summary>
internal static class WordFamily
{
    private const int Shortest = 4;

    private static readonly string[] Endings =
    [
        "ization",
        "isation",
        "ation",
        "ition",
        "ution",
        "ssion",
        "sion",
        "tion",
        "ion",
        "ment",
        "ance",
        "ence",
        "ery",
        "ing",
        "ure",
        "al",
        "ly",
        "ed",
    ];

    // Their endings are part of them.
    private static readonly HashSet<string> Whole =
    [
        .. """
            department apartment parliament statement moment comment element garment regiment tenement basement
            station nation section mission passion version pension mansion million billion region religion union champion
            capital hospital animal metal signal general general criminal final rival national personal
            building evening morning something nothing anything everything ceiling wedding
            family supply reply july early only likely deadly daily weekly monthly yearly elderly
            finance science audience sentence province balance evidence residence
            figure future picture culture nature
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>The same for all words of a family; the word itself where it has none.</summary>
    public static string Of(string plain)
    {
        var word = plain.Length > 4 && plain[^1] == 's' && plain[^2] is not ('s' or 'u' or 'i') ? plain[..^1] : plain;
        if (Whole.Contains(word))
            return word;
        var ending = Array.Find(
            Endings,
            end => word.Length - end.Length >= Shortest && word.EndsWith(end, StringComparison.Ordinal)
        );
        return Root(word[..^(ending?.Length ?? 0)]);
    }

    // "Suspen-sion" and "suspend", "permi-ssion" and "permit", "discover-y" and "discover".
    private static string Root(string stem)
    {
        var root = stem.TrimEnd('e', 'y', 'i', 'd', 't', 's', 'z');
        while (root.Length > Shortest - 1 && root[^1] == root[^2])
            root = root[..^1];
        return root.Length < Shortest - 1 ? stem : root;
    }
}
