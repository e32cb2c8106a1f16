namespace ClaimTracker.Extraction.Matching;

/// <summary>How much of what two statements say is said in the same words.</summary>
/// <param name="Score">0 to 1. Half cosine, half the share of the shorter statement that the longer one holds; names count double.</param>
/// <param name="Said">0 to 1. The share, of what the shorter says besides names, that the longer says too: whether they say the same of the same.</param>
internal readonly record struct Wording(double Score, double Said)
{
    private const double Name = 2;
    private const double Word = 1;

    // Close spellings count almost as much as the same: Zelenskiy and Zelensky.
    private const double CloseSpelling = 0.8;

    /// <summary>Compares the words of two statements.</summary>
    public static Wording Compare(IReadOnlyList<MatchWord> left, IReadOnlyList<MatchWord> right)
    {
        var (one, other) = (Weigh(left), Weigh(right));
        if (one.Count == 0 || other.Count == 0) return default;
        double shared = 0;
        var said = 0;
        foreach (var (stem, weight) in one)
        {
            var near = 0.0;
            if (other.TryGetValue(stem, out var there)) shared += Math.Max(weight, there);
            else if ((near = Nearest(stem, other)) > 0) shared += CloseSpelling * Math.Min(weight, near);
            if (there > 0 || near > 0) said += IsName(stem) ? 0 : 1;
        }

        var (first, second) = (one.Values.Sum(), other.Values.Sum());
        var cosine = shared / Math.Sqrt(first * second);
        var held = shared / Math.Min(first, second);
        return new Wording(Math.Clamp((cosine + held) / 2, 0, 1), Share(said, one.Keys.Count(stem => !IsName(stem)), other.Keys.Count(stem => !IsName(stem))));

        // What either writes small is no name, whatever a headline does with its capitals.
        bool IsName(string stem) => (one.GetValueOrDefault(stem) == Name || other.GetValueOrDefault(stem) == Name)
            && !Small(left, stem) && !Small(right, stem);
    }

    private static double Share(int said, int one, int other)
    {
        if (one == 0 && other == 0) return 1;
        return one == 0 || other == 0 ? 0 : Math.Min(1, (double)said / Math.Min(one, other));
    }

    private static double Nearest(string stem, Dictionary<string, double> among) =>
        among.Where(word => Close(stem, word.Key)).Select(word => word.Value).DefaultIfEmpty().Max();

    private static bool Small(IReadOnlyList<MatchWord> words, string stem) => words.Any(word => !word.Capital && word.Stem == stem);

    // Figures are compared as figures, not as words: another figure must not make it another claim.
    private static Dictionary<string, double> Weigh(IReadOnlyList<MatchWord> words)
    {
        var weights = new Dictionary<string, double>();
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (word.Stop || char.IsDigit(word.Plain[0])) continue;
            var weight = word.Capital && i > 0 ? Name : Word;
            weights[word.Stem] = Math.Max(weight, weights.GetValueOrDefault(word.Stem));
        }

        return weights;
    }

    // One letter apart in a long word, or a long common beginning.
    private static bool Close(string left, string right)
    {
        var (shorter, longer) = left.Length < right.Length ? (left, right) : (right, left);
        if (shorter.Length < 5 || longer.Length - shorter.Length > 3) return false;
        var common = shorter.AsSpan().CommonPrefixLength(longer);
        if (common >= Math.Max(5, longer.Length - 2)) return true;
        return longer.Length - shorter.Length <= 1 && common >= 2
            && (shorter.AsSpan(common + 1 > shorter.Length ? shorter.Length : common + 1).SequenceEqual(longer.AsSpan(common + 1))
                || shorter.AsSpan(common).SequenceEqual(longer.AsSpan(common + 1)));
    }
}
