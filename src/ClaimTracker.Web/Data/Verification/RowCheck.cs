using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>What is shown to readers can be read, and holds what this program writes.</summary>
internal static class RowCheck
{
    private const int AtOnce = 200;

    /// <summary>The rows that are odd, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        await foreach (var why in OfAsync("claim", db.Claims, c => c.Id, Oddity.Of))
            yield return why;
        var versions = db.Verdicts.Include(v => v.Approvals);
        await foreach (var why in OfAsync("verdict", versions, v => v.Id, Oddity.Of))
            yield return why;
        await foreach (var why in OfAsync("evidence", db.Evidence, e => e.Id, Oddity.Of))
            yield return why;
        await foreach (var why in OfAsync("correction", db.Corrections, c => c.Id, Oddity.Of))
            yield return why;
        await foreach (var why in OfAsync("finding", db.Findings, f => f.Id, Oddity.Of))
            yield return why;
        await foreach (var why in OfAsync("re-check", db.Rechecks, r => r.Id, Oddity.Of))
            yield return why;
        await foreach (var why in OfAsync("look", db.Looks, l => l.Id, Oddity.Of))
            yield return why;
    }

    private static async IAsyncEnumerable<string> OfAsync<T>(
        string name,
        IQueryable<T> rows,
        Func<T, long> id,
        Func<T, string?> oddity
    )
        where T : class
    {
        for (long last = 0; ; )
        {
            var after = last;
            var found = await rows.AsNoTracking()
                .Where(row => EF.Property<long>(row, "Id") > after)
                .OrderBy(row => EF.Property<long>(row, "Id"))
                .Take(AtOnce)
                .ReadSoundAsync(id, oddity, CancellationToken.None);
            if (found.Rows.Count + found.Odd.Count == 0)
                yield break;
            last = found.Rows.Select(id).Concat(found.Odd.Select(row => row.Id)).Max();
            foreach (var (number, why) in found.Odd)
                yield return $"row: {name} {number} cannot be shown: {why}.";
        }
    }
}
