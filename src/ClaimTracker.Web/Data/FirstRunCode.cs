namespace ClaimTracker.Web.Data;

/// <summary>
/// What a server printed for whoever makes the first administrator: only somebody who reads its output knows it. Each server of
/// a desk prints its own, and any of them takes any; all go when somebody exists.
/// </summary>
public sealed class FirstRunCode
{
    /// <summary>The code's SHA-256, in hexadecimal; the code itself stands nowhere.</summary>
    public required string Hash { get; init; }
}
