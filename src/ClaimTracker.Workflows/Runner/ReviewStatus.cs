namespace ClaimTracker.Workflows.Runner;

/// <summary>What a review is doing. Stored by name.</summary>
public enum ReviewStatus
{
    /// <summary>Waits for people, the machine, a child review or a time.</summary>
    Suspended,

    /// <summary>Put on hold by a person: nothing is decided and no time runs until it is released.</summary>
    Held,

    /// <summary>Reached its end.</summary>
    Finished,

    /// <summary>Stopped at a step that failed; an administrator can retry, move or cancel it.</summary>
    Faulted,

    /// <summary>Ended by a person before its time.</summary>
    Cancelled,
}
