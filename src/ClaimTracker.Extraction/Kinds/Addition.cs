using ClaimTracker.Extraction.Readings;

namespace ClaimTracker.Extraction.Kinds;

/// <summary>
/// A second thing that a speaker says in the same sentence: ", adding that …", ", who added that …", ", noting that …".
/// </summary>
internal static class Addition
{
    private static readonly string[] Verbs =
    [
        "adding",
        "noting",
        "saying",
        "stressing",
        "explaining",
        "warning",
        "claiming",
        "stating",
        "insisting",
        "added",
        "noted",
        "warned",
        "said",
    ];

    /// <summary>The token of "that" where an addition begins at <paramref name="index"/>; 0 where none does.</summary>
    public static int Verb(SentenceView sentence, int index)
    {
        var verb =
            sentence.WordIs(index, "who") || sentence.WordIs(index, "and") || sentence.WordIs(index, "also") ? index + 1 : index;
        if (sentence.WordIs(verb, "also"))
            verb++;
        // "added that" without "who" or "and" is the speaker's first word, not a second.
        var finite =
            sentence.WordIs(verb, "added")
            || sentence.WordIs(verb, "noted")
            || sentence.WordIs(verb, "warned")
            || sentence.WordIs(verb, "said");
        return
            sentence.WordIs(verb + 1, "that")
            && (!finite || verb > index)
            && Array.Exists(Verbs, word => sentence.WordIs(verb, word))
            ? verb + 1
            : 0;
    }
}
