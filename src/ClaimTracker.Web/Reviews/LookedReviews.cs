using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Runner;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Reviews that wait for looks at the sources, and go on in the transaction in which what these met is written.
/// </summary>
internal sealed class LookedReviews(DeskDb db, WorkflowLibrary library, IReviewRunner runner, MoveWriter writer)
{
    /// <summary>Those of some claims, with all that a move needs but the claim, which the caller has loaded.</summary>
    public Task<List<Review>> WaitingAsync(IReadOnlyCollection<long> claimIds, CancellationToken cancel) =>
        db
            .Reviews.Include(r => r.Timers)
            .Include(r => r.Recheck)
            .Include(r => r.Tasks.Where(t => t.Status == ReviewTaskStatus.Open))
                .ThenInclude(t => t.Decided)
            .Where(r => claimIds.Contains(r.ClaimId) && r.LooksAskedAt != null && r.Status == ReviewStatus.Suspended)
            .ToListAsync(cancel);

    /// <summary>Tells a review what the looks met.</summary>
    public async Task<Result> TellAsync(Review review, JsonObject met, string by, DateTime now, CancellationToken cancel)
    {
        review.WaitForLooks(null);
        var position = await library.PositionAsync(db, review, now, cancel);
        var made = await runner.LookedAsync(position, met, cancel);
        return made.Value is { } move ? await writer.WriteAsync(review, move, by, now, cancel) : new Result(made.Refusal);
    }

    /// <summary>Stops a review that could not be told, so that an administrator reads of it.</summary>
    public Task<Result> StopAsync(Review review, string why, string by, DateTime now, CancellationToken cancel)
    {
        review.WaitForLooks(null);
        return writer.StopAsync(review, "looks", why, by, now, cancel);
    }
}
