using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Bulk;
using ClaimTracker.Web.Data.Interceptors;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Settings;
using ClaimTracker.Workflows.Runner;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Starts the re-checks of many claims in one transaction, by the same rules and with the same rows and audit as one at a time.
/// What needs more than rows of its own (a refusal, a first step with effects) is left to the caller.
/// </summary>
internal sealed class RecheckBatch(DeskDb db, WorkflowLibrary library, WorkflowSettings settings, Acting acting, PublicCacheEviction eviction)
{
    /// <summary>The definition that carries out re-checks.</summary>
    public string DefinitionId => settings.Recheck;

    /// <summary>Starts what it can of <paramref name="claimIds"/> and returns those.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another writer was faster each time.</exception>
    public async Task<IReadOnlyList<long>> StartAsync(IReadOnlyList<long> claimIds, Actor who, DateTime now, CancellationToken cancel)
    {
        await library.RefreshAsync(db, cancel);
        var started = await db.CommitAsync<IReadOnlyList<long>>($"start {settings.Recheck}", Right.Work, async _ =>
        {
            var reviews = await BeginAsync(claimIds, who, now, cancel);
            await WriteAsync(reviews, cancel);
            return reviews.ConvertAll(review => review.ClaimId);
        }, cancel);
        return started.Value!;
    }

    private async Task<List<Review>> BeginAsync(IReadOnlyList<long> claimIds, Actor who, DateTime now, CancellationToken cancel)
    {
        var busy = await db.Reviews.Where(r => claimIds.Contains(r.ClaimId) && r.ParentId == null
            && (r.Status == ReviewStatus.Suspended || r.Status == ReviewStatus.Held || r.Status == ReviewStatus.Faulted))
            .Select(r => r.ClaimId).ToListAsync(cancel);
        var claims = await db.Claims.AsNoTracking().Where(c => claimIds.Contains(c.Id) && !busy.Contains(c.Id))
            .Include(c => c.Evidence)
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Published || v.Status == VerdictStatus.Proposed)).ThenInclude(v => v.Approvals)
            .AsSplitQuery().ToListAsync(cancel);
        List<Review> reviews = [];
        foreach (var claim in claims)
        {
            if (Begin(claim, who, now) is { } review)
                reviews.Add(review);
        }

        return reviews;
    }

    private Review? Begin(Claim claim, Actor who, DateTime now)
    {
        var definition = library.Catalog.Latest(settings.Recheck)!;
        if (claim.BeginRecheck(now).Value is not { } recheck)
            return null;
        var move = ReviewRunner.Start(definition, ClaimFacts.Of(claim, null), MoveWriter.RecheckInputs(claim, new Dictionary<string, JsonNode?>()), now);
        if (move.Effects.Count > 0 || move.Status != ReviewStatus.Suspended)
            return null;
        var review = new Review(claim, definition.DefinitionId, definition.Source.Version, definition.VersionId, who.Name, now) { Recheck = recheck };
        review.MoveTo(move.Status, move.State.ToJson(), null, now);
        MoveWriter.WriteTasks(review, move, now);
        MoveWriter.WriteTimers(review, move);
        MoveWriter.WriteSteps(review, move, who.Name);
        return review;
    }

    private async Task WriteAsync(List<Review> reviews, CancellationToken cancel)
    {
        if (reviews.Count == 0)
            return;
        var claimIds = reviews.ConvertAll(review => review.ClaimId);
        var marked = await db.Claims.Where(c => claimIds.Contains(c.Id) && !c.UnderRecheck).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.UnderRecheck, true).SetProperty(c => c.Revision, c => c.Revision + 1), cancel);
        if (marked != reviews.Count)
            throw new DbUpdateConcurrencyException("Another writer has begun re-checks of some of these claims.");
        claimIds.ForEach(id => eviction.Touch(db, id));
        var rows = new BulkRows(db);
        await rows.WriteReviewsAsync(reviews, cancel);

        var subjects = claimIds.ConvertAll(id => $"claim/{id}");
        var last = await db.AuditHeads.AsNoTracking().Where(h => subjects.Contains(h.Subject)).ToDictionaryAsync(h => h.Subject, cancel);
        await rows.WriteAsync([.. reviews.Select((review, i) => AuditTrail.Next(
            acting, subjects[i], last.GetValueOrDefault(subjects[i]),
            [
                AuditTrail.Changed(nameof(Claim), review.ClaimId, nameof(Claim.UnderRecheck), false, true),
                AuditTrail.Added(db, review.Recheck!, rows.IdOf(review.Recheck!)),
                AuditTrail.Added(db, review, rows.IdOf(review)),
                .. review.Tasks.Select(task => AuditTrail.Added(db, task, rows.IdOf(task))),
            ]))], cancel);
    }
}
