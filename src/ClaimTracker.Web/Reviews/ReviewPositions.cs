using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Runner;

namespace ClaimTracker.Web.Reviews;

/// <summary>Where reviews stand, as their runner is told.</summary>
internal static class ReviewPositions
{
    /// <summary>The position of a review that is loaded with its claim, and with its re-check where it is one.</summary>
    public static async Task<ReviewPosition> PositionAsync(
        this WorkflowLibrary library,
        DeskDb db,
        Review review,
        DateTime now,
        CancellationToken cancel
    )
    {
        var definition = await library.GetAsync(db, review.VersionId, cancel);
        var facts = ClaimFacts.Of(review.Claim, review.Recheck?.Outcome, library.For(review.Claim.Kind));
        return new(definition, ReviewState.Parse(review.State), await db.WithKnowingAsync(facts, definition, cancel), now);
    }
}
