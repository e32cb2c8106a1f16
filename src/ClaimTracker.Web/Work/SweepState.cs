using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What looks did lately, and what is next.</summary>
/// <param name="Latest">The outcomes of the latest looks, at most <see cref="Most"/>.</param>
/// <param name="Since">When the first of these was made; null where none was made yet.</param>
/// <param name="NextCheckAt">When the next claim is to be looked at; null where none is.</param>
/// <param name="NextPersonAt">When the next person is due, whatever machines say; null where none is.</param>
/// <param name="Failed">Looks that could not be made and are tried again, the first that are due.</param>
public sealed record SweepState(
    IReadOnlyDictionary<RecheckOutcome, int> Latest,
    DateTime? Since,
    DateTime? NextCheckAt,
    DateTime? NextPersonAt,
    IReadOnlyList<FailedLook> Failed
)
{
    /// <summary>So many of the latest looks are told of.</summary>
    public const int Most = 500;

    /// <summary>Reads it.</summary>
    public static async Task<SweepState> ReadAsync(DeskDb db, CancellationToken cancel)
    {
        var now = db.Now;
        var latest = await db
            .Looks.Where(l => l.MadeAt != null)
            .OrderByDescending(l => l.MadeAt)
            .Take(Most)
            .Select(l => new { At = l.MadeAt!.Value, Outcome = l.Outcome!.Value })
            .ToListAsync(cancel);
        return new SweepState(
            latest.GroupBy(look => look.Outcome).ToDictionary(looks => looks.Key, looks => looks.Count()),
            latest.Count == 0 ? null : latest[^1].At,
            await db
                .Claims.Where(c => c.NextAttemptAt > now)
                .OrderBy(c => c.NextAttemptAt)
                .Select(c => c.NextAttemptAt)
                .FirstOrDefaultAsync(cancel),
            await db
                .Claims.Where(c => c.PersonDueAt > now)
                .OrderBy(c => c.PersonDueAt)
                .Select(c => c.PersonDueAt)
                .FirstOrDefaultAsync(cancel),
            await SiteQuery.FailedAsync(db.Looks, db, cancel)
        );
    }
}
