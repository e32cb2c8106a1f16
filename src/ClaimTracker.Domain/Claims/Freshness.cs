namespace ClaimTracker.Domain;

/// <summary>How fresh a published verdict is.</summary>
public enum Freshness
{
    /// <summary>Nothing is published, so nothing can be out of date.</summary>
    NotPublished,

    /// <summary>Verified within the time its policy allows.</summary>
    Fresh,

    /// <summary>Its next check is due.</summary>
    Due,

    /// <summary>The check has been due for so long that readers are warned.</summary>
    Stale,
}

/// <summary>Who verified a verdict last.</summary>
public enum Verifier
{
    Person,
    Machine,
}
