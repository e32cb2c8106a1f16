using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;

namespace ClaimTracker.Workflows.Runner;

/// <summary>
/// Our own runner behind the port. A review that was begun on Elsa it leaves alone, since it cannot know where that is.
/// </summary>
public sealed class OwnRunner : IReviewRunner
{
    /// <inheritdoc />
    public Task<Move> StartAsync(
        CompiledDefinition definition,
        ReviewFacts facts,
        IReadOnlyDictionary<string, JsonNode?> inputs,
        DateTime nowUtc,
        CancellationToken cancel
    ) => Task.FromResult(ReviewRunner.Start(definition, facts, inputs, nowUtc));

    /// <inheritdoc />
    public Task<Result<Move>> DecideAsync(
        ReviewPosition at,
        string taskKey,
        string decision,
        Actor who,
        JsonNode? payload,
        CancellationToken cancel
    ) => Move(at, () => ReviewRunner.Decide(at.Definition, at.State, at.Facts, taskKey, decision, who, payload, at.NowUtc));

    /// <inheritdoc />
    public Task<Result<Move>> TickAsync(ReviewPosition at, CancellationToken cancel) =>
        Move(at, () => new Result<Move>(ReviewRunner.Tick(at.Definition, at.State, at.Facts, at.NowUtc), null));

    /// <inheritdoc />
    public Task<Result<Move>> ChildEndedAsync(ReviewPosition at, string childKey, JsonObject outputs, CancellationToken cancel) =>
        Move(
            at,
            () => new Result<Move>(ReviewRunner.ChildEnded(at.Definition, at.State, at.Facts, childKey, outputs, at.NowUtc), null)
        );

    /// <inheritdoc />
    public Task<Result<Move>> LookedAsync(ReviewPosition at, JsonObject met, CancellationToken cancel) =>
        Move(at, () => new Result<Move>(ReviewRunner.Looked(at.Definition, at.State, at.Facts, met, at.NowUtc), null));

    /// <inheritdoc />
    public Task<Result<Move>> ProposalChangedAsync(ReviewPosition at, CancellationToken cancel) =>
        Move(at, () => ReviewRunner.ProposalChanged(at.Definition, at.State, at.Facts, at.NowUtc));

    /// <inheritdoc />
    public Task<Result<Move>> RetryAsync(ReviewPosition at, CancellationToken cancel) =>
        Move(at, () => ReviewRunner.Retry(at.Definition, at.State, at.Facts, at.NowUtc));

    /// <inheritdoc />
    public Task<Result<Move>> CancelAsync(ReviewState state, DateTime nowUtc, CancellationToken cancel) =>
        Task.FromResult(ReviewRunner.Cancel(state, nowUtc));

    private static Task<Result<Move>> Move(ReviewPosition at, Func<Result<Move>> move) =>
        Task.FromResult(
            at.State.Instance is null
                ? move()
                : new Refusal(
                    "other-engine",
                    "This review was begun on Elsa and goes on there. Start the server with Workflows:Engine=Elsa, or cancel the review."
                )
        );
}
