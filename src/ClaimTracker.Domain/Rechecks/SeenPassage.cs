namespace ClaimTracker.Domain;

/// <summary>What a look saw of the passage itself, where that is more than that it stands as it did.</summary>
/// <param name="Stands">True where the quote stands on the page, asserted, and the finding is about what stands around
/// it.</param>
/// <param name="Was">What stood; null where that is not known.</param>
/// <param name="Now">What stands in its place, or what speaks of it now; null where nothing does.</param>
/// <param name="Page">The page as it was read; null where it was not kept.</param>
/// <param name="Within">What is said of it, where it reads differently within what nobody has to be told; else null.</param>
public sealed record SeenPassage(
    bool Stands,
    string? Was = null,
    string? Now = null,
    Snapshot? Page = null,
    string? Within = null
);
