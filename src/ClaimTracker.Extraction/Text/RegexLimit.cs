namespace ClaimTracker.Extraction.Text;

/// <summary>
/// How long a regular expression of ours may look for its match. Texts come from strangers; what takes longer is made to.
/// </summary>
public static class RegexLimit
{
    /// <summary>
    /// In milliseconds by the clock: an ordinary match takes less than one, and on a machine that has far too much to do a thread
    /// may stand still for a second.
    /// </summary>
    public const int Milliseconds = 5_000;
}
