namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>Where in a move the process is ended by SIGKILL.</summary>
internal enum KillPoint
{
    /// <summary>The transaction has begun and nothing is done.</summary>
    Before,

    /// <summary>Some of it is done: between two statements or in the middle of one.</summary>
    Inside,

    /// <summary>All is done and not committed.</summary>
    BeforeCommit,

    /// <summary>It is committed and nobody was told.</summary>
    AfterCommit,

    /// <summary>Whenever the parent says so.</summary>
    AnyTime,
}
