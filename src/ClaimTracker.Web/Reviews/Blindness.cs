using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Verification;
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
        var read = await db
            .Reviews.AsNoTracking()
            .Include(r => r.Recheck)
            .Where(Review.UnderWay)
            .Where(r => claimIds.Contains(r.ClaimId))
            .ReadSoundAsync(r => r.Id, r => r.Recheck is { } recheck ? Oddity.Of(recheck) : null, cancel);

        // Of what cannot be read nobody knows that it may be seen.
        var odd = read.Odd.Select(row => row.Id).ToList();
        if (odd.Count > 0)
            hidden.UnionWith(await db.Reviews.Where(r => odd.Contains(r.Id)).Select(r => r.ClaimId).ToListAsync(cancel));
        foreach (var review in read.Rows.Where(r => !hidden.Contains(r.ClaimId)))
        {
            try
            {
                if (await IsHiddenAsync(review, actor, cancel))
                    hidden.Add(review.ClaimId);
            }
            catch (Exception failure) when (SoundReading.IsOfRow(failure))
            {
                if ((await db.OddRowsAsync(review.ClaimId, cancel)).Count == 0)
                    throw;
                hidden.Add(review.ClaimId);
            }
        }

        return hidden;
    }

    private async Task<bool> IsHiddenAsync(Review review, Actor actor, CancellationToken cancel)
    {
        var definition = await library.GetAsync(db, review.VersionId, cancel);
        if (!ReviewRunner.AsksBlind(definition))
            return false;
        var now = time.GetUtcNow().UtcDateTime;
        var claim = await db
            .Claims.AsNoTracking()
            .Include(c => c.Evidence)
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published))
                .ThenInclude(v => v.Approvals)
            .SingleAsync(c => c.Id == review.ClaimId, cancel);
        return ReviewRunner.CouldRateBlind(
            definition,
            ReviewState.Parse(review.State),
            ClaimFacts.Of(claim, review.Recheck?.Outcome, library.For(claim.Kind)),
            actor,
            await HasProposedAsync(review, cancel),
            await JudgesAsync(claim, actor, now, cancel),
            now
        );
    }

    /// <summary>
    /// Why a task that belongs to no review is not for that person: whoever may still rate the claim blind approves nothing that
    /// is hidden from them. Null where it may be.
    /// </summary>
    public async Task<Refusal?> NotForAsync(ReviewTask task, Actor actor, CancellationToken cancel) =>
        task.Purpose == TaskPurpose.ApproveAgain && (await HiddenFromAsync([task.ClaimId], actor, cancel)).Count > 0
            ? NotFor(task)
            : null;

    /// <summary>The same, said of a task of whom it is known already that the proposal is hidden from the person.</summary>
    public static Refusal NotFor(ReviewTask task) =>
        new(
            "blind",
            $"“{task.Title}” is not for you while you could still be asked to rate this claim without knowing what others decided. It waits for somebody else with the role {task.EscalatedTo ?? task.Role}."
        );

    // What was proposed in a review that was ended tells of this one's verdict as much, unless a verdict was published since.
    private Task<bool> HasProposedAsync(Review review, CancellationToken cancel) =>
        db.Verdicts.AnyAsync(
            v =>
                v.ReviewId == review.Id
                || (
                    v.ClaimId == review.ClaimId
                    && (v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Rejected)
                    && !db.Verdicts.Any(later => later.ClaimId == v.ClaimId && later.Id > v.Id && later.PublishedAt != null)
                ),
            cancel
        );

    private async Task<bool> JudgesAsync(Claim claim, Actor actor, DateTime now, CancellationToken cancel) =>
        claim.ProposedVerdict is { } proposed
        && (await db.OpenWithoutReview(claim.Id).AsNoTracking().ToListAsync(cancel)).Exists(t =>
            t.Purpose == TaskPurpose.ApproveAgain
            && t.SubjectId == proposed.Id
            && (t.NotFor(actor) ?? t.HeldByAnother(actor.Name, now)) is null
        );
}
