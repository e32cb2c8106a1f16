namespace ClaimTracker.Extraction.Text;

/// <summary>
/// How long a regular expression of ours may look for its match. Texts come from strangers; what takes longer is made to.
/// </summary>
public static class RegexLimit
{
    /// <summary>In milliseconds; an ordinary match takes less than one.</summary>
    public const int Milliseconds = 1_000;
}
