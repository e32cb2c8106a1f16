using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Loads a claim's working page; every list on it is bounded.</summary>
public sealed class ClaimView(DeskDb db, TaskView tasks, Blindness blindness, TimeProvider time)
{
    /// <summary>Entries of the audit on a page.</summary>
    public const int HistorySize = 15;

    /// <summary>Reviews on a page.</summary>
    public const int ReviewsShown = 5;

    /// <summary>Re-checks on a page.</summary>
    public const int RechecksShown = 5;

    /// <summary>The page with what is typed on it, or null where there is no such claim.</summary>
    public async Task<WorkPage?> LoadAsync(long id, Actor actor, PageFields typed, CancellationToken cancel)
    {
        if (await ClaimAsync(id, cancel) is not { } claim)
            return null;
        var ground = (
            await db
                .Verdicts.Where(v => v.ClaimId == id && v.Status == VerdictStatus.Published)
                .SelectMany(v => v.Evidence)
                .Select(e => e.Id)
                .ToListAsync(cancel)
        ).ToHashSet();
        claim.PublishedVerdict?.Evidence.AddRange(claim.Evidence.Where(e => ground.Contains(e.Id)));
        var blind = (await blindness.HiddenFromAsync([id], actor, cancel)).Count > 0;
        var open = await tasks.ReadAsync(claim, actor, typed, blind, cancel);
        return new WorkPage
        {
            Claim = claim,
            Now = time.GetUtcNow().UtcDateTime,
            Sentences = await AppearanceInContext.FirstOfAsync(db, id, 20, cancel),
            Together =
            [
                .. await db
                    .Claims.AsNoTracking()
                    .Where(c => c.LinkedToId == id)
                    .OrderByDescending(c => c.Id)
                    .Take(20)
                    .ToListAsync(cancel),
                .. await db
                    .Claims.AsNoTracking()
                    .Where(c => c.FoldedIntoId == id)
                    .OrderByDescending(c => c.Id)
                    .Take(20)
                    .ToListAsync(cancel),
            ],
            TargetChanged = await db.ChangeOfTargetAsync(claim, cancel),
            Tasks = open,
            Blind = blind,
            BeforeChange = blind ? null : await tasks.BeforeChangeAsync(claim, open, actor, cancel),
            GroupsAsked = claim.PublishedVerdict?.MinimumGroups ?? await tasks.GroupsAskedAsync(claim, open, cancel),
            Waiting = await WaitingLook.OfAsync(db, [id], cancel),
            Ground = ground,
            Reviews = await ReviewsAsync(id, cancel),
            Decided = await db
                .Tasks.AsNoTracking()
                .Include(t => t.Decided)
                .Where(t => t.ClaimId == id && t.Decided.Count > 0)
                .OrderByDescending(t => t.Id)
                .Take(15)
                .ToListAsync(cancel),
            History = await HistoryAsync(id, null, cancel),
        };
    }

    // A list is asked for by itself: what is taken of an included one is numbered over the whole table first.
    private async Task<Claim?> ClaimAsync(long id, CancellationToken cancel)
    {
        if (
            await db
                .Claims.AsNoTracking()
                .Include(c => c.LinkedTo)
                .Include(c => c.FoldedInto)
                .FirstOrDefaultAsync(c => c.Id == id, cancel)
            is not { } claim
        )
        {
            return null;
        }

        claim.Evidence.AddRange(
            await db
                .Evidence.AsNoTracking()
                .Where(e => e.ClaimId == id)
                .OrderBy(e => e.WithdrawnAt != null)
                .ThenByDescending(e => e.Id)
                .Take(Claim.MaxEvidence)
                .ToListAsync(cancel)
        );
        claim.Verdicts.AddRange(
            await db
                .Verdicts.AsNoTracking()
                .Include(v => v.Approvals)
                .Where(v => v.ClaimId == id)
                .OrderByDescending(v => v.Id)
                .Take(20)
                .ToListAsync(cancel)
        );
        claim.Corrections.AddRange(
            await db
                .Corrections.AsNoTracking()
                .Where(c => c.ClaimId == id)
                .OrderByDescending(c => c.Id)
                .Take(20)
                .ToListAsync(cancel)
        );
        claim.Findings.AddRange(
            await db
                .Findings.AsNoTracking()
                .Where(f => f.ClaimId == id && f.SettledAt == null)
                .OrderBy(f => f.Id)
                .ToListAsync(cancel)
        );
        claim.Rechecks.AddRange(
            await db
                .Rechecks.AsNoTracking()
                .Where(r => r.ClaimId == id)
                .OrderByDescending(r => r.Id)
                .Take(RechecksShown)
                .ToListAsync(cancel)
        );
        return claim;
    }

    private async Task<List<Review>> ReviewsAsync(long id, CancellationToken cancel)
    {
        var reviews = await db
            .Reviews.AsNoTracking()
            .Where(r => r.ClaimId == id)
            .OrderByDescending(r => r.Id)
            .Take(ReviewsShown)
            .ToListAsync(cancel);
        if (reviews.Count == 0)
            return reviews;
        var steps = reviews
            .Select(review => db.Steps.AsNoTracking().Where(s => s.ReviewId == review.Id).OrderByDescending(s => s.Id).Take(60))
            .Aggregate((all, more) => all.Concat(more));
        var taken = (await steps.ToListAsync(cancel)).ToLookup(s => s.ReviewId);
        reviews.ForEach(review => review.Steps.AddRange(taken[review.Id]));
        return reviews;
    }

    /// <summary>The audit of a claim, newest first, before an entry; one more than a page where there is another.</summary>
    public async Task<List<HistoryEntry>> HistoryAsync(long id, int? before, CancellationToken cancel)
    {
        var subject = $"claim/{id}";
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject);
        if (before is { } sequence)
            entries = entries.Where(e => e.Sequence < sequence);
        return
        [
            .. (await entries.OrderByDescending(e => e.Sequence).Take(HistorySize + 1).ToListAsync(cancel)).Select(
                HistoryEntry.Of
            ),
        ];
    }
}
