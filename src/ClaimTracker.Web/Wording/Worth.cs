namespace ClaimTracker.Web.Wording;

/// <summary>
/// Check-worthiness in the three words that people act on; the probability itself would feign a precision that it has not.
/// </summary>
public static class Worth
{
    /// <summary>High, medium or low.</summary>
    public static string Of(double score) =>
        score >= 0.8 ? "High"
        : score >= 0.5 ? "Medium"
        : "Low";
}
