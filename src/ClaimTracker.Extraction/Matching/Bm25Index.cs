namespace ClaimTracker.Extraction.Matching;

/// <summary>Okapi BM25 over many texts, as the share of what the query could have reached at most.</summary>
internal sealed class Bm25Index
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private readonly Postings _postings;
    private readonly int _texts;

    /// <summary>Indexes the texts.</summary>
    public Bm25Index(IReadOnlyList<Dictionary<uint, int>> bags)
    {
        _texts = bags.Count;
        var lengths = bags.Select(bag => bag.Values.Sum()).ToArray();
        var mean = Math.Max(1, lengths.DefaultIfEmpty(1).Average());
        _postings = new Postings(
            bags,
            (text, count, holders) =>
                (float)(Rarity(holders) * count * (K1 + 1) / (count + (K1 * (1 - B + (B * lengths[text] / mean)))))
        );
    }

    /// <summary>Adds each text's score, 0..1 but for very short texts, times a factor.</summary>
    public void Score(Dictionary<uint, int> query, double factor, double[] scores)
    {
        var most = query.Keys.Sum(feature => Rarity(_postings.Holders(feature))) * (K1 + 1);
        if (most == 0)
            return;
        foreach (var feature in query.Keys)
            _postings.Add(feature, factor / most, scores);
    }

    private double Rarity(int holders) => Math.Log(1 + ((_texts - holders + 0.5) / (holders + 0.5)));
}
