using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Verification;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Runner;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// From whom a claim's proposal is hidden: whoever could still rate it blind, in this round or a later one, in the review under
/// way or the next. Whoever was shown one is noted, and rates the claim blind no more. Pages, history and notices ask here.
/// </summary>
public sealed class Blindness(DeskDb db, WorkflowLibrary library, TimeProvider time)
{
    /// <summary>Why something is kept from such a person, as the end of a sentence about it.</summary>
    public const string While = "while you could still be asked to rate this claim without knowing what others decided";

    /// <summary>What such a person reads in place of why a review has stopped: a step's failure may name a rating.</summary>
    public const string HiddenFault = $"Why it stopped is hidden {While}.";

    /// <summary>
    /// As <see cref="HiddenFromAsync"/>, for whoever is about to be shown what is proposed for the others: that is noted where
    /// somebody is asked to rate it blind, and bars the person from doing so.
    /// </summary>
    public async Task<IReadOnlySet<long>> ShowAsync(IReadOnlyCollection<long> claimIds, Actor actor, CancellationToken cancel)
    {
        var hidden = await HiddenFromAsync(claimIds, actor, cancel);
        var shown = claimIds.Where(id => !hidden.Contains(id)).ToList();
        var proposals = await db.UnpublishedAsync(shown, cancel);
        if (proposals.Count == 0)
            return hidden;
        var underWay = await db
            .Reviews.Where(Review.UnderWay)
            .Where(r => shown.Contains(r.ClaimId))
            .Select(r => new { r.ClaimId, r.VersionId })
            .ToListAsync(cancel);
        var knowing = await db.KnowingAsync(proposals, cancel);
        foreach (var ofClaim in proposals.GroupBy(p => p.ClaimId).Where(c => !PersonName.Among(knowing[c.Key], actor.Name)))
        {
            var definitions = await DefinitionsAsync(ofClaim.Key, ofClaim, cancel);
            foreach (var review in underWay.Where(r => r.ClaimId == ofClaim.Key))
                definitions.Add(await library.GetAsync(db, review.VersionId, cancel));
            if (definitions.Any(ReviewRunner.AsksBlind) && !(await NoteAsync(ofClaim.Key, actor, cancel)).IsOk)
                hidden = hidden.Append(ofClaim.Key).ToHashSet();
        }

        return hidden;
    }

    /// <summary>Those of <paramref name="claimIds"/> of which the person must not see what others proposed and decided.</summary>
    public async Task<IReadOnlySet<long>> HiddenFromAsync(
        IReadOnlyCollection<long> claimIds,
        Actor actor,
        CancellationToken cancel
    )
    {
        var hidden = new HashSet<long>();
        var read = await db
            .Reviews.AsNoTracking()
            .Include(r => r.Recheck)
            .Where(Review.UnderWay)
            .Where(r => claimIds.Contains(r.ClaimId))
            .ReadSoundAsync(r => r.Id, r => r.Recheck is { } recheck ? Oddity.Of(recheck) : null, cancel);

        // Of what cannot be read nobody knows that it may be seen.
        var odd = read.Odd.Select(row => row.Id).ToList();
        if (odd.Count > 0)
            hidden.UnionWith(await db.Reviews.Where(r => odd.Contains(r.Id)).Select(r => r.ClaimId).ToListAsync(cancel));
        List<Review> blind = [];
        foreach (var review in read.Rows.Where(r => !hidden.Contains(r.ClaimId)))
        {
            if (ReviewRunner.AsksBlind(await library.GetAsync(db, review.VersionId, cancel)))
                blind.Add(review);
        }

        // What came of earlier reviews, also while one is under way that asks nobody to rate blind.
        var underWay = read.Rows.Select(r => r.ClaimId).ToHashSet();
        var between = await db.UnpublishedAsync(
            [.. claimIds.Where(id => !hidden.Contains(id) && !blind.Exists(r => r.ClaimId == id))],
            cancel
        );
        between.RemoveAll(p => read.Rows.Any(r => r.Id == p.ReviewId));
        if (blind.Count + between.Count == 0)
            return hidden;
        var ids = blind.Select(r => r.ClaimId).Concat(between.Select(p => p.ClaimId)).Distinct().ToList();
        var known = await ReadAsync(ids, cancel);
        foreach (var claimId in ids)
        {
            try
            {
                if (
                    !known.Claims.TryGetValue(claimId, out var claim)
                    || (
                        !(underWay.Contains(claimId) && known.Open[claimId].Any(t => t.NotFor(actor) is null))
                        && await CouldRateNextAsync(claim, known, between.FindAll(p => p.ClaimId == claimId), actor, cancel)
                    )
                    || await CouldRateAsync(claim, known, blind.FindAll(r => r.ClaimId == claimId), actor, cancel)
                )
                {
                    hidden.Add(claimId);
                }
            }
            catch (Exception failure) when (SoundReading.IsOfRow(failure))
            {
                if ((await db.OddRowsAsync(claimId, cancel)).Count == 0)
                    throw;
                hidden.Add(claimId);
            }
        }

        return hidden;
    }

