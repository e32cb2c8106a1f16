using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// Moves a review along its definition: <see cref="OwnRunner"/>, or Elsa's runtime. Called within the transaction of the move;
/// nothing takes hold but what the caller commits of the returned <see cref="Move"/>, so that a move refused or rolled back never
/// was.
/// </summary>
public interface IReviewRunner
{
    /// <summary>Begins a review and runs it until it waits, ends or fails.</summary>
    Task<Move> StartAsync(
        CompiledDefinition definition,
        ReviewFacts facts,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        DateTime nowUtc,
        CancellationToken cancel
    );

    /// <summary>
    /// Decides an open task; refused as <see cref="Ports.IReviewEngine.DecideAsync"/> and <see cref="ReviewRunner"/> say.
    /// </summary>
    Task<Result<Move>> DecideAsync(
        ReviewPosition at,
        string taskKey,
        string decision,
        Actor who,
        JsonNode? payload,
        CancellationToken cancel
    );

    /// <summary>Fires the timers that are due, earliest first. Makes no move where none is due.</summary>
    Task<Result<Move>> TickAsync(ReviewPosition at, CancellationToken cancel);

    /// <summary>Goes on after a child review that was waited for. Makes no move where nothing waits for it any more.</summary>
    Task<Result<Move>> ChildEndedAsync(ReviewPosition at, string childKey, JsonObject outputs, CancellationToken cancel);

    /// <summary>
    /// Goes on with the steps that wait for looks, by what these met (<see cref="Steps.LookFields"/>). Makes no move where none
    /// waits, or the review is not under way.
    /// </summary>
    Task<Result<Move>> LookedAsync(ReviewPosition at, JsonObject met, CancellationToken cancel);

    /// <summary>
    /// Tells the steps that wait that what an approver has to read was changed, as <see cref="ReviewRunner.ProposalChanged"/>
    /// says.
    /// </summary>
    Task<Result<Move>> ProposalChangedAsync(ReviewPosition at, CancellationToken cancel);

    /// <summary>Runs again the activity that failed. Refused where none did: <c>not-faulted</c>.</summary>
    Task<Result<Move>> RetryAsync(ReviewPosition at, CancellationToken cancel);

    /// <summary>Ends the review before its time. Refused once it has ended: <c>review-ended</c>.</summary>
    Task<Result<Move>> CancelAsync(ReviewState state, DateTime nowUtc, CancellationToken cancel);
}

/// <summary>A review and all that its next move depends on.</summary>
/// <param name="Definition">The version that the review keeps.</param>
/// <param name="State">The review.</param>
/// <param name="Facts">The claim as it stands.</param>
/// <param name="NowUtc">The instant of the move.</param>
public sealed record ReviewPosition(CompiledDefinition Definition, ReviewState State, ReviewFacts Facts, DateTime NowUtc);
