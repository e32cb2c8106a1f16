using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>Evidence of a public verdict that somebody asks to withdraw, and that no editor has decided on.</summary>
public sealed record AskedWithdrawal(
    long ClaimId,
    string Wording,
    long EvidenceId,
    string Source,
    string By,
    DateTime At,
    string? Reason
)
{
    /// <summary>No more than these are listed.</summary>
    public const int Most = 20;

    /// <summary>
    /// The first that were asked for and that a public verdict stands on; at most <see cref="Most"/> and one more, which says
    /// that there are more.
    /// </summary>
    public static Task<List<AskedWithdrawal>> ReadAsync(DeskDb db, CancellationToken cancel) =>
        db
            .Evidence.Where(e =>
                e.WithdrawalAskedAt != null
                && e.WithdrawnAt == null
                && db.Verdicts.Any(v =>
                    v.ClaimId == e.ClaimId && v.Status == VerdictStatus.Published && v.Evidence.Any(ground => ground.Id == e.Id)
                )
            )
            .OrderBy(e => e.WithdrawalAskedAt)
            .ThenBy(e => e.Id)
            .Take(Most + 1)
            .Join(
                db.Claims,
                e => e.ClaimId,
                c => c.Id,
                (e, c) =>
                    new AskedWithdrawal(
                        c.Id,
                        c.Wording,
                        e.Id,
                        e.Source,
                        e.WithdrawalAskedBy!,
                        e.WithdrawalAskedAt!.Value,
                        e.WithdrawalReason
                    )
            )
            .ToListAsync(cancel);
}
