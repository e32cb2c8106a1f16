namespace ClaimTracker.Extraction.Matching;

/// <summary>English words that say nothing by themselves. "Not", "no" and "never" are none of them.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words =
    [
        .. """
        a about above after again all also am an and any are as at be because been before being below between both but by can could did do does doing
        don't down during each few for from further get got had has have having he he's her here hers herself him himself his how i i'm if in into is
        it it's its itself just let let's me more most my myself of off on once only or other our ours ourselves out over own rt same she she's should
        so some such than that that's the their theirs them themselves then there there's these they they're this those through to too under until up
        us via very was we we're were what what's when where which while who whom why will with would you you're your yours yourself yourselves amp
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>True for such a word, in lower case.</summary>
    public static bool Has(string word) => Words.Contains(word);
}
