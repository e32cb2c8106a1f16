using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Jobs.Watches;
using ClaimTracker.Web.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Fetches the pages of evidence and keeps them as they are now. Whoever adds evidence waits for none of it. What is due, and after
/// which pause, stands with the evidence, so running twice or being killed changes nothing.
/// </summary>
public sealed class ArchiveJob(DeskDb db, SourceFetcher fetcher, Acting acting, ILogger<ArchiveJob> log) : IJob
{
    private const int AtOnce = 100;

    /// <summary>Archives what is due now. Returns how many pages were kept.</summary>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        acting.Name = "system:archive";
        var now = acting.Now;
        var due = await db.Evidence.AsNoTracking().Where(e => e.ArchiveDueAt != null && e.ArchiveDueAt <= now && e.WithdrawnAt == null)
            .OrderBy(e => e.ArchiveDueAt).Take(AtOnce).Select(e => new { e.Id, e.Url }).ToListAsync(cancel);
        var kept = 0;
        foreach (var page in due.GroupBy(e => e.Url!))
        {
            var address = SourceAddress.Parse(page.Key);
            var fetched = address.Refusal is { } refusal ? refusal : await fetcher.FetchAsync(address.Value!, cancel);
            if (fetched.Refusal is { } failure)
                log.LogInformation("Could not archive {Url}: {Reason}", page.Key, failure.Message);
            foreach (var evidence in page)
                kept += await NoteAsync(evidence.Id, page.Key, fetched, cancel) ? 1 : 0;
        }

        return kept;
    }

    Task IJob.LookAsync(CancellationToken cancel) => RunAsync(cancel);

    private async Task<bool> NoteAsync(long evidenceId, string url, Result<FetchedSource> fetched, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var noted = await db.CommitAsync<bool>("archive evidence", Right.Jobs, async _ =>
        {
            var now = acting.Now;
            var evidence = await db.Evidence.SingleAsync(e => e.Id == evidenceId, cancel);
            if (evidence.ArchiveDueAt is null)
                return false;
            if (fetched is { Value: { } source })
                evidence.Archive(await db.KeepAsync(source, url, now, cancel));
            else
                evidence.NoteArchiveFailure(fetched.Refusal!.Message, now);
            return fetched.IsOk;
        }, cancel);
        return noted.Value;
    }
}
