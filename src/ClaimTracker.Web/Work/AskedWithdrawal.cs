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
    private const int Most = 20;

    /// <summary>The first that were asked for, at most twenty.</summary>
    public static Task<List<AskedWithdrawal>> ReadAsync(DeskDb db, CancellationToken cancel) =>
        db
            .Evidence.Where(e => e.WithdrawalAskedAt != null && e.WithdrawnAt == null)
            .OrderBy(e => e.WithdrawalAskedAt)
            .ThenBy(e => e.Id)
            .Take(Most)
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
