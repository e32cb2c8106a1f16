using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Reviews;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// What no look sets right by itself: looks at what no public version counts any more, rounds that such a look was the last of,
/// dates of a clock that ran ahead, and reviews that wait for looks which were made while they were on hold.
/// </summary>
internal sealed class LookRepair(DeskDb db, LookCommit commit, LookedReviews reviews, JobItems items, Acting acting)
{
    private const int AtOnce = 100;

    /// <summary>Sets it right; where there is nothing, nothing is written.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        await items.RunAsync("set looks right", () => CloseAsync(cancel), _ => Task.CompletedTask, cancel);
        var made = await db
            .Looks.Where(l =>
                l.ClosedAt == null
                && l.Outcome != null
                && !db.Looks.Any(o => o.ClaimId == l.ClaimId && o.ClosedAt == null && o.Outcome == null)
            )
            .Select(l => l.ClaimId)
            .Distinct()
            .Take(AtOnce)
            .ToListAsync(cancel);
        foreach (var claimId in made)
        {
            await items.RunAsync(
                $"end the round of claim {claimId}",
                () => commit.EndRoundsAsync([claimId], null, cancel),
                why => commit.EndRoundsAsync([claimId], why, cancel),
                cancel
            );
        }

        var waiting = await db
            .Reviews.Where(r =>
                r.LooksAskedAt != null
                && r.Status == ReviewStatus.Suspended
                && !db.Looks.Any(l => l.ClaimId == r.ClaimId && l.ClosedAt == null)
            )
            .OrderBy(r => r.LooksAskedAt)
            .Take(AtOnce)
            .Select(r => new { r.Id, r.ClaimId })
            .ToListAsync(cancel);
        foreach (var review in waiting)
        {
            await items.RunAsync(
                $"ask looks for review {review.Id}",
                () => AskAsync(review.Id, review.ClaimId, cancel),
                why => StopAsync(review.Id, review.ClaimId, why, cancel),
                cancel
            );
        }
    }

    private async Task CloseAsync(CancellationToken cancel)
    {
        var now = acting.Now.Kept();
        var latest = ClockSkew.LatestAt(now);
        var open = db.Looks.Where(l => l.ClosedAt == null && l.Outcome == null);
        var past = open.Where(l =>
            l.Evidence.WithdrawnAt != null
            || !db.Verdicts.Any(v =>
                v.ClaimId == l.ClaimId && v.Version == l.VerdictVersion && v.Status == VerdictStatus.Published
            )
        );
        var misdated = open.Where(l => l.DueAt > now && (l.AskedAt > latest || l.TriedAt > latest));
        if (!await past.AnyAsync(cancel) && !await misdated.AnyAsync(cancel))
            return;
        await db.CommitAsync(
            "set looks right",
            Right.Jobs,
            async _ =>
            {
                await past.ExecuteUpdateAsync(set => set.SetProperty(l => l.ClosedAt, now), cancel);
                var hosts = await misdated.Select(l => l.Host).Distinct().ToListAsync(cancel);
                await misdated.ExecuteUpdateAsync(set => set.SetProperty(l => l.DueAt, now), cancel);
                await db
                    .LookHosts.Where(h => hosts.Contains(h.Name))
                    .ExecuteUpdateAsync(set => set.SetProperty(h => h.DueAt, now), cancel);
                return Result.Ok;
            },
            cancel,
            readsLatest: true
        );
    }

    private Task<Result> AskAsync(long reviewId, long claimId, CancellationToken cancel) =>
        db.CommitAsync(
            "ask looks",
            Right.Jobs,
            async _ =>
            {
                var (claim, review) = await LoadAsync(reviewId, claimId, cancel);
                var now = acting.Now.Kept();
                if (review is null || await db.AskLooksAsync(claim, now, cancel) > 0)
                    return Result.Ok;
                var words = claim.PublishedVerdict is { } published ? LookWords.Of(published, []) : "";
                var met = LookPayload.Of(RecheckOutcome.Unwatched, [], words, LookCommit.By);
                return (await reviews.TellAsync(review, met, LookCommit.By, now, cancel)).Refusal is { } refusal
                    ? throw new InvalidOperationException($"Review {reviewId} cannot go on: {refusal.Message}")
                    : Result.Ok;
            },
            cancel
        );

    private Task<Result> StopAsync(long reviewId, long claimId, string why, CancellationToken cancel) =>
        db.CommitAsync(
            "stop review",
            Right.Jobs,
            async _ =>
                await LoadAsync(reviewId, claimId, cancel) is (_, { } review)
                    ? await reviews.StopAsync(review, why, LookCommit.By, acting.Now, cancel)
                    : Result.Ok,
            cancel
        );

    private async Task<(Claim Claim, Review? Review)> LoadAsync(long reviewId, long claimId, CancellationToken cancel)
    {
        var claim = await commit.ClaimsAsync([claimId], cancel);
        return (claim[claimId], (await reviews.WaitingAsync([claimId], cancel)).Find(review => review.Id == reviewId));
    }
}
