namespace ClaimTracker.Extraction.Matching;

/// <summary>English words that say nothing by themselves. "Not", "no" and "never" are none of them.</summary>
internal static class StopWords
{
    private static readonly HashSet<string> Words =
    [
        .. """
            a about above after again all also am an and any are as at be because been before being below between both but by can
            could did do does doing
            don't down during each few for from further get got had has have having he he's her here hers herself him himself his
            how i i'm if in into is
            it it's its itself just let let's me more most my myself of off on once only or other our ours ourselves out over own
            rt same she she's should
            so some such than that that's the their theirs them themselves then there there's these they they're this those
            through to too under until up
            us via very was we we're were what what's when where which while who whom why will with would you you're your yours
            yourself yourselves amp
            aren't can't couldn't didn't doesn't hadn't hasn't haven't i'd i'll i've isn't mustn't shouldn't they'd they'll
            they've wasn't we'd we'll we've
            weren't who's won't wouldn't you'd you'll you've
            bc btw cos cuz dm gonna gotta guys haha hahaha hey hi imo lmao lol oh ok okay omg pls plz smh tbh u ur w wanna wow wtf
            ya yeah yep yes
            actually almost already always another anybody anyone anything back else even ever every everybody everyone everything
            finally however instead
            like literally many maybe much nobody nothing now often perhaps please quite rather really since somebody someone
            something still sure though
            ask asks asked come comes came give gives gave given go goes going gone went keep keeps kept know knows knew known
            look looks looking looked make
            makes made making mean means need needs put puts said saw say saying says see seem seems seen sees take takes taken
            took tell tells think thinks
            thought told try tries tried want wants wanted
            today tomorrow well whatever within yesterday yet
            """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    /// <summary>True for such a word, in lower case.</summary>
    public static bool Has(string word) => Words.Contains(word);
}
