using System.Text.RegularExpressions;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary>What search servers do: Okapi BM25 over lower-case words as Lucene has it, k1 = 1.2 and b = 0.75.</summary>
internal sealed partial class Bm25Peer : IPeer
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private readonly Dictionary<string, List<(int Text, int Count)>> _holders = [];
    private readonly int[] _lengths;
    private readonly double _mean;

    public Bm25Peer(IReadOnlyList<string> claims)
    {
        _lengths = new int[claims.Count];
        for (var text = 0; text < claims.Count; text++)
        {
            foreach (var (word, count) in Words(claims[text]).CountBy(word => word))
            {
                if (!_holders.TryGetValue(word, out var holders))
                    _holders[word] = holders = [];
                holders.Add((text, count));
                _lengths[text] += count;
            }
        }

        _mean = _lengths.Average();
    }

    public double[] Score(string query)
    {
        var scores = new double[_lengths.Length];
        foreach (var word in Words(query))
        {
            if (!_holders.TryGetValue(word, out var holders))
                continue;
            var rarity = Math.Log(1 + ((_lengths.Length - holders.Count + 0.5) / (holders.Count + 0.5)));
            foreach (var (text, count) in holders)
                scores[text] += rarity * count * (K1 + 1) / (count + (K1 * (1 - B + (B * _lengths[text] / _mean))));
        }

        return scores;
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text.ToLowerInvariant()).Select(match => match.Value);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
