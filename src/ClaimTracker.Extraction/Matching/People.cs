namespace ClaimTracker.Extraction.Matching;

/// <summary>Words that count people, by their stems: a toll of "deaths" and one of "people killed" are one toll.</summary>
internal static class People
{
    private static readonly HashSet<string> Stems = [.. Read("people persons dead deaths killed casualties victims fatalities wounded injured lives men women civilians troops soldiers")];

    /// <summary>True for such a stem.</summary>
    public static bool Has(string stem) => Stems.Contains(stem);

    private static IEnumerable<string> Read(string list)
    {
        var words = new List<MatchWord>();
        WordReader.Read(list, words);
        return words.Select(word => word.Stem);
    }
}
