namespace ClaimTracker.Extraction.Matching;

/// <summary>TF-IDF vectors of many texts, compared by the cosine of their angle.</summary>
internal sealed class CosineIndex
{
    private readonly Postings _postings;
    private readonly int _texts;

    /// <summary>Indexes the texts.</summary>
    public CosineIndex(IReadOnlyList<Dictionary<uint, int>> bags)
    {
        _texts = bags.Count;
        _postings = new Postings(bags, (_, count, holders) => (float)(Frequency(count) * Rarity(holders)));
        _postings.Divide(_postings.Lengths(_texts));
    }

    /// <summary>Adds the cosine of each text, times a factor.</summary>
    public void Score(Dictionary<uint, int> query, double factor, double[] scores)
    {
        var length = Math.Sqrt(query.Sum(feature => Square(Weight(feature))));
        if (length == 0)
            return;
        foreach (var feature in query)
            _postings.Add(feature.Key, factor * Weight(feature) / length, scores);
    }

    private double Weight(KeyValuePair<uint, int> feature) => Frequency(feature.Value) * Rarity(_postings.Holders(feature.Key));

    private double Rarity(int holders) => Math.Log((1.0 + _texts) / (1.0 + holders)) + 1;

    private static double Frequency(int count) => 1 + Math.Log(count);

    private static double Square(double number) => number * number;
}
