using System.Text.Json;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Effects;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Runner;
using ClaimTracker.Workflows.Steps;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Writes what a move made: rows of the review, effects on the claim, and the reviews that it starts, ends or wakes.
/// </summary>
internal sealed class MoveWriter(
    DeskDb db,
    WorkflowLibrary library,
    IReviewRunner runner,
    EffectWriter effects,
    WorkflowSettings settings
)
{
    /// <summary>Starts a review in the caller's transaction. Refused while another review of the claim is under way.</summary>
    public async Task<Result<Review>> StartAsync(
        Claim claim,
        CompiledDefinition definition,
        StartReview request,
        DateTime now,
        CancellationToken cancel
    )
    {
        var isUnderWay = await db
            .Reviews.Where(Review.UnderWay)
            .AnyAsync(r => r.ClaimId == claim.Id && r.ParentId == null, cancel);
        var entered = claim.EnterReview(isUnderWay, isRecheck: definition.DefinitionId == settings.Recheck, now);
        if (entered.Refusal is { } refusal)
            return refusal;
        var inputs = entered.Value is null ? request.Inputs : RecheckInputs(claim, request.Inputs);
        var review = NewReview(claim, definition, request.Who.Name, now, recheck: entered.Value);
        var facts = await db.WithKnowingAsync(ClaimFacts.Of(claim, null, settings.For(claim.Kind)), definition, cancel);
        var move = await runner.StartAsync(definition, facts, inputs, now, cancel);
        var written = await WriteAsync(review, move, request.Who.Name, now, cancel);
        return written.Refusal is { } refused ? refused : review;
    }

    /// <summary>Ends a review before its time, in the caller's transaction; its claim is loaded as for a move.</summary>
    public async Task<Result> CancelAsync(Review review, string by, DateTime now, CancellationToken cancel)
    {
        var cancelled = await runner.CancelAsync(ReviewState.Parse(review.State), now, cancel);
        return cancelled.Value is { } move ? await WriteAsync(review, move, by, now, cancel) : new Result(cancelled.Refusal);
    }

    /// <summary>Writes a move of <paramref name="review"/>, whose claim is loaded with evidence and verdicts.</summary>
    public async Task<Result> WriteAsync(Review review, Move move, string by, DateTime now, CancellationToken cancel)
    {
        var wasUnderWay = review.IsUnderWay;
        var wasFaulted = review.Status == ReviewStatus.Faulted;
        review.MoveTo(
            move.Status,
            move.State.ToJson(),
            move.Fault is { } fault ? $"{fault.ActivityId}: {fault.Message}" : null,
            now
        );
        if (move.Fault is not null && !wasFaulted)
            TellOfFault(review, now);
        WriteTasks(review, move, now);
        await db.ReturnAsync(review, move, by, now, cancel);
        WriteTimers(review, move);
        WriteSteps(review, move, by);
        foreach (var effect in move.Effects)
        {
            var result = effect switch
            {
                StartChild child => await StartChildAsync(review, child, by, now, cancel),
                CancelChild child => await CancelChildAsync(review, child, by, now, cancel),
                _ => await effects.WriteAsync(review, effect, now, cancel),
            };
            if (!result.IsOk)
                return result;
        }

        var hasEnded = wasUnderWay && !review.IsUnderWay;
        await db.SettleLoneTasksAsync(review.Claim, hasEnded ? review : null, changed: false, now, cancel);
        return hasEnded ? await EndAsync(review, move.State, by, now, cancel) : Result.Ok;
    }

    /// <summary>
    /// Stops a review where it waits. One whose state cannot be read is marked as stopped, and its state is left as it is.
    /// </summary>
    public Task<Result> StopAsync(Review review, string step, string why, string by, DateTime now, CancellationToken cancel)
    {
        ReviewState state;
        try
        {
            state = ReviewState.Parse(review.State);
        }
        catch (JsonException)
        {
            review.MoveTo(ReviewStatus.Faulted, review.State, $"{step}: {why}", now);
            review.Timers.Clear();
            TellOfFault(review, now);
            return Task.FromResult(Result.Ok);
        }

        var stopped = ReviewRunner.Stop(state, step, why);
        return stopped.Value is { } move
            ? WriteAsync(review, move, by, now, cancel)
            : Task.FromResult(new Result(stopped.Refusal));
    }

    private void TellOfFault(Review review, DateTime now) =>
        db.Notices.Add(
            new Notice(
                Roles.Administrator,
                $"The review of “{review.Claim.Wording}” has stopped: {review.Fault}. Mend the cause, then retry it on the claim's page.",
                review.ClaimId,
                now
            )
        );

    // A new version has to meet what the published one had to meet, whichever workflow that came from.
    internal static Dictionary<string, JsonNode?> RecheckInputs(Claim claim, IReadOnlyDictionary<string, JsonNode?> given) =>
        new(given)
        {
            ["minimumGroups"] = claim.PublishedVerdict!.MinimumGroups,
            ["approvals"] = claim.PublishedVerdict.RequiredApprovals,
        };

    private async Task<Result> EndAsync(Review review, ReviewState state, string by, DateTime now, CancellationToken cancel)
    {
        effects.EndReview(review, now);
        if (review.ChildKey is null)
            return Result.Ok;

        // The child's end and the parent's next move are one transaction: neither is written without the other.
        var parent =
            review.Parent
            ?? await db
                .Reviews.Include(r => r.Recheck)
                .Include(r => r.Timers)
                .Include(r => r.Tasks.Where(t => t.Status == ReviewTaskStatus.Open))
                .SingleAsync(r => r.Id == review.ParentId, cancel);

        // A parent that has ended takes its child with it, and hears no more of it.
        if (!parent.IsUnderWay)
            return Result.Ok;
        var position = await library.PositionAsync(db, parent, now, cancel);
        var made = await runner.ChildEndedAsync(position, review.ChildKey, state.Outputs, cancel);
        return made.Value is { } move ? await WriteAsync(parent, move, by, now, cancel) : new Result(made.Refusal);
    }

    private async Task<Result> StartChildAsync(Review parent, StartChild asked, string by, DateTime now, CancellationToken cancel)
    {
        if (library.Catalog.Latest(asked.DefinitionId) is not { } definition)
        {
            return Result.Refused(
                "unknown-definition",
                $"Step {asked.ActivityId} starts the workflow “{asked.DefinitionId}”, which is not loaded."
            );
        }

        var child = NewReview(parent.Claim, definition, by, now, parent, asked.Wait ? asked.ChildKey : null);
        var inputs = asked.Inputs.ToDictionary(input => input.Key, input => input.Value?.DeepClone());
        var facts = ClaimFacts.Of(parent.Claim, null, settings.For(parent.Claim.Kind));
        var move = await runner.StartAsync(definition, await db.WithKnowingAsync(facts, definition, cancel), inputs, now, cancel);
        return await WriteAsync(child, move, by, now, cancel);
    }

    private async Task<Result> CancelChildAsync(
        Review parent,
        CancelChild asked,
        string by,
        DateTime now,
        CancellationToken cancel
    )
    {
        var child = await db
            .Reviews.Include(r => r.Timers)
            .Include(r => r.Tasks.Where(t => t.Status == ReviewTaskStatus.Open))
            .Where(Review.UnderWay)
            .SingleOrDefaultAsync(r => r.ParentId == parent.Id && r.ChildKey == asked.ChildKey, cancel);
        if (child is null)
            return Result.Ok;
        var cancelled = await runner.CancelAsync(ReviewState.Parse(child.State), now, cancel);
        return cancelled.Value is { } move ? await WriteAsync(child, move, by, now, cancel) : Result.Ok;
    }

    private Review NewReview(
        Claim claim,
        CompiledDefinition definition,
        string by,
        DateTime now,
        Review? parent = null,
        string? childKey = null,
        Recheck? recheck = null
    )
    {
        var review = new Review(claim, definition.DefinitionId, definition.Source.Version, definition.VersionId, by, now)
        {
            Parent = parent,
            ChildKey = childKey,
            Recheck = recheck,
        };
        db.Reviews.Add(review);
        return review;
    }

    /// <summary>Opens, closes and changes the tasks of a review as the move says.</summary>
    internal static void WriteTasks(Review review, Move move, DateTime now)
    {
        foreach (var closed in move.TasksClosed)
        {
            var task = review.Tasks.Find(t => t.Key == closed.Key);
            if (closed.Why == "changed")
                task?.VoidDecisions(now);
            task?.Close(closed.Decision is null ? ReviewTaskStatus.Closed : ReviewTaskStatus.Decided, now);
        }

        foreach (var opened in move.TasksOpened)
        {
            var task = new ReviewTask(review.Claim, opened.Key, opened.ActivityId, opened.Title, opened.Instructions, now);
            task.SetTerms(opened.Role, opened.EscalatedTo, opened.DueAtUtc, opened.Barred, TermsOf(opened));
            review.Tasks.Add(task);
        }

        foreach (var changed in move.TasksChanged)
        {
            review
                .Tasks.Find(t => t.Key == changed.Key)
                ?.SetTerms(changed.Role, changed.EscalatedTo, changed.DueAtUtc, changed.Barred, TermsOf(changed));
        }
    }

    /// <summary>Sets and clears the timers of a review as the move says.</summary>
    internal static void WriteTimers(Review review, Move move)
    {
        foreach (var key in move.TimersCleared.Concat(move.TimersSet.Select(t => t.Key)))
            review.Timers.RemoveAll(t => t.Key == key);
        foreach (var timer in move.TimersSet)
            review.Timers.Add(new Domain.ReviewTimer(timer.Key, timer.DueAtUtc));
    }

    /// <summary>Notes the steps that the move took.</summary>
    internal static void WriteSteps(Review review, Move move, string by) =>
        review.Steps.AddRange(
            move.Trace.Select(step => new ReviewStep(step.ActivityId, step.Outcome, by, step.AtUtc, step.Waited))
        );

    private static TaskTerms TermsOf(TaskSpec task) =>
        new()
        {
            Decisions = task.Decisions,
            BarredRules = task.BarredRules,
            Forms = task.Forms,
            Approves = task.Approves,
            Rejects = task.Rejects,
            Votes = task.Votes,
            VotesNeeded = task.VotesNeeded,
            Blind = task.Blind,
        };
}
