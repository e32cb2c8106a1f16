namespace ClaimTracker.Extraction.Matching;

/// <summary>How much of what two statements say is said in the same words.</summary>
internal static class Wording
{
    private const double Name = 2;
    private const double Word = 1;

    // Close spellings count almost as much as the same: Zelenskiy and Zelensky.
    private const double CloseSpelling = 0.8;

    /// <summary>0 to 1. Half cosine, half the share of the shorter statement that the longer one holds.</summary>
    public static double Compare(IReadOnlyList<MatchWord> left, IReadOnlyList<MatchWord> right)
    {
        var (one, other) = (Weigh(left), Weigh(right));
        if (one.Count == 0 || other.Count == 0) return 0;
        double shared = 0;
        foreach (var (stem, weight) in one)
        {
            if (other.TryGetValue(stem, out var there)) shared += Math.Max(weight, there);
            else if (other.Where(word => Close(stem, word.Key)).Select(word => word.Value).DefaultIfEmpty().Max() is > 0 and var near)
                shared += CloseSpelling * Math.Min(weight, near);
        }

        var (first, second) = (one.Values.Sum(), other.Values.Sum());
        var cosine = shared / Math.Sqrt(first * second);
        var held = shared / Math.Min(first, second);
        return Math.Clamp((cosine + held) / 2, 0, 1);
    }

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