    /// <summary>
    /// Why a task that belongs to no review is not for that person: whoever may still rate the claim blind approves nothing that
    /// is hidden from them. Null where it may be.
    /// </summary>
    public async Task<Refusal?> NotForAsync(ReviewTask task, Actor actor, CancellationToken cancel) =>
        Concerns(task.Purpose) && (await HiddenFromAsync([task.ClaimId], actor, cancel)).Count > 0 ? NotFor(task) : null;

    /// <summary>True where a task of that purpose shows what is proposed: it is not for those from whom that is hidden.</summary>
    public static bool Concerns(TaskPurpose purpose) => purpose == TaskPurpose.ApproveAgain;

    /// <summary>The refusal, said of a task of whom it is known already that the proposal is hidden from the person.</summary>
    public static Refusal NotFor(ReviewTask task) =>
        new(
            "blind",
            $"“{task.Title}” is not for you {While}. It waits for somebody else with the role {task.EscalatedTo ?? task.Role}."
        );

    /// <summary>Why it is not handed to somebody who could still rate the claim blind; null where it may be.</summary>
    public async Task<Refusal?> NotForOtherAsync(ReviewTask task, string name, CancellationToken cancel) =>
        Concerns(task.Purpose)
        && (await ActorNow.ReadAsync(db, name, cancel)).Value is { } other
        && await NotForAsync(task, other, cancel) is not null
            ? new Refusal(
                "blind",
                $"“{task.Title}” cannot be handed to {other.Name}, who could still be asked to rate this claim without knowing what others decided."
            )
            : null;

    private async Task<Proposed> ReadAsync(List<long> ids, CancellationToken cancel)
    {
        // One that cannot be read is not among them, and so hidden.
        var claims = await db
            .Claims.AsNoTracking()
            .AsSplitQuery()
            .Include(c => c.Evidence)
            .Include(c => c.Verdicts.Where(v => v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Published))
                .ThenInclude(v => v.Approvals)
            .Where(c => ids.Contains(c.Id))
            .ReadSoundAsync(c => c.Id, _ => null, cancel);
        var proposals = await db.UnpublishedAsync(ids, cancel);
        return new Proposed(
            claims.Rows.ToDictionary(c => c.Id),
            proposals.ToLookup(p => p.ClaimId),
            await db.KnowingAsync(proposals, cancel),
            (
                await db
                    .Tasks.AsNoTracking()
                    .Where(t => ids.Contains(t.ClaimId) && t.Status == ReviewTaskStatus.Open)
                    .ToListAsync(cancel)
            ).ToLookup(t => t.ClaimId),
            (
                await db
                    .Verdicts.Where(v => ids.Contains(v.ClaimId) && v.ReviewId != null)
                    .Select(v => v.ReviewId!.Value)
                    .ToListAsync(cancel)
            ).ToHashSet()
        );
    }

