namespace ClaimTracker.Extraction.Matching;

/// <summary>Words of which one statement has one and another its opposite: the toll of the dead is not that of the wounded.</summary>
internal static class Opposites
{
    private static readonly List<(HashSet<string> One, HashSet<string> Other)> Pairs =
    [
        Pair("rise increase climb gain up", "fall decrease shrink loss down"),
        Pair("win victory", "lose defeat"),
        Pair("open reopen", "close"),
        Pair("dead", "wounded injured hurt alive survive"),
        Pair("convict guilty", "acquit innocent"),
        Pair("ban illegal", "allow legal legalise"),
        Pair("accept approve agree", "reject refuse veto"),
        Pair("support", "oppose"),
        Pair("start", "finish stop"),
        Pair("buy", "sell"),
        Pair("arrest jail detain", "release free"),
        Pair("confirm admit", "deny"),
        Pair("highest most best largest", "lowest least worst smallest"),
        Pair("true real authentic", "fake false doctored"),
    ];

    /// <summary>True where one statement has a word of a pair and the other only its opposite.</summary>
    public static bool Part(IReadOnlyList<MatchWord> left, IReadOnlyList<MatchWord> right)
    {
        var (one, other) = (Stems(left), Stems(right));
        return Pairs.Exists(pair => Only(one, pair.One, pair.Other) && Only(other, pair.Other, pair.One)
            || Only(one, pair.Other, pair.One) && Only(other, pair.One, pair.Other));
    }

    private static bool Only(HashSet<string> stems, HashSet<string> these, HashSet<string> notThese) => stems.Overlaps(these) && !stems.Overlaps(notThese);

    private static (HashSet<string> One, HashSet<string> Other) Pair(string one, string other) => (Stems(Read(one)), Stems(Read(other)));

    private static HashSet<string> Stems(IReadOnlyList<MatchWord> words) => [.. words.Select(word => word.Stem)];

    private static List<MatchWord> Read(string list)
    {
        var words = new List<MatchWord>();
        WordReader.Read(list, words);
        return words;
    }
}
