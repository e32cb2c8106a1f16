using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// Moves reviews along their definitions. Pure and deterministic: what comes out depends on the arguments alone, and
/// nothing is done but what the returned <see cref="Move"/> asks for.
/// </summary>
public static class ReviewRunner
{
    /// <summary>Begins a review and runs it until it waits, ends or fails.</summary>
    /// <param name="definition">The version to begin with; the review keeps it.</param>
    /// <param name="facts">The claim as it stands.</param>
    /// <param name="inputs">Values for the definition's inputs, by name.</param>
    /// <param name="nowUtc">The instant of the move.</param>
    public static Move Start(
        CompiledDefinition definition, ReviewFacts facts, IReadOnlyDictionary<string, JsonNode?> inputs, DateTime nowUtc) =>
        throw new NotSupportedException();

    /// <summary>
    /// Decides an open task. Refused: <c>task-closed</c>, <c>unknown-decision</c>, <c>wrong-role</c>, <c>barred</c>,
    /// <c>form-incomplete</c>, <c>review-held</c>, <c>review-ended</c>, <c>review-faulted</c>.
    /// </summary>
    public static Result<Move> Decide(
        CompiledDefinition definition, ReviewState state, ReviewFacts facts, string taskKey, string decision, Actor who,
        JsonNode? payload, DateTime nowUtc) => throw new NotSupportedException();

    /// <summary>Fires the timers that are due, earliest first. Null where none is due.</summary>
    public static Move? Tick(CompiledDefinition definition, ReviewState state, ReviewFacts facts, DateTime nowUtc) =>
        throw new NotSupportedException();

    /// <summary>Goes on after a child review that was waited for. Null where nothing waits for it any more.</summary>
    /// <param name="definition">The parent's definition.</param>
    /// <param name="state">The parent's state.</param>
    /// <param name="facts">The claim as it stands.</param>
    /// <param name="childKey">From <see cref="Effects.StartChild"/>.</param>
    /// <param name="outputs">The child's outputs.</param>
    /// <param name="nowUtc">The instant of the move.</param>
    public static Move? ChildEnded(
        CompiledDefinition definition, ReviewState state, ReviewFacts facts, string childKey, JsonObject outputs,
        DateTime nowUtc) => throw new NotSupportedException();

    /// <summary>Ends the review before its time. Refused once it has ended: <c>review-ended</c>.</summary>
    public static Result<Move> Cancel(ReviewState state, DateTime nowUtc) => throw new NotSupportedException();

    /// <summary>Stops all clocks and refuses decisions until <see cref="Release"/>. Refused unless it waits.</summary>
    public static Result<Move> Hold(ReviewState state, DateTime nowUtc) => throw new NotSupportedException();

    /// <summary>Ends a hold: each timer and each task's due time moves on by as long as the hold lasted.</summary>
    public static Result<Move> Release(
        CompiledDefinition definition, ReviewState state, ReviewFacts facts, DateTime nowUtc) => throw new NotSupportedException();

    /// <summary>Runs again the activity that failed. Refused where none did: <c>not-faulted</c>.</summary>
    public static Result<Move> Retry(
        CompiledDefinition definition, ReviewState state, ReviewFacts facts, DateTime nowUtc) => throw new NotSupportedException();

    /// <summary>
    /// Takes a running review to another version of its definition. Refused with every reason why it cannot go
    /// (<c>cannot-move-version</c>); calling it and dropping the result is the preview.
    /// </summary>
    public static Result<Move> MoveToVersion(
        CompiledDefinition from, CompiledDefinition to, ReviewState state, ReviewFacts facts, DateTime nowUtc) =>
        throw new NotSupportedException();
}
