using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Workflows.Runner;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>Where each review stands can be read, and none waits for an approval that nobody is asked for.</summary>
internal static class ReviewCheck
{
    /// <summary>Those of which it is not so, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        var states = db.Reviews.OrderBy(r => r.Id).Select(r => new { r.Id, r.State });
        await foreach (var review in states.AsAsyncEnumerable())
        {
            if (Oddity(review.State) is { } why)
                yield return $"review {review.Id}: {why}.";
        }

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

    /// <summary>Why a review's stored state is none; null where it is sound.</summary>
    internal static string? Oddity(string state)
    {
        try
        {
            _ = ReviewState.Parse(state);
            return null;
        }
        catch (JsonException)
        {
            return "where it stands cannot be read";
        }
    }
}
