using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Looks;

/// <summary>The looks of one claim as rows. Call these within a commit.</summary>
internal static class LookRows
{
    /// <summary>
    /// Has each watched source of the public version looked at now, also those whose look waits for a later try. The claim is
    /// loaded with that version and its evidence.
    /// </summary>
    /// <returns>How many sources there are.</returns>
    public static async Task<int> AskLooksAsync(this DeskDb db, Claim claim, DateTime now, CancellationToken cancel)
    {
        if (claim.PublishedVerdict is not { } published)
            return 0;
        var watched = Round.Watched(published).ToList();

        // What was seen before is no answer to who asks now; at once, since of one source no two looks are open.
        await db
            .Looks.Where(l => l.ClaimId == claim.Id && l.ClosedAt == null && l.Outcome != null)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.ClosedAt, now.Kept()), cancel);
        var open = await OpenLooksAsync(db, claim.Id, cancel);
        var hosts = watched.Select(e => e.Host!).Distinct().ToList();
        var known = await db.LookHosts.Where(h => hosts.Contains(h.Name)).ToDictionaryAsync(h => h.Name, cancel);
        foreach (var evidence in watched)
        {
            if (open.Find(look => look.EvidenceId == evidence.Id) is { } waiting)
                waiting.BringForward(now);
            else
                db.Looks.Add(new Look(claim.Id, evidence, published.Version, now));
            if (!known.TryGetValue(evidence.Host!, out var host))
                known[evidence.Host!] = host = db.LookHosts.Add(new LookHost(evidence.Host!, now)).Entity;
            host.Expect(now);
        }

        return watched.Count;
    }

    /// <summary>The claim's round: its open looks with their evidence.</summary>
    public static Task<List<Look>> OpenLooksAsync(this DeskDb db, long claimId, CancellationToken cancel) =>
        db
            .Looks.Include(l => l.Evidence)
            .Where(l => l.ClaimId == claimId && l.ClosedAt == null)
            .OrderBy(l => l.Id)
            .ToListAsync(cancel);
}
