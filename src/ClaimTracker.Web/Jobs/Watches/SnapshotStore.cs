using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs.Watches;

/// <summary>Snapshots of sources: the same bytes from the same address are kept once.</summary>
internal static class SnapshotStore
{
    /// <summary>The snapshot of what was fetched, new or known; call it within a commit.</summary>
    public static async Task<Snapshot> KeepAsync(this DeskDb db, FetchedSource source, string url, DateTime now, CancellationToken cancel)
    {
        var hash = Snapshot.HashOf(source.Content);
        var known = await db.Snapshots.FirstOrDefaultAsync(s => s.Hash == hash && s.Url == url, cancel);
        return known ?? db.Snapshots.Add(new Snapshot(source.Content, source.ContentType, url, now)).Entity;
    }
}
