namespace ClaimTracker.Extraction.Matching;

/// <summary>Names in full are known by their initials too: "International Criminal Court", ICC.</summary>
internal static class Acronyms
{
    private const int Fewest = 3;
    private const int Most = 5;

    /// <summary>Adds the initials of each run of words with a capital; "of", "and", "the" and "for" may stand within.</summary>
    public static void Add(List<MatchWord> words)
    {
        var count = words.Count;
        Span<char> initials = stackalloc char[Most];
        var length = 0;
        for (var i = 0; i <= count; i++)
        {
            if (i < count && words[i].Capital && !words[i].Stop && !char.IsDigit(words[i].Plain[0]))
            {
                if (length < Most)
                    initials[length] = words[i].Plain[0];
                length++;
            }
            else if (i == count || length == 0 || words[i].Plain is not ("of" or "and" or "the" or "for"))
            {
                if (length is >= Fewest and <= Most)
                {
                    var name = initials[..length].ToString();
                    words.Add(new MatchWord(name, Variants.Of(name) ?? name, true, false));
                }

                length = 0;
            }
        }
    }
}
