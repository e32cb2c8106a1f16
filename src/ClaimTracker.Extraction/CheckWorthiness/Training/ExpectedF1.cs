namespace ClaimTracker.Extraction.CheckWorthiness.Training;

/// <summary>What F1 calibrated probabilities promise by themselves, before any label is looked at.</summary>
internal static class ExpectedF1
{
    /// <summary>
    /// The cut with the highest F1 of the positives that the probabilities let expect, half-way between two of them. It
    /// lies at half of that F1, and varies far less from sample to sample than the cut that fits the labels best.
    /// </summary>
    public static double BestCut(ReadOnlySpan<double> probabilities)
    {
        var sorted = probabilities.ToArray();
        Array.Sort(sorted);
        double all = 0,
            hits = 0,
            best = 0,
            cut = 0.5;
        foreach (var probability in sorted)
            all += probability;
        for (var i = sorted.Length - 1; i >= 0; i--)
        {
            hits += sorted[i];
            var f1 = 2 * hits / (sorted.Length - i + all);
            if (f1 > best)
                (best, cut) = (f1, i > 0 ? (sorted[i - 1] + sorted[i]) / 2 : sorted[i]);
        }

        return cut;
    }
}
