using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Looks;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>
/// Has the sources of a published verdict looked at now. It opens nothing: a re-check starts only where a look finds something.
/// </summary>
public sealed class ClaimLooks(DeskDb db, TimeProvider time)
{
    /// <summary>
    /// Makes the looks due. Refused: <c>unknown-claim</c>, <c>not-published</c>, <c>unkept</c> while a page is being kept,
    /// <c>unwatched</c>, and <c>stopped</c> where a person has stopped the looks at each of its sites.
    /// </summary>
    /// <returns>What becomes of them, in words.</returns>
    public Task<Result<string>> LookNowAsync(long claimId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync<string>(
            "look now",
            Right.Work,
            async _ =>
            {
                var claim = await db
                    .Claims.Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Published))
                        .ThenInclude(v => v.Evidence)
                    .SingleOrDefaultAsync(c => c.Id == claimId, cancel);
                if (claim is null)
                    return Claim.Unknown(claimId);
                if (claim.PublishedVerdict is null)
                    return new Refusal("not-published", "Only the sources of a published verdict are looked at.");
                if (Unkept(claim.PublishedVerdict) is { Count: > 0 } unkept)
                {
                    return new Refusal(
                        "unkept",
                        $"Nothing is looked at yet: the page of {string.Join(", ", unkept)} is being kept first, since without it there is nothing to compare with. That takes mostly less than a minute."
                    );
                }

                if (await db.AskLooksAsync(claim, time.GetUtcNow().UtcDateTime, cancel) == 0)
                {
                    return new Refusal(
                        "unwatched",
                        "No source of the published verdict can be looked at by a machine. Have it re-checked instead: a person looks then."
                    );
                }

                var hosts = Round.Watched(claim.PublishedVerdict).Select(e => e.Host!).Distinct().ToList();
                var stopped = await db
                    .LookHosts.Where(h => hosts.Contains(h.Name) && h.StoppedAt != null)
                    .OrderBy(h => h.Name)
                    .Select(h => h.Name)
                    .ToListAsync(cancel);
                if (stopped.Count == hosts.Count)
                {
                    return new Refusal(
                        "stopped",
                        $"Nothing is looked at: the looks at {string.Join(", ", stopped)} are stopped."
                    );
                }
                return "The sources are looked at as soon as their sites are free, mostly within a minute."
                    + (
                        stopped.Count == 0
                            ? ""
                            : $" Nothing is asked of {string.Join(", ", stopped)}: the looks there are stopped."
                    )
                    + " Nothing else begins unless a look finds something.";
            },
            cancel
        );
    }

    // Of a page that nobody has kept, all that it says is new: what always stood there would read as a change.
    private List<string> Unkept(Verdict published)
    {
        var soon = time.GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(1);
        return [.. Round.Watched(published).Where(e => e.SnapshotId is null && e.ArchiveDueAt <= soon).Select(e => e.Source)];
    }
}
