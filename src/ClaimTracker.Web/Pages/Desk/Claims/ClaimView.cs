using ClaimTracker.Domain;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Loads a claim's working page; every list on it is bounded.</summary>
public sealed class ClaimView(DeskDb db, TaskView tasks, Blindness blindness, TimeProvider time)
{
    /// <summary>Entries of the audit on a page.</summary>
    public const int HistorySize = 15;

    /// <summary>The page, or null where there is no such claim.</summary>
    public async Task<WorkPage?> LoadAsync(long id, Actor actor, CancellationToken cancel)
    {
        var claim = await db.Claims.AsNoTracking()
            .Include(c => c.LinkedTo).Include(c => c.FoldedInto)
            .Include(c => c.Evidence.OrderBy(e => e.WithdrawnAt != null).ThenByDescending(e => e.Id).Take(Claim.MaxEvidence))
            .Include(c => c.Verdicts.OrderByDescending(v => v.Id).Take(20)).ThenInclude(v => v.Approvals)
            .Include(c => c.Corrections.OrderByDescending(x => x.Id).Take(20))
            .Include(c => c.Findings.Where(f => f.SettledAt == null))
            .Include(c => c.Rechecks.OrderByDescending(r => r.Id).Take(5))
            .FirstOrDefaultAsync(c => c.Id == id, cancel);
        if (claim is null)
            return null;
        var (open, unsent) = await tasks.ReadAsync(claim, actor, cancel);
        return new WorkPage
        {
            Claim = claim,
            Now = time.GetUtcNow().UtcDateTime,
            Sentences = await AppearanceInContext.FirstOfAsync(db, id, 20, cancel),
            Together =
            [
                .. await db.Claims.AsNoTracking().Where(c => c.LinkedToId == id).OrderByDescending(c => c.Id).Take(20).ToListAsync(cancel),
                .. await db.Claims.AsNoTracking().Where(c => c.FoldedIntoId == id).OrderByDescending(c => c.Id).Take(20).ToListAsync(cancel),
            ],
            TargetChanged = await db.ChangeOfTargetAsync(claim, cancel),
            Tasks = open,
            Unsent = unsent,
            Blind = (await blindness.HiddenFromAsync([id], actor, cancel)).Count > 0,
            Ground = (await db.Verdicts.Where(v => v.ClaimId == id && v.Status == VerdictStatus.Published).SelectMany(v => v.Evidence).Select(e => e.Id).ToListAsync(cancel)).ToHashSet(),
            Reviews = await db.Reviews.AsNoTracking().Include(r => r.Steps.OrderByDescending(s => s.Id).Take(60))
                .Where(r => r.ClaimId == id).OrderByDescending(r => r.Id).Take(5).ToListAsync(cancel),
            Decided = await db.Tasks.AsNoTracking().Include(t => t.Decided)
                .Where(t => t.ClaimId == id && t.Decided.Count > 0).OrderByDescending(t => t.Id).Take(15).ToListAsync(cancel),
            History = await HistoryAsync(id, null, cancel),
        };
    }

    /// <summary>The audit of a claim, newest first, before an entry; one more than a page where there is another.</summary>
    public async Task<List<HistoryEntry>> HistoryAsync(long id, int? before, CancellationToken cancel)
    {
        var subject = $"claim/{id}";
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject);
        if (before is { } sequence)
            entries = entries.Where(e => e.Sequence < sequence);
        return [.. (await entries.OrderByDescending(e => e.Sequence).Take(HistorySize + 1).ToListAsync(cancel)).Select(HistoryEntry.Of)];
    }
}
