namespace ClaimTracker.Extraction.Matching;

/// <summary>
/// Ranking score → the probability that a person would call the claim a check of the statement: one monotone map for all.
/// </summary>
internal static class Likelihood
{
    // Isotonic regression over pairs that no benchmark reports, thinned; between two points the line. Behind the last it goes on
    // as it came.
    private static readonly (double Score, double Probability)[] Points =
    [
        (0, 0),
        (0.032, 0.001),
        (0.071, 0.010),
        (0.112, 0.017),
        (0.147, 0.029),
        (0.158, 0.043),
        (0.170, 0.057),
        (0.183, 0.079),
        (0.208, 0.093),
        (0.236, 0.129),
        (0.266, 0.171),
        (0.320, 0.300),
        (0.585, 0.509),
        (0.863, 0.586),
        (1, 0.624),
    ];

    /// <summary>Between 0 and 1, and greater for a greater score.</summary>
    public static double Of(double score)
    {
        for (var i = 1; i < Points.Length; i++)
        {
            var (before, here) = (Points[i - 1], Points[i]);
            if (score < here.Score)
            {
                return before.Probability
                    + (
                        (Math.Max(score, 0) - before.Score)
                        / (here.Score - before.Score)
                        * (here.Probability - before.Probability)
                    );
            }
        }

        return Points[^1].Probability;
    }
}
