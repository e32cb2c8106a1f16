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
    /// <summary>Makes the looks due. Refused: <c>unknown-claim</c>, <c>not-published</c>, <c>unwatched</c>.</summary>
    public Task<Result> LookNowAsync(long claimId, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(
            "look now",
            Right.Work,
            async _ =>
            {
                var claim = await db
                    .Claims.Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Published))
                        .ThenInclude(v => v.Evidence)
                    .SingleOrDefaultAsync(c => c.Id == claimId, cancel);
                if (claim is null)
                    return Result.Refused("unknown-claim", $"There is no claim {claimId}.");
                if (claim.PublishedVerdict is null)
                    return Result.Refused("not-published", "Only the sources of a published verdict are looked at.");
                return await db.AskLooksAsync(claim, time.GetUtcNow().UtcDateTime, cancel) > 0
                    ? Result.Ok
                    : Result.Refused(
                        "unwatched",
                        "No source of the published verdict can be looked at by a machine. Have it re-checked instead: a person looks then."
                    );
            },
            cancel
        );
    }
}
