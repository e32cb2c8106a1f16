using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Benchmarks.Desk.Kills;

/// <summary>
/// All that the moves of a review write, in one line that is the same for two claims at the same point of their way.
/// </summary>
internal static class ClaimRows
{
    public static async Task<string> ReadAsync(DeskDb db, long id)
    {
        var claim = await db
            .Claims.AsNoTracking()
            .Include(c => c.Verdicts)
                .ThenInclude(v => v.Approvals)
            .SingleAsync(c => c.Id == id);
        var reviews = await db
            .Reviews.AsNoTracking()
            .Where(r => r.ClaimId == id)
            .Include(r => r.Tasks)
                .ThenInclude(t => t.Decided)
            .Include(r => r.Timers)
            .Include(r => r.Steps)
            .ToListAsync();
        var notices = await db.Notices.CountAsync(n => n.ClaimId == id);
        var audit = await db
            .AuditEntries.Where(e => e.Subject == "claim/" + id)
            .OrderBy(e => e.Sequence)
            .Select(e => e.Action)
            .ToListAsync();
        return string.Join(
            " | ",
            [
                $"{claim.Stage} {claim.Publication} {claim.Rating} {claim.VerdictVersion} notices {notices}",
                .. claim.Verdicts.Select(v =>
                    $"verdict {v.Version} {v.Status} {string.Join(',', v.Approvals.Select(a => a.By))}"
                ),
                .. reviews.Select(r =>
                    $"review {r.Status} timers {string.Join(',', r.Timers.Select(t => t.Key).Order())} steps {string.Join(',', r.Steps.OrderBy(s => s.Id).Select(s => s.ActivityId + ":" + s.Outcome))}"
                ),
                .. reviews
                    .SelectMany(r => r.Tasks)
                    .OrderBy(t => t.Id)
                    .Select(t => $"task {t.Key} {t.Status} {string.Join(',', t.Decided.Select(d => d.By + ":" + d.Decision))}"),
                "audit " + string.Join(',', audit),
            ]
        );
    }
}
