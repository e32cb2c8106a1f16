using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>What of a claim is not as this program writes it, said to the desk.</summary>
internal static class OddClaim
{
    private const int Most = 50;

    /// <summary>What is said in place of a page that cannot be shown.</summary>
    public static Refusal Refuse(IEnumerable<string> odd) =>
        new(
            "odd",
            $"What is stored of this claim is not as this program writes it, so nothing of it is shown or decided here: {string.Join("; ", odd)}. Its history stays, and an administrator finds such rows with the verb verify."
        );

    /// <summary>
    /// The rows of a claim that cannot be read or hold what no program of ours writes; empty where all are sound, and a page that
    /// failed over them failed for another reason.
    /// </summary>
    public static async Task<IReadOnlyList<string>> OddRowsAsync(this DeskDb db, long claimId, CancellationToken cancel)
    {
        List<string> odd = [];
        await AddAsync("claim", db.Claims.Where(c => c.Id == claimId), c => c.Id, Oddity.Of);
        await AddAsync("version", db.Verdicts.Include(v => v.Approvals).Where(v => v.ClaimId == claimId), v => v.Id, Oddity.Of);
        await AddAsync("evidence", db.Evidence.Where(e => e.ClaimId == claimId), e => e.Id, Oddity.Of);
        await AddAsync("correction", db.Corrections.Where(c => c.ClaimId == claimId), c => c.Id, Oddity.Of);
        await AddAsync("finding", db.Findings.Where(f => f.ClaimId == claimId), f => f.Id, Oddity.Of);
        await AddAsync("re-check", db.Rechecks.Where(r => r.ClaimId == claimId), r => r.Id, Oddity.Of);
        await AddAsync("look", db.Looks.Where(l => l.ClaimId == claimId), l => l.Id, Oddity.Of);
        await AddAsync("appearance", db.Appearances.Where(a => a.ClaimId == claimId), a => a.Id, _ => null);
        await AddAsync("review", db.Reviews.Where(r => r.ClaimId == claimId), r => r.Id, r => ReviewCheck.Oddity(r.State));
        await AddAsync("task", db.Tasks.Include(t => t.Decided).Where(t => t.ClaimId == claimId), t => t.Id, _ => null);
        return odd;

        async Task AddAsync<T>(string name, IQueryable<T> rows, Func<T, long> id, Func<T, string?> oddity)
            where T : class
        {
            var newest = rows.AsNoTracking().OrderByDescending(row => EF.Property<long>(row, "Id")).Take(Most);
            odd.AddRange(Said(name, (await newest.ReadSoundAsync(id, oddity, cancel)).Odd));
        }
    }

    /// <summary>The same of rows that were read already.</summary>
    public static IEnumerable<string> Said(string name, IEnumerable<(long Id, string Why)> odd) =>
        odd.Select(row => $"{name} {row.Id}: {row.Why}");
}
