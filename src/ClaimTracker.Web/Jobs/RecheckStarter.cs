using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Ports;
using ClaimTracker.Workflows.Steps;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Jobs;

/// <summary>
/// Starts the re-checks that looks ask for, with what these met as their input, and those of claims of which nothing can be
/// looked at. What cannot start now, since another review is under way, starts when that has ended.
/// </summary>
internal sealed class RecheckStarter(
    DeskDb db,
    IReviewEngine engine,
    JobItems items,
    Acting acting,
    RecheckSettings rechecks,
    WorkflowSettings workflows
)
{
    private const int AtOnce = 50;

    /// <summary>Starts those that are due, at most a batch of them. Returns how many there were, started or put off.</summary>
    public async Task<int> StartDueAsync(CancellationToken cancel)
    {
        var now = acting.Now;
        var due = await db
            .Claims.Where(c => c.RecheckDueAt != null && c.RecheckDueAt <= now && !c.UnderRecheck)
            .OrderBy(c => c.RecheckDueAt)
            .ThenBy(c => c.Id)
            .Take(AtOnce)
            .Select(c => c.Id)
            .ToListAsync(cancel);
        foreach (var claimId in due)
            await TryAsync(claimId, () => MetAsync(claimId, cancel), cancel);
        return due.Count + await StartPersonsAsync(now, cancel);
    }

    // A person is due, whatever looks said; where a re-check is due for that or for anything else already, that one is it.
    private async Task<int> StartPersonsAsync(DateTime now, CancellationToken cancel)
    {
        var due = await db
            .Claims.Where(Claim.PersonDue(now))
            .Where(c => c.RecheckDueAt == null && !c.UnderRecheck)
            .OrderBy(c => c.PersonDueAt)
            .ThenBy(c => c.Id)
            .Take(AtOnce)
            .Select(c => c.Id)
            .ToListAsync(cancel);
        foreach (var claimId in due)
            await TryAsync(claimId, () => MetAsync(claimId, cancel), cancel);
        return due.Count;
    }

    /// <summary>Starts re-checks of due claims that no machine can look at.</summary>
    public async Task StartUnwatchedAsync(IEnumerable<long> claimIds, CancellationToken cancel)
    {
        foreach (var claimId in claimIds)
            await TryAsync(claimId, () => NothingAsync(claimId, cancel), cancel);
    }

    private Task TryAsync(long claimId, Func<Task<JsonObject>> met, CancellationToken cancel) =>
        items.RunAsync(
            $"start the re-check of claim {claimId}",
            async () =>
            {
                var inputs = new Dictionary<string, JsonNode?> { [RunWatch.Finding] = await met() };
                var started = await engine.StartAsync(
                    new StartReview(claimId, workflows.Recheck, inputs, new Actor(LookCommit.By, new HashSet<string>())),
                    cancel
                );
                if (started.Refusal is { } refusal)
                    await PutOffAsync(claimId, refusal.Code, cancel);
            },
            why =>
                items.RunAsync(
                    $"put off the re-check of claim {claimId}",
                    () => PutOffAsync(claimId, why, cancel),
                    _ => PutOffUnreadAsync(claimId, cancel),
                    cancel
                ),
            cancel
        );

    // The latest look at each source of the public version.
    private async Task<JsonObject> MetAsync(long claimId, CancellationToken cancel)
    {
        var claim = await db
            .Claims.AsNoTracking()
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Published))
                .ThenInclude(v => v.Evidence)
            .SingleAsync(c => c.Id == claimId, cancel);
        var outcome = claim.RecheckBecause ?? RecheckOutcome.Unwatched;
        if (claim.PublishedVerdict is not { } published)
            return LookPayload.Of(outcome, [], "No verdict is published, so there is nothing to look at.", LookCommit.By);
        var looks = await db
            .Looks.AsNoTracking()
            .Include(l => l.Evidence)
            .Where(l => l.ClaimId == claimId && l.VerdictVersion == published.Version && l.Outcome != null)
            .OrderByDescending(l => l.Id)
            .Take(2 * Claim.MaxEvidence)
            .ToListAsync(cancel);
        List<SourceOutcome> seen = [.. looks.DistinctBy(l => l.EvidenceId).OrderBy(l => l.EvidenceId).Select(l => l.Seen)];
        var words = outcome == RecheckOutcome.Unwatched && claim.IsPersonDue(acting.Now) ? PersonWords(claim) + "\n" : "";
        return LookPayload.Of(outcome, seen, words + LookWords.Of(published, seen), LookCommit.By);
    }

    private string PersonWords(Claim claim) =>
        claim.PersonDueFor is { } time
            ? $"A person is due, whatever machines said: the claim speaks of “{time.Text}”, and that has passed since somebody last decided on it. Whether it came so, no look at a source settles alone."
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"A person is due, whatever machines said: {(claim.LastPersonAt is { } at ? $"the last who decided on it did so on {MomentText.Day(at)}" : "nobody is known to have decided on it")}, and {(claim.PersonEvery is null ? "a verdict of this kind" : "this verdict")} is looked at by a person every {(claim.PersonEvery ?? rechecks.For(claim.Kind).PersonEvery).TotalDays:0.#} days."
            );

    private async Task<JsonObject> NothingAsync(long claimId, CancellationToken cancel)
    {
        var published = await db
            .Verdicts.AsNoTracking()
            .Include(v => v.Evidence)
            .SingleOrDefaultAsync(v => v.ClaimId == claimId && v.Status == VerdictStatus.Published, cancel);
        return LookPayload.Of(
            RecheckOutcome.Unwatched,
            [],
            published is null ? "No verdict is published, so there is nothing to look at." : LookWords.Of(published, []),
            LookCommit.By
        );
    }

    // It stays due in public.
    private async Task PutOffAsync(long claimId, string why, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        await db.CommitAsync(
            $"put off re-check: {why}",
            Right.Jobs,
            async _ =>
            {
                var claim = await db.Claims.SingleAsync(c => c.Id == claimId, cancel);
                if (!claim.UnderRecheck)
                    claim.PutOffRecheck(rechecks.For(claim.Kind), acting.Now);
                return Result.Ok;
            },
            cancel
        );
    }

    // A claim that cannot even be read is put off without a look at it, or it would stand first in each run.
    private Task<Result> PutOffUnreadAsync(long claimId, CancellationToken cancel) =>
        db.CommitAsync(
            "put off re-check",
            Right.Jobs,
            async _ =>
            {
                var later = acting.Now + rechecks.Default.RetryAfter;
                await db
                    .Claims.Where(c => c.Id == claimId && !c.UnderRecheck)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.NextAttemptAt, later), cancel);
                await db
                    .Claims.Where(c => c.Id == claimId && (c.RecheckDueAt != null || c.PersonDueAt <= later))
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.RecheckDueAt, later), cancel);
                return Result.Ok;
            },
            cancel
        );
}
