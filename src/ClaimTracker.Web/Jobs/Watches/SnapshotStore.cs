using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>Snapshots of sources: the same bytes, answered in the same way from the same address, are kept once.</summary>
internal static class SnapshotStore
{
    /// <summary>The snapshot of what was fetched, new or known; call it within a commit.</summary>
    public static async Task<Snapshot> KeepAsync(
        this DeskDb db,
        FetchedSource source,
        string url,
        DateTime now,
        CancellationToken cancel
    )
    {
        var kept = source.ToSnapshot(url, now);
        // The same bytes under another encoding are another text.
        var known = await db.Snapshots.FirstOrDefaultAsync(
            s =>
                s.Hash == kept.Hash
                && s.Url == url
                && s.ContentType == kept.ContentType
                && s.Charset == kept.Charset
                && s.FinalAddress == kept.FinalAddress,
            cancel
        );
        return known ?? db.Snapshots.Add(kept).Entity;
    }
}
