namespace ClaimTracker.Domain;

/// <summary>Whether what we say of a claim is public.</summary>
public enum Publication
{
    /// <summary>Nothing of it is public.</summary>
    Unpublished,

    /// <summary>The latest published verdict is public.</summary>
    Published,

    /// <summary>The verdict was withdrawn; that it was, and why, stays public.</summary>
    Retracted,

    /// <summary>The verdict was taken off at once by one editor; that it is, and since when, is public.</summary>
    Suspended,
}
