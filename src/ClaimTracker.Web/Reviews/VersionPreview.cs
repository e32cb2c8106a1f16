using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Runner;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>A running review that is not on the latest version.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="ClaimId">Its claim.</param>
/// <param name="Wording">The claim's words.</param>
/// <param name="Version">The version that it runs by.</param>
/// <param name="WhyNot">Why it cannot be moved; null where it can.</param>
public sealed record MovableReview(long ReviewId, long ClaimId, string Wording, int Version, string? WhyNot);

/// <summary>Says which running reviews can be moved to a version, and why the others cannot.</summary>
public sealed class VersionPreview(DeskDb db, WorkflowLibrary library, TimeProvider time)
{
    /// <summary>How many reviews one preview looks at.</summary>
    public const int AtOnce = 100;

    /// <summary>The oldest running reviews of other versions after review <paramref name="after"/>.</summary>
    public async Task<IReadOnlyList<MovableReview>> ReadAsync(CompiledDefinition to, long after, CancellationToken cancel)
    {
        var others = library
            .Catalog.Versions.Where(v => v.DefinitionId == to.DefinitionId && v.VersionId != to.VersionId)
            .Select(v => v.VersionId)
            .ToList();
        var reviews = await db
            .Reviews.AsNoTracking()
            .Where(Review.UnderWay)
            .Where(r => others.Contains(r.VersionId) && r.Id > after)
            .OrderBy(r => r.Id)
            .Take(AtOnce)
            .Include(r => r.Recheck)
            .Include(r => r.Claim)
                .ThenInclude(c => c.Evidence)
            .Include(r => r.Claim)
                .ThenInclude(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed))
                    .ThenInclude(v => v.Approvals)
            .ToListAsync(cancel);
        return
        [
            .. reviews.Select(review => new MovableReview(
                review.Id,
                review.ClaimId,
                review.Claim.Wording,
                review.DefinitionVersion,
                WhyNot(review, to)
            )),
        ];
    }

    private string? WhyNot(Review review, CompiledDefinition to) =>
        ReviewRunner
            .MoveToVersion(
                library.Catalog.ByVersionId(review.VersionId)!,
                to,
                ReviewState.Parse(review.State),
                ClaimFacts.Of(review.Claim, review.Recheck?.Outcome, library.For(review.Claim.Kind)),
                time.GetUtcNow().UtcDateTime
            )
            .Refusal?.Message;
}
