using System.Text.RegularExpressions;

namespace ClaimTracker.Benchmarks.Matching;

/// <summary>
/// What many take first: the cosine of TF-IDF vectors over words (1–2) and over characters (3–5 within words), half each, with
/// the counts, rarities and tokens of scikit-learn's <c>TfidfVectorizer</c> as it stands.
/// </summary>
internal sealed partial class TfIdfPeer : IPeer
{
    private readonly Vectors _words;
    private readonly Vectors _characters;

    public TfIdfPeer(IReadOnlyList<string> claims)
    {
        _words = new Vectors([.. claims.Select(Words)]);
        _characters = new Vectors([.. claims.Select(Characters)]);
    }

    public double[] Score(string query)
    {
        var (words, characters) = (_words.Cosines(Words(query)), _characters.Cosines(Characters(query)));
        return [.. words.Zip(characters, (one, other) => (one + other) / 2)];
    }

    private static IEnumerable<string> Words(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        return words.Concat(words.Zip(words.Skip(1), (one, next) => one + " " + next));
    }

    private static IEnumerable<string> Characters(string text)
    {
        foreach (var word in text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var padded = $" {word} ";
            for (var size = 3; size <= 5; size++)
            {
                for (var at = 0; at == 0 || at + size <= padded.Length; at++)
                    yield return padded[at..Math.Min(padded.Length, at + size)];
                // A word that is shorter than the run counts once.
                if (padded.Length <= size)
                    break;
            }
        }
    }

    [GeneratedRegex(@"\b\w\w+\b")]
    private static partial Regex Word();

    private sealed class Vectors
    {
        private readonly Dictionary<string, List<(int Text, double Weight)>> _holders = [];
        private readonly int _texts;

        public Vectors(IReadOnlyList<IEnumerable<string>> texts)
        {
            _texts = texts.Count;
            for (var text = 0; text < _texts; text++)
            {
                foreach (var feature in texts[text].CountBy(feature => feature))
                {
                    if (!_holders.TryGetValue(feature.Key, out var holders))
                        _holders[feature.Key] = holders = [];
                    holders.Add((text, feature.Value));
                }
            }

            var squares = new double[_texts];
            foreach (
                var (text, weight, rarity) in _holders.Values.SelectMany(holders =>
                    holders.Select(holder => (holder.Text, holder.Weight, Rarity(holders)))
                )
            )
            {
                squares[text] += weight * rarity * weight * rarity;
            }

            foreach (var holders in _holders.Values)
            {
                var rarity = Rarity(holders);
                for (var i = 0; i < holders.Count; i++)
                    holders[i] = (holders[i].Text, holders[i].Weight * rarity / Math.Sqrt(squares[holders[i].Text]));
            }
        }

        public double[] Cosines(IEnumerable<string> query)
        {
            var scores = new double[_texts];
            double squares = 0;
            foreach (var (feature, count) in query.CountBy(feature => feature))
            {
                if (!_holders.TryGetValue(feature, out var holders))
                    continue;
                var weight = count * Rarity(holders);
                squares += weight * weight;
                foreach (var holder in holders)
                    scores[holder.Text] += weight * holder.Weight;
            }

            return squares == 0 ? scores : Array.ConvertAll(scores, score => score / Math.Sqrt(squares));
        }

        private double Rarity(List<(int Text, double Weight)> holders) => Math.Log((1.0 + _texts) / (1.0 + holders.Count)) + 1;
    }
}
