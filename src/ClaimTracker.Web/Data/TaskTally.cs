namespace ClaimTracker.Web.Data;

/// <summary>
/// How many open tasks came or went: written by the database's own triggers beside each change of a task, so that a queue is
/// counted without being read. Two who work at once add a row each and wait for nobody; <see cref="Jobs.TallyJob"/> adds up what
/// is there.
/// </summary>
public sealed class TaskTally
{
    public long Id { get; init; }

    /// <summary>Whose role decides the tasks.</summary>
    public required string Role { get; init; }

    /// <summary>The role that they were passed on to; empty where they were not.</summary>
    public required string EscalatedTo { get; init; }

    /// <summary>The claims' kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The claims' stage, by its name.</summary>
    public required string Stage { get; init; }

    /// <summary>How many more there are; below zero, how many fewer.</summary>
    public required int Number { get; init; }
}
