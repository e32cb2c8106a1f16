using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Workflows.Drawing;

/// <summary>The way that one review took, to be marked on the drawing of its definition.</summary>
/// <param name="Trace">The activities that ran, in order.</param>
/// <param name="WaitingAt">Ids of the activities that wait now.</param>
/// <param name="StoppedAt">Id of the activity that failed, if one did.</param>
public sealed record ReviewPath(IReadOnlyList<TraceEntry> Trace, IReadOnlyList<string> WaitingAt, string? StoppedAt);
