using System.Text.Json.Nodes;
using ClaimTracker.Domain;

namespace ClaimTracker.Workflows.Ports;

/// <summary>
/// The seam between the desk and whatever moves its reviews: our own runner over the database, or Elsa's runtime.
/// Each call that succeeds has committed the move with its tasks, effects and audit before it returns.
/// </summary>
public interface IReviewEngine
{
    /// <summary>Starts a review of a claim by the latest published version of a definition.</summary>
    Task<Result<long>> StartAsync(StartReview request, CancellationToken cancel);

    /// <summary>
    /// Decides a task. The same idempotency key again answers what the first call answered; a task that someone else
    /// decided meanwhile is refused with who decided what, and when.
    /// </summary>
    Task<Result<DecisionReceipt>> DecideAsync(DecideTask request, CancellationToken cancel);

    /// <summary>Ends a review before its time; its tasks and timers go with it.</summary>
    Task<Result> CancelAsync(long reviewId, string reason, Actor who, CancellationToken cancel);

    /// <summary>Stops a review's clocks and decisions until it is released.</summary>
    Task<Result> HoldAsync(long reviewId, Actor who, string? why, CancellationToken cancel);

    /// <summary>Ends a hold; deadlines move on by as long as it lasted.</summary>
    Task<Result> ReleaseAsync(long reviewId, Actor who, CancellationToken cancel);

    /// <summary>Runs again the step that a review faulted on.</summary>
    Task<Result> RetryAsync(long reviewId, Actor who, CancellationToken cancel);

    /// <summary>
    /// Takes a running review to another version of its definition. Refused with every reason why it cannot go, and then nothing
    /// is changed. An engine that cannot do this refuses each.
    /// </summary>
    Task<Result> MoveToVersionAsync(long reviewId, string versionId, Actor who, CancellationToken cancel) =>
        Task.FromResult(
            Result.Refused("cannot-move-version", "This engine keeps each review on the version that it began with.")
        );

    /// <summary>
    /// Fires the timers of a review that are due at <paramref name="nowUtc"/>. Refused where it is not to be moved, or none is
    /// due.
    /// </summary>
    Task<Result> TickAsync(long reviewId, DateTime nowUtc, CancellationToken cancel);

    /// <summary>
    /// Stops a review at a step that waits and cannot be gone on with, also where the review's own state cannot be read.
    /// Administrators are told; <see cref="RetryAsync"/> lets it wait on.
    /// </summary>
    Task<Result> StopAsync(long reviewId, string step, string why, Actor who, CancellationToken cancel);
}

/// <summary>What <see cref="IReviewEngine.StartAsync"/> starts.</summary>
/// <param name="ClaimId">The claim under review.</param>
/// <param name="DefinitionId">Which definition; its latest published version is taken and kept.</param>
/// <param name="Inputs">Values for the definition's inputs, by name.</param>
/// <param name="Who">Who asked for the review.</param>
public sealed record StartReview(long ClaimId, string DefinitionId, IReadOnlyDictionary<string, JsonNode?> Inputs, Actor Who);

/// <summary>What <see cref="IReviewEngine.DecideAsync"/> decides.</summary>
/// <param name="TaskId">The task's row.</param>
/// <param name="Decision">One of the task's decisions, spelt as it is there.</param>
/// <param name="IdempotencyKey">Made by the form once; the same key is the same decision.</param>
/// <param name="Who">The person, or the machine.</param>
/// <param name="Payload">What the task's form asked for, e.g. <c>{"rating":…,"rationale":…}</c>.</param>
/// <param name="Seen">
/// The claim's <see cref="Claim.ProposalMark"/> as the person had it in view; an approval of anything else is refused, and so is
/// one that names nothing. Null where there was none.
/// </param>
public sealed record DecideTask(
    long TaskId,
    string Decision,
    string IdempotencyKey,
    Actor Who,
    JsonNode? Payload,
    string? Seen = null
);

/// <summary>What became of a decision.</summary>
/// <param name="ReviewId">The review that moved; null where the task belongs to none.</param>
/// <param name="Decision">The decision that stands.</param>
/// <param name="By">Who decided.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Repeated">True where this call repeated an earlier one and nothing was done again.</param>
/// <param name="Said">
/// What the steps after the decision tell whoever decided, for instance that the claim was sent back for want of evidence; empty
/// where they tell nothing, and of a repeated call.
/// </param>
public sealed record DecisionReceipt(
    long? ReviewId,
    string Decision,
    string By,
    DateTime AtUtc,
    bool Repeated,
    IReadOnlyList<string> Said
)
{
    /// <summary>What waits for whom since: the tasks that it opened.</summary>
    public IReadOnlyList<OpenedTask> Opened { get; init; } = [];
}

/// <summary>A task that a decision opened.</summary>
/// <param name="Title">What is to be done.</param>
/// <param name="Role">Who may.</param>
public sealed record OpenedTask(string Title, string Role);
