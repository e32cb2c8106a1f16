using System.Text.Json;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Transfer;

/// <summary>
/// Writes the desk out, a record a line, from one moment's view of the database and without holding more than a page of it.
/// </summary>
internal sealed class DeskExport(DeskDb db)
{
    private const int AtOnce = 200;

    /// <summary>Outlets, articles and claims, in this order, after a line that says what this is.</summary>
    /// <param name="since">Only what came in or changed since; null for all.</param>
    /// <param name="output">Where the lines go.</param>
    /// <param name="cancel">Stops between two pages.</param>
    public async Task WriteAsync(DateTime? since, Stream output, CancellationToken cancel)
    {
        await using var moment = await db.OneMomentAsync(cancel);
        await LineAsync(
            output,
            new
            {
                type = TransferJson.Header,
                version = 1,
                since,
            },
            cancel
        );
        await foreach (var outlet in OutletsAsync(since).WithCancellation(cancel))
            await LineAsync(output, ExportedOutlet.Of(outlet), cancel);
        await foreach (var article in ArticlesAsync(since, cancel))
            await LineAsync(output, ExportedArticle.Of(article), cancel);
        await foreach (var claim in ClaimsAsync(since, cancel))
            await LineAsync(output, ExportedClaim.Of(claim), cancel);
    }

    /// <summary>Claims with all that belongs to them, by number.</summary>
    public async IAsyncEnumerable<Claim> ClaimsAsync(
        DateTime? since,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        for (long last = 0; ; )
        {
            var after = last;
            var page = await Since(db.Claims.AsNoTracking(), since)
                .Where(c => c.Id > after)
                .OrderBy(c => c.Id)
                .Take(AtOnce)
                .Include(c => c.Appearances)
                    .ThenInclude(a => a.Article)
                .Include(c => c.Evidence)
                    .ThenInclude(e => e.Snapshot)
                .Include(c => c.Verdicts)
                    .ThenInclude(v => v.Approvals)
                .Include(c => c.Verdicts)
                    .ThenInclude(v => v.Evidence)
                .Include(c => c.Corrections)
                .Include(c => c.Rechecks)
                .Include(c => c.Findings)
                .Include(c => c.Suspensions)
                .Include(c => c.Looks)
                .Include(c => c.KeptPages)
                    .ThenInclude(k => k.Former)
                .ToListAsync(cancel);
            foreach (var claim in page)
                yield return claim;
            if (page.Count < AtOnce)
                yield break;
            last = page[^1].Id;
        }
    }

    private IAsyncEnumerable<Outlet> OutletsAsync(DateTime? since)
    {
        var outlets = db.Outlets.AsNoTracking();
        if (since is not null)
        {
            var articles = ArticlesSince(since);
            outlets = outlets.Where(o => articles.Any(a => a.Outlet == o.Name));
        }

        return outlets.OrderBy(o => o.Name).AsAsyncEnumerable();
    }

    private IQueryable<Article> ArticlesSince(DateTime? since)
    {
        if (since is null)
            return db.Articles.AsNoTracking();
        var claims = Since(db.Claims, since);
        return db
            .Articles.AsNoTracking()
            .Where(a => a.AddedAt >= since || a.Appearances.Any(p => claims.Any(c => c.Id == p.ClaimId)));
    }

    private async IAsyncEnumerable<Article> ArticlesAsync(
        DateTime? since,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        var articles = ArticlesSince(since);
        for (long last = 0; ; )
        {
            var after = last;
            var page = await articles
                .Where(a => a.Id > after)
                .OrderBy(a => a.Id)
                .Take(AtOnce)
                .Include(a => a.Snapshot)
                .ToListAsync(cancel);
            foreach (var article in page)
                yield return article;
            if (page.Count < AtOnce)
                yield break;
            last = page[^1].Id;
        }
    }

    private static IQueryable<Claim> Since(IQueryable<Claim> claims, DateTime? since) =>
        since is null
            ? claims
            : claims.Where(c =>
                c.CreatedAt >= since
                || c.StageSince >= since
                || c.VerdictIssuedAt >= since
                || c.LastAttemptAt >= since
                || c.LastVerifiedAt >= since
                || c.Suspensions.Any(s => s.At >= since || s.EndedAt >= since)
            );

    private static async Task LineAsync<T>(Stream output, T record, CancellationToken cancel)
    {
        await JsonSerializer.SerializeAsync(output, record, TransferJson.Options, cancel);
        output.WriteByte((byte)'\n');
        await output.FlushAsync(cancel);
    }
}
