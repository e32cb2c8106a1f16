using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Loads what a move needs. Only evidence comes with its claim in one query: SQLite reads the whole of a table where a filtered or a many-to-many
/// collection is joined from the left, and a query for each collection walks indexes.
/// </summary>
internal static class ReviewLoading
{
    /// <summary>The review with its tasks, timers and claim, or null. Of its tasks, those that are open or were decided by somebody, and <paramref name="taskId"/>.</summary>
    public static async Task<Review?> LoadReviewAsync(this DeskDb db, IQueryable<Review> which, long taskId, CancellationToken cancel)
    {
        var review = await which
            .Include(r => r.Recheck)
            .Include(r => r.Timers)
            .Include(r => r.Tasks.Where(t => t.Status == ReviewTaskStatus.Open || t.Id == taskId || t.Decided.Count > 0)).ThenInclude(t => t.Decided)
            .SingleOrDefaultAsync(cancel);
        if (review is not null)
            await db.LoadClaimAsync(review.ClaimId, cancel);
        return review;
    }

    /// <summary>The claim with evidence and verdicts, or null.</summary>
    public static async Task<Claim?> LoadClaimAsync(this DeskDb db, long id, CancellationToken cancel)
    {
        var claim = await db.Claims.Include(c => c.Evidence).AsSingleQuery().SingleOrDefaultAsync(c => c.Id == id, cancel);
        if (claim is not null)
            await db.Verdicts.Where(v => v.ClaimId == id).Include(v => v.Approvals).Include(v => v.Evidence).LoadAsync(cancel);
        return claim;
    }
}
