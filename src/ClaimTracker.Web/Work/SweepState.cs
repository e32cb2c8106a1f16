using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What looks did lately, and what is next.</summary>
/// <param name="Latest">The outcomes of the latest looks, at most <see cref="Most"/>, those apart that met a figure within its
/// condition.</param>
/// <param name="Since">When the first of these was made; null where none was made yet.</param>
/// <param name="NextCheckAt">When the next check falls due, also of looks that are tried again; null where none does.</param>
/// <param name="NextPersonAt">When the next person is due, whatever machines say; null where none is.</param>
/// <param name="Failed">Looks that could not be made and are tried again, the first that are due.</param>
public sealed record SweepState(
    IReadOnlyDictionary<(RecheckOutcome Outcome, bool Within), int> Latest,
    DateTime? Since,
    DateTime? NextCheckAt,
    DateTime? NextPersonAt,
    IReadOnlyList<FailedLook> Failed
)
{
    /// <summary>
    /// How many of the latest looks, and of those that are tried again, are not told of: what is stored of them is not as this
    /// program writes it.
    /// </summary>
    public int Odd { get; init; }

    /// <summary>So many of the latest looks are told of.</summary>
    public const int Most = 500;

    /// <summary>Reads it.</summary>
    public static async Task<SweepState> ReadAsync(DeskDb db, CancellationToken cancel)
    {
        var now = db.Now;
        var (latest, odd) = await db
            .Looks.Where(l => l.MadeAt != null)
            .OrderByDescending(l => l.MadeAt)
            .Take(Most)
            .ReadReadableAsync(
                l => l.Id,
                looks =>
                    looks.Select(l => new
                    {
                        At = l.MadeAt!.Value,
                        Outcome = l.Outcome!.Value,
                        Within = l.Within != null,
                    }),
                cancel
            );
        var nextClaim = await db
            .Claims.Where(c => c.NextAttemptAt > now)
            .OrderBy(c => c.NextAttemptAt)
            .Select(c => c.NextAttemptAt)
            .FirstOrDefaultAsync(cancel);
        var (failed, oddFailed) = await SiteQuery.FailedAsync(db.Looks, db, cancel);
        var again = failed.Select(look => (DateTime?)look.DueAt).Where(at => at > now).Min();
        return new SweepState(
            latest.GroupBy(look => (look.Outcome, look.Within)).ToDictionary(looks => looks.Key, looks => looks.Count()),
            latest.Count == 0 ? null : latest[^1].At,
            again < nextClaim ? again : nextClaim ?? again,
            await db
                .Claims.Where(c => c.PersonDueAt > now)
                .OrderBy(c => c.PersonDueAt)
                .Select(c => c.PersonDueAt)
                .FirstOrDefaultAsync(cancel),
            failed
        )
        {
            Odd = odd + oddFailed,
        };
    }
}
