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
        var sorted = scores.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        double right = 0,
            positives = 0,
            negatives = 0;
        for (var start = 0; start < order.Length; )
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
}
