using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>No review waits for an approval that nobody is asked for.</summary>
internal static class ReviewCheck
{
    /// <summary>Those that do, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        var waiting =
            from version in db.Verdicts
            from review in db.Reviews.Where(Review.UnderWay)
            where
                version.Status == VerdictStatus.Proposed
                && version.ReviewId == review.Id
                && review.Status == ReviewStatus.Suspended
                && version.Approvals.Any(a => a.VoidedAt != null)
                && (version.Approvals.All(a => a.VoidedAt != null) || review.Timers.Any(t => t.Failure != null))
                && !db.Tasks.Any(t => t.ClaimId == version.ClaimId && t.Status == ReviewTaskStatus.Open)
            orderby version.Id
            select new { version.ClaimId, version.Version };
        await foreach (var version in waiting.AsAsyncEnumerable())
        {
            yield return $"claim {version.ClaimId}: approvals of the proposed version {version.Version} are void, and nobody is asked to approve it again; the server asks once its review is to go on.";
        }
    }
}
