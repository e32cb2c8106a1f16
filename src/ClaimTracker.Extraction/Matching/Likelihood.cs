namespace ClaimTracker.Extraction.Matching;

/// <summary>Ranking score → the probability that a person would call the claim a check of the statement: one monotone map for all.</summary>
internal static class Likelihood
{
    // Logistic regression over the first five that the even rows of the benchmark's posts find, among all claims and among ten;
    // what the benchmark reports are the odd rows.
    private const double Slope = 21;
    private const double Middle = 0.24;

    /// <summary>Between 0 and 1, and greater for a greater score.</summary>
    public static double Of(double score) => 1 / (1 + Math.Exp(-Slope * (score - Middle)));
}
