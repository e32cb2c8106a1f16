using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Jobs.Watches;
using ClaimTracker.Web.Looks;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Sources;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Writes what looks met, on the looks and on their claims, ends the rounds that are made, and moves the reviews that wait for
/// them: one transaction, so that no claim is verified by looks that are not written, nor waits for some that are.
/// </summary>
internal sealed class LookCommit(DeskDb db, RecheckSettings rechecks, LookedReviews reviews, Acting acting)
{
    /// <summary>In whose name looks are made.</summary>
    public const string By = HostTurns.By;

    /// <summary>Writes results of looks that this server has; what another has by now is left to that one.</summary>
    /// <param name="server">This server.</param>
    /// <param name="results">What the looks met.</param>
    /// <param name="stop">Why a review that waits cannot go on by them, so that it is stopped; null where it is told.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="InvalidOperationException">A review could not go on by them; nothing is written.</exception>
    public async Task<Result> WriteAsync(string server, IReadOnlyList<LookResult> results, string? stop, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return await db.CommitAsync(
            "look",
            Right.Jobs,
            async _ =>
            {
                var byId = results.ToDictionary(result => result.LookId);
                var looks = await db
                    .Looks.Include(l => l.Evidence)
                    .Where(l => byId.Keys.Contains(l.Id) && l.LeasedBy == server && l.Outcome == null && l.ClosedAt == null)
                    .OrderBy(l => l.Id)
                    .ToListAsync(cancel);
                var claims = await ClaimsAsync([.. looks.Select(l => l.ClaimId)], cancel);

                // Looks at one page share what came.
                Dictionary<FetchedSource, Snapshot> kept = new(ReferenceEqualityComparer.Instance);
                foreach (var look in looks)
                {
                    var (claim, result) = (claims[look.ClaimId], byId[look.Id]);
                    Snapshot? page = null;
                    if (result.Keep is { } source && claim.Concerns(look) && !kept.TryGetValue(source, out page))
                        kept[source] = page = await db.KeepAsync(source, result.Url, result.At, cancel);
                    claim.TakeLook(
                        look,
                        result.Outcome,
                        result.Words,
                        rechecks.For(claim.Kind),
                        result.At,
                        result.Nature,
                        result.Passage is { } seen ? seen with { Page = page } : null
                    );
                }

                return await EndRoundsAsync(claims, stop, cancel);
            },
            cancel
        );
    }

    /// <summary>
    /// Ends the rounds of claims whose looks are all made, where something else than a look was the last that they waited for.
    /// </summary>
    public Task<Result> EndRoundsAsync(IReadOnlyCollection<long> claimIds, string? stop, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        return db.CommitAsync(
            "look",
            Right.Jobs,
            async _ => await EndRoundsAsync(await ClaimsAsync(claimIds, cancel), stop, cancel),
            cancel
        );
    }

    private async Task<Result> EndRoundsAsync(Dictionary<long, Claim> claims, string? stop, CancellationToken cancel)
    {
        var now = acting.Now.Kept();
        var ids = claims.Keys.ToList();
        var waiting = (await reviews.WaitingAsync(ids, cancel)).ToLookup(review => review.ClaimId);
        var rounds = (
            await db.Looks.Include(l => l.Evidence).Where(l => ids.Contains(l.ClaimId) && l.ClosedAt == null).ToListAsync(cancel)
        ).ToLookup(l => l.ClaimId);
        foreach (var (id, claim) in claims)
        {
            List<Look> round = [.. rounds[id]];
            var outcome = claim.EndRound(round, By, rechecks.For(claim.Kind), now) ?? FoundBefore(round);
            if (outcome is not { } met)
                continue;
            foreach (var review in waiting[id])
            {
                var moved = stop is null
                    ? await TellAsync(review, claim, round, met, now, cancel)
                    : await reviews.StopAsync(review, stop, By, now, cancel);
                if (moved.Refusal is { } refusal)
                    throw new InvalidOperationException($"Review {review.Id} cannot go on: {refusal.Message}");
            }
        }

        return Result.Ok;
    }

    // A finding acts at once; a review that waits goes on by it though other looks of the round are still to be made.
    private static RecheckOutcome? FoundBefore(List<Look> round)
    {
        var found = round
            .Where(look => look.Outcome is RecheckOutcome.Changed or RecheckOutcome.Missing or RecheckOutcome.Unreachable)
            .Select(look => look.Outcome!.Value)
            .ToList();
        return found.Count == 0 ? null : found.Aggregate((worst, one) => Round.IsWorse(one, worst) ? one : worst);
    }

    private Task<Result> TellAsync(
        Review review,
        Claim claim,
        List<Look> round,
        RecheckOutcome outcome,
        DateTime now,
        CancellationToken cancel
    )
    {
        List<Look> made = [.. round.Where(look => look.Outcome is not null && look.VerdictVersion == claim.VerdictVersion)];
        List<SourceOutcome> seen = [.. made.Select(look => look.Seen)];
        var words = claim.PublishedVerdict is { } published ? LookWords.Of(published, seen) : "";
        DateTime? at = outcome == RecheckOutcome.Unchanged ? made.Min(look => look.MadeAt) : null;
        return reviews.TellAsync(review, LookPayload.Of(outcome, seen, words, By, at), By, now, cancel);
    }

    /// <summary>Claims with all that a look, or a move that it makes, reads of them.</summary>
    internal Task<Dictionary<long, Claim>> ClaimsAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        db
            .Claims.Include(c => c.Evidence)
            .Include(c => c.Findings.Where(f => f.SettledAt == null))
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published))
                .ThenInclude(v => v.Approvals)
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published))
                .ThenInclude(v => v.Evidence)
            .Where(c => ids.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, cancel);
}
