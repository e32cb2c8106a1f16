namespace ClaimTracker.Domain;

/// <summary>Why a published verdict is to be checked now, whatever date its next check has.</summary>
public enum DueReason
{
    /// <summary>The date of its next check has come.</summary>
    Check,

    /// <summary>A person is to look, whatever machines said.</summary>
    Person,

    /// <summary>A finding is not settled.</summary>
    Doubt,
}
