namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>What scores say by their order alone, whatever the threshold.</summary>
public static class Ranking
{
    /// <summary>
    /// Of all pairs of a positive and a negative, the share in which the positive has the higher score; equal scores count half.
    /// </summary>
    /// <exception cref="ArgumentException">All labels are the same, so that there is no pair.</exception>
    public static double Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        var (sorted, order) = Sort(scores);
        double right = 0, positives = 0, negatives = 0;
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            double tiedPositives = 0;
            for (; end < order.Length && sorted[end] == sorted[start]; end++)
                tiedPositives += labels[order[end]] ? 1 : 0;
            var tiedNegatives = end - start - tiedPositives;
            right += tiedPositives * (negatives + (tiedNegatives / 2));
            positives += tiedPositives;
            negatives += tiedNegatives;
            start = end;
        }

        return positives * negatives > 0
            ? right / (positives * negatives)
            : throw new ArgumentException("A ranking needs at least one positive and one negative.", nameof(labels));
    }

    /// <summary>The threshold with the highest F1 of the positives, half-way between two scores; 0.5 where there is no positive.</summary>
    public static double BestCut(ReadOnlySpan<double> scores, ReadOnlySpan<bool> labels)
    {
        var (sorted, order) = Sort(scores);
        var positives = labels.Count(true);
        double best = 0, cut = 0.5, hits = 0;
        for (var i = order.Length - 1; i >= 0; i--)
        {
            hits += labels[order[i]] ? 1 : 0;
            if (i > 0 && sorted[i - 1] == sorted[i])
                continue;
            var f1 = 2 * hits / (order.Length - i + positives);
            if (f1 > best)
                (best, cut) = (f1, i > 0 ? (sorted[i - 1] + sorted[i]) / 2 : sorted[i]);
        }

        return cut;
    }

    private static (double[] Sorted, int[] Order) Sort(ReadOnlySpan<double> scores)
    {
        var sorted = scores.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        return (sorted, order);
    }
}
