using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Runner;

/// <summary>What people do to a review as a whole.</summary>
public static partial class ReviewRunner
{
    /// <summary>Ends the review before its time. Refused once it has ended: <c>review-ended</c>.</summary>
    public static Result<Move> Cancel(ReviewState state, DateTime nowUtc)
    {
        if (state.Status.IsOver())
            return NotRunning(state)!;
        var data = state.Data.Clone();
        var waiting = data.Waiting;
        data.Waiting = [];
        data.Frames.Clear();
        data.Queue.Clear();
        data.Status = ReviewStatus.Cancelled;
        data.Fault = null;
        return new Move
        {
            State = new ReviewState(data),
            TasksClosed =
            [
                .. waiting.Where(w => w.Task is not null).Select(w => new ClosedTask(w.Task!.Key, null, null, "cancelled")),
            ],
            TimersCleared = [.. Execution.TimersOf(state.Data).Select(t => t.Key)],
            Effects = [.. waiting.Where(w => w.HasChild).Select(w => new CancelChild(w.ActivityId, w.Key))],
            Trace = [.. waiting.Select(w => new TraceEntry(w.ActivityId, "Cancelled", nowUtc))],
        };
    }

    /// <summary>
    /// Stops all clocks and refuses decisions until <see cref="Release"/>. Refused unless it waits, and where it waits for
    /// another review, whose decisions it would not stop: <c>waits-for-review</c>.
    /// </summary>
    public static Result<Move> Hold(ReviewState state, DateTime nowUtc)
    {
        if (NotRunning(state) is { } refusal)
            return refusal;
        if (state.Data.Waiting.Exists(waiting => waiting.HasChild))
        {
            return new Refusal(
                "waits-for-review",
                "This review waits for another one that it began, and holding it would not stop that one: put the other on hold."
            );
        }

        var data = state.Data.Clone();
        data.Status = ReviewStatus.Held;
        data.HeldAt = nowUtc;
        return new Move { State = new ReviewState(data), TimersCleared = [.. Execution.TimersOf(state.Data).Select(t => t.Key)] };
    }

    /// <summary>
    /// Ends a hold: each timer and each task's due time moves on by as long as the hold lasted. Refused where there is
    /// none: <c>not-held</c>.
    /// </summary>
    public static Result<Move> Release(CompiledDefinition definition, ReviewState state, ReviewFacts facts, DateTime nowUtc)
    {
        if (state.Status != ReviewStatus.Held)
            return new Refusal("not-held", "This review is not on hold.");
        var execution = Begin(definition, state, facts, nowUtc);
        var length = nowUtc - execution.Data.HeldAt!.Value;
        execution.Data.Status = ReviewStatus.Suspended;
        execution.Data.HeldAt = null;
        foreach (var waiting in execution.Data.Waiting)
        {
            // A visit that began while the review was held was held for a shorter time.
            var held = waiting.BegunAt is { } begun && nowUtc - begun < length ? nowUtc - begun : length;
            waiting.BegunAt += held;
            foreach (var (name, due) in waiting.Timers.ToList())
                waiting.Timers[name] = due + held;
            if (waiting.Task is { DueAtUtc: not null } task)
                waiting.Task = task with { DueAtUtc = task.DueAtUtc + held };
        }

        return execution.ToMove();
    }

    /// <summary>
    /// Stops the review at an activity that waits, where it is: <see cref="Retry"/> lets it wait on, with its timers. Refused
    /// unless it waits for something.
    /// </summary>
    public static Result<Move> Stop(ReviewState state, string activityId, string message)
    {
        if (NotRunning(state) is { } refusal)
            return refusal;
        var data = state.Data.Clone();
        data.Status = ReviewStatus.Faulted;
        data.Fault = new ReviewFault(activityId, message);
        return new Move { State = new ReviewState(data), TimersCleared = [.. Execution.TimersOf(state.Data).Select(t => t.Key)] };
    }

    /// <summary>Runs again the activity that failed. Refused where none did: <c>not-faulted</c>.</summary>
    public static Result<Move> Retry(CompiledDefinition definition, ReviewState state, ReviewFacts facts, DateTime nowUtc)
    {
        if (state.Status != ReviewStatus.Faulted)
            return new Refusal("not-faulted", "This review has not stopped at a failed step.");
        var execution = Begin(definition, state, facts, nowUtc);
        execution.Data.Status = ReviewStatus.Suspended;
        execution.Data.Fault = null;
        execution.Run();
        return execution.ToMove();
    }
}
