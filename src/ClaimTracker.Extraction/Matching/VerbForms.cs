namespace ClaimTracker.Extraction.Matching;

/// <summary>What is known of verbs, out of <c>verbs.txt</c>.</summary>
internal static class VerbForms
{
    private static readonly Dictionary<string, HashSet<string>> Classes = Senses
        .Lines("verbs.txt")
        .Select(line => line.Split(": "))
        .ToDictionary(line => line[0], line => line[1].Split(' ').ToHashSet());

    private static readonly HashSet<string> KnownStems = Classes["Known"].Select(Spelling.Stem).ToHashSet();
    private static readonly HashSet<string> SoleKeys = Keys("Sole");
    private static readonly HashSet<string> HarmKeys = Keys("Harm");
    private static readonly HashSet<string> MutualKeys = Keys("Mutual");
    private static readonly HashSet<string> OfKeys = Keys("Of");
    private static readonly HashSet<string> DoneKeys = Keys("Done");
    private static readonly HashSet<string> LastingKeys = Keys("Lasting");
    private static readonly HashSet<string> GivesKeys = Keys("Gives");

    /// <summary>"took", "taken", "closed": a past or a participle.</summary>
    public static bool IsPast(string plain) =>
        Classes["Irregular"].Contains(plain)
        || (
            plain.Length > 3
            && plain.EndsWith("ed", StringComparison.Ordinal)
            && plain is not ("need" or "united" or "hundred" or "speed")
        );

    /// <summary>"covers", "say": a form in the present that may be the verb of a statement.</summary>
    public static bool IsPresent(string plain) =>
        !plain.EndsWith("ing", StringComparison.Ordinal) && KnownStems.Contains(Spelling.Stem(plain));

    /// <summary>True where the one part of a verb is what the passive puts first.</summary>
    public static bool IsSole(string key) => SoleKeys.Contains(key);

    /// <summary>True for killing and destroying, whose cause may stand behind "in".</summary>
    public static bool IsHarm(string key) => HarmKeys.Contains(key);

    /// <summary>
    /// True for what is always done to somebody, so that without anybody behind it, it is done to those before it.
    /// </summary>
    public static bool IsDone(string key) => DoneKeys.Contains(key);

    /// <summary>True for what two do alike: meeting, marrying.</summary>
    public static bool IsMutual(string key) => MutualKeys.Contains(key);

    /// <summary>True for verbs that say of what: acquitted of, accused of.</summary>
    public static bool TakesOf(string key) => OfKeys.Contains(key);

    /// <summary>True for what goes on: living, leading, owning.</summary>
    public static bool IsLasting(string key) => LastingKeys.Contains(key);

    /// <summary>True for giving and sending, which take a receiver without a preposition.</summary>
    public static bool IsGiving(string key) => GivesKeys.Contains(key);

    private static HashSet<string> Keys(string name) => Classes[name].Select(verb => Senses.Of(verb, false)).ToHashSet();
}
