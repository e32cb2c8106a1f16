using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Folds old looks that found nothing: of one source, version and year the latest stays and stands for the others. What a look
/// found stays as it was, with all that was looked at in the same round. Running twice or being killed changes nothing.
/// </summary>
internal sealed class FoldJob(DeskDb db, JobItems items, Acting acting) : IJob
{
    private const int AtOnce = 1_000;

    private static readonly TimeSpan Age = TimeSpan.FromDays(400);

    Task IJob.DoDueAsync(CancellationToken cancel) => RunAsync(cancel);

    /// <summary>Folds what is old enough. Returns how many rows went.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        acting.BeginRepeatable("system:fold");
        var before = acting.Now - Age;
        var gone = 0;
        List<long> odd = [];
        while (await FoldAsync(before, odd, cancel) is { } went)
            gone += went;
        return gone;
    }

    // Null where none is left.
    private async Task<int?> FoldAsync(DateTime before, List<long> odd, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var went = await db.CommitAsync<int?>(
            "fold looks",
            Right.Jobs,
            async _ =>
            {
                var old = await items.ReadAsync(
                    db.Looks.Where(l =>
                        l.Times == null && l.Outcome == RecheckOutcome.Unchanged && l.ClosedAt != null && l.MadeAt < before
                    ),
                    looks => looks.OrderBy(l => l.MadeAt).ThenBy(l => l.Id).Take(AtOnce),
                    l => l.Id,
                    odd,
                    cancel
                );
                if (old.Count == 0)
                    return (int?)null;
                var ids = old.Select(l => l.Id).ToList();
                var foldable = await Foldable(db.Looks.Where(l => ids.Contains(l.Id))).Select(l => l.Id).ToHashSetAsync(cancel);
                var sources = old.Select(l => l.EvidenceId).Distinct().ToList();
                var folded = await items.ReadAsync(
                    Foldable(
                        db.Looks.Where(l =>
                            sources.Contains(l.EvidenceId) && l.Times != null && l.Outcome == RecheckOutcome.Unchanged
                        )
                    ),
                    looks => looks,
                    l => l.Id,
                    odd,
                    cancel
                );
                foreach (var look in old.Where(l => !foldable.Contains(l.Id)))
                    look.StandFor([]);
                return Fold([.. old.Where(l => foldable.Contains(l.Id)), .. folded]);
            },
            cancel
        );
        return went.Value;
    }

    private int Fold(List<Look> looks)
    {
        var went = 0;
        foreach (
            var alike in looks.GroupBy(l =>
                (l.EvidenceId, l.VerdictVersion, l.MadeAt!.Value.Year, IsWithin: l.Within is not null)
            )
        )
        {
            List<Look> inOrder = [.. alike.OrderBy(l => l.MadeAt).ThenBy(l => l.Id)];
            var (latest, others) = (inOrder[^1], inOrder[..^1]);
            if (latest.Times is not null && others.Count == 0)
                continue;
            latest.StandFor(others);
            db.Looks.RemoveRange(others);
            went += others.Count;
        }

        return went;
    }

    // What was seen standing beside a finding belongs to that finding's round.
    private IQueryable<Look> Foldable(IQueryable<Look> looks) =>
        looks.Where(l =>
            !db.Looks.Any(o =>
                o.ClaimId == l.ClaimId
                && o.ClosedAt == l.ClosedAt
                && (o.Outcome == RecheckOutcome.Changed || o.Outcome == RecheckOutcome.Missing)
            )
        );
}
