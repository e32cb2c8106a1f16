using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Runner;

/// <summary>Takes running reviews to another version of their definition.</summary>
public static partial class ReviewRunner
{
    /// <summary>
    /// Takes a review to another version of its definition. Refused with every reason why it cannot go
    /// (<c>cannot-move-version</c>); calling it and dropping the result is the preview.
    /// </summary>
    public static Result<Move> MoveToVersion(
        CompiledDefinition from,
        CompiledDefinition to,
        ReviewState state,
        ReviewFacts facts,
        DateTime nowUtc
    )
    {
        if (state.Status.IsOver())
            return NotRunning(state)!;
        var problems = VersionMove.Problems(from, to, state.Data).ToList();
        if (problems.Count > 0)
            return new Refusal("cannot-move-version", $"The review cannot go to {to.VersionId}: {string.Join("; ", problems)}.");
        var execution = new Execution(to, VersionMove.Apply(from, to, state.Data.Clone()), facts, nowUtc);
        // Nothing runs here: a review that stopped keeps what a retry begins with.
        execution.Data.Queue = [.. state.Data.Queue];
        var move = execution.ToMove(allTasksChanged: true);
        return move.Fault is { } fault && state.Fault is null
            ? new Refusal(
                "cannot-move-version",
                $"The review cannot go to {to.VersionId}: its step “{fault.ActivityId}” fails there: {fault.Message}."
            )
            : move;
    }
}
