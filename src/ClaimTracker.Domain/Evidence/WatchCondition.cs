namespace ClaimTracker.Domain;

/// <summary>
/// What has to become of a watched figure before a look finds something. All is measured against the passage as it was quoted.
/// </summary>
public enum WatchCondition
{
    /// <summary>Any change.</summary>
    Any,

    /// <summary>A change of so many per cent.</summary>
    Percent,

    /// <summary>It reaches a limit above it.</summary>
    Passes,

    /// <summary>It falls to a limit below it.</summary>
    FallsBelow,
}