    private async Task<bool> CouldRateAsync(
        Claim claim,
        Proposed known,
        List<Review> reviews,
        Actor actor,
        CancellationToken cancel
    )
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var review in reviews)
        {
            // What was proposed in a review that was ended tells of this one's verdict as much, unless one was published since.
            if (
                ReviewRunner.CouldRateBlind(
                    await library.GetAsync(db, review.VersionId, cancel),
                    ReviewState.Parse(review.State),
                    FactsOf(claim, review.Recheck?.Outcome, known),
                    actor,
                    known.ProposedIn.Contains(review.Id) || known.Proposals.Contains(claim.Id),
                    Judges(claim, known, actor, now),
                    now
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    // After the review that they came from: by that one's definition, and by what a claim of its kind is reviewed by. Whoever has
    // a task in the review that is under way meanwhile is shown them, and noted.
    private async Task<bool> CouldRateNextAsync(
        Claim claim,
        Proposed known,
        List<UnpublishedProposal> proposals,
        Actor actor,
        CancellationToken cancel
    )
    {
        if (proposals.Count == 0)
            return false;
        var (facts, now) = (FactsOf(claim, null, known), time.GetUtcNow().UtcDateTime);
        return !PersonName.Among(facts.Knowing, actor.Name)
            && (await DefinitionsAsync(claim.Id, proposals, cancel)).Any(definition =>
                ReviewRunner.CouldRateBlind(definition, facts, actor, now)
            );
    }

    private async Task<List<CompiledDefinition>> DefinitionsAsync(
        long claimId,
        IEnumerable<UnpublishedProposal> proposals,
        CancellationToken cancel
    )
    {
        List<CompiledDefinition> definitions = [];
        foreach (var version in proposals.Select(p => p.VersionId).OfType<string>().Distinct())
            definitions.Add(await library.GetAsync(db, version, cancel));
        var kind = await db.Claims.Where(c => c.Id == claimId).Select(c => c.Kind).SingleAsync(cancel);
        if (library.Catalog.Latest(library.For(kind)) is { } next)
            definitions.Add(next);
        return definitions;
    }

    private Workflows.Expressions.ReviewFacts FactsOf(Claim claim, RecheckOutcome? outcome, Proposed known) =>
        ClaimFacts.Of(claim, outcome, library.For(claim.Kind)) with
        {
            Knowing = [.. known.Knowing[claim.Id]],
        };

    private static bool Judges(Claim claim, Proposed known, Actor actor, DateTime now) =>
        claim.ProposedVerdict is { } proposed
        && known
            .Open[claim.Id]
            .Any(t =>
                Concerns(t.Purpose) && t.SubjectId == proposed.Id && (t.NotFor(actor) ?? t.HeldByAnother(actor.Name, now)) is null
            );

    // In the audit, which nobody can take back, and on the tasks that are open.
    private Task<Result> NoteAsync(long claimId, Actor actor, CancellationToken cancel) =>
        db.CommitAsync(
            KnownProposals.Shown,
            Right.Own,
            async now =>
            {
                var who = now.For(actor);
                var subject = $"claim/{claimId}";
                var (last, hash) = await db.EndOfChainAsync(subject, cancel);
                db.AuditEntries.Add(new AuditEntry(subject, last + 1, db.Now, who.Name, KnownProposals.Shown, "[]", hash));
                await db.SaveChangesAsync(cancel);
                var open = await db
                    .Tasks.Where(t => t.ClaimId == claimId && t.Status == ReviewTaskStatus.Open)
                    .ToListAsync(cancel);
                foreach (var task in open.Where(t => t.Terms.Blind && !PersonName.Among(t.Barred, who.Name)))
                    task.Bar([.. task.Barred, who.Name]);
                return Result.Ok;
            },
            cancel
        );

    private sealed record Proposed(
        Dictionary<long, Claim> Claims,
        ILookup<long, UnpublishedProposal> Proposals,
        ILookup<long, string> Knowing,
        ILookup<long, ReviewTask> Open,
        HashSet<long> ProposedIn
    );
}
