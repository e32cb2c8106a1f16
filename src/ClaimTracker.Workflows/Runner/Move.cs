using ClaimTracker.Domain;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Steps;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// What one move of a review made. The caller commits all of it, or nothing, in one transaction: the state,
/// the tasks and timers, and the effects in their order.
/// </summary>
public sealed record Move
{
    /// <summary>The review after the move.</summary>
    public required ReviewState State { get; init; }

    /// <summary>Tasks to add.</summary>
    public IReadOnlyList<TaskSpec> TasksOpened { get; init; } = [];

    /// <summary>Tasks already open of which something changed: who is barred, whom it is escalated to, when it is due.</summary>
    public IReadOnlyList<TaskSpec> TasksChanged { get; init; } = [];

    /// <summary>Tasks that are no longer open.</summary>
    public IReadOnlyList<ClosedTask> TasksClosed { get; init; } = [];

    /// <summary>Timers to add, or to move where the key is there already.</summary>
    public IReadOnlyList<ReviewTimer> TimersSet { get; init; } = [];

    /// <summary>Keys of timers to remove.</summary>
    public IReadOnlyList<string> TimersCleared { get; init; } = [];

    /// <summary>What is to be done to the claim and for people, in order.</summary>
    public IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>The activities that ran, in order.</summary>
    public IReadOnlyList<TraceEntry> Trace { get; init; } = [];

    /// <summary>What the review is doing now.</summary>
    public ReviewStatus Status => State.Status;

    /// <summary>Where and why it stopped, if it did.</summary>
    public ReviewFault? Fault => State.Fault;
}

/// <summary>A task that is no longer open.</summary>
/// <param name="Key">The task's key.</param>
/// <param name="Decision">What was decided; null where the review went on without it (<paramref name="Why"/> says why).</param>
/// <param name="By">Who decided.</param>
/// <param name="Why"><c>decided</c>, <c>overdue</c>, <c>not-needed</c>, <c>changed</c> (what was decided on reads otherwise now)
/// or <c>cancelled</c>.</param>
public sealed record ClosedTask(string Key, string? Decision, string? By, string Why);

/// <summary>A time at which a review is to be looked at.</summary>
/// <param name="Key">Unique within the review.</param>
/// <param name="DueAtUtc">From when on, UTC.</param>
public sealed record ReviewTimer(string Key, DateTime DueAtUtc);

/// <summary>One activity that ran.</summary>
/// <param name="ActivityId">Its id in the definition.</param>
/// <param name="Outcome">The outcome it left by, several with commas; null where it began to wait, <c>Cancelled</c> where it was
/// overtaken.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="Waited">How long it waited before it was left, holds left out; null where it did not wait, or was
/// overtaken.</param>
public sealed record TraceEntry(string ActivityId, string? Outcome, DateTime AtUtc, TimeSpan? Waited = null);

/// <summary>Where and why a review stopped.</summary>
/// <param name="ActivityId">The activity that failed.</param>
/// <param name="Message">What failed and how to mend it, for an administrator.</param>
public sealed record ReviewFault(string ActivityId, string Message);
