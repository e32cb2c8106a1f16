using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Runner;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// From whom a claim's proposal is hidden: whoever could still rate it blind, in this round or a later one. Pages, history and
/// notices ask here.
/// </summary>
public sealed class Blindness(DeskDb db, WorkflowLibrary library, TimeProvider time)
{
    /// <summary>What such a person reads in place of why a review has stopped: a step's failure may name a rating.</summary>
    public const string HiddenFault =
        "Why it stopped is hidden while you could still be asked to rate this claim without knowing what others decided.";

    /// <summary>Those of <paramref name="claimIds"/> of which the person must not see what others proposed and decided.</summary>
    public async Task<IReadOnlySet<long>> HiddenFromAsync(
        IReadOnlyCollection<long> claimIds,
        Actor actor,
        CancellationToken cancel
    )
    {
        var hidden = new HashSet<long>();
        var reviews = await db
            .Reviews.AsNoTracking()
            .Include(r => r.Recheck)
            .Where(Review.UnderWay)
            .Where(r => claimIds.Contains(r.ClaimId))
            .ToListAsync(cancel);
        foreach (var review in reviews)
        {
            var definition = await library.GetAsync(db, review.VersionId, cancel);
            if (!ReviewRunner.AsksBlind(definition) || hidden.Contains(review.ClaimId))
                continue;
            var claim = await db
                .Claims.AsNoTracking()
                .Include(c => c.Evidence)
                .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published))
                    .ThenInclude(v => v.Approvals)
                .SingleAsync(c => c.Id == review.ClaimId, cancel);
            if (
                ReviewRunner.CouldRateBlind(
                    definition,
                    ReviewState.Parse(review.State),
                    ClaimFacts.Of(claim, review.Recheck?.Outcome, library.For(claim.Kind)),
                    actor,
                    await db.Verdicts.AnyAsync(v => v.ReviewId == review.Id, cancel),
                    time.GetUtcNow().UtcDateTime
                )
            )
            {
                hidden.Add(review.ClaimId);
            }
        }

        return hidden;
    }
}
