namespace ClaimTracker.Benchmarks.Matching;

/// <summary>Another way of ranking claims, measured on the same pairs.</summary>
internal interface IPeer
{
    /// <summary>A score for each claim, higher for a better fit, 0 for nothing in common.</summary>
    double[] Score(string query);
}
