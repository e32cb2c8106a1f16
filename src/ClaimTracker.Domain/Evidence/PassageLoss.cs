namespace ClaimTracker.Domain;

/// <summary>How a passage that is quoted does not stand on its page any more.</summary>
public enum PassageLoss
{
    /// <summary>It reads differently now.</summary>
    Differs,

    /// <summary>The page is there, the passage is not.</summary>
    Missing,
}
