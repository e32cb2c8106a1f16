using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Data.Verification;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Desk.Claims;

/// <summary>Loads a claim's working page; every list on it is bounded.</summary>
public sealed class ClaimView(DeskDb db, TaskView tasks, Blindness blindness, TimeProvider time)
{
    /// <summary>Entries of the audit on a page.</summary>
    public const int HistorySize = 15;

    /// <summary>Reviews on a page.</summary>
    public const int ReviewsShown = 5;

    /// <summary>Re-checks on a page.</summary>
    public const int RechecksShown = 5;

    /// <summary>
    /// The page with what is typed on it, or null where there is no such claim. Refused, <c>odd</c>, where what stands of it
    /// cannot be shown; what is odd of its past is left out, and said.
    /// </summary>
    public async Task<Result<WorkPage>?> LoadAsync(long id, Actor actor, PageFields typed, CancellationToken cancel)
    {
        try
        {
            // From whom it is hidden is asked before all of it is read: where something was done on the claim in between, such as
            // that somebody proposed, both are done anew.
            while (true)
            {
                var end = await EndOfHistoryAsync(id, cancel);
                var page = await ReadAsync(id, actor, typed, cancel);
                if (page?.Value is not { Blind: false } || await EndOfHistoryAsync(id, cancel) == end)
                    return page;
            }
        }
        catch (Exception failure) when (SoundReading.IsOfRow(failure))
        {
            if (await db.OddRowsAsync(id, cancel) is { Count: > 0 } odd)
                return OddClaim.Refuse(odd);
            throw;
        }
    }

    private async Task<Result<WorkPage>?> ReadAsync(long id, Actor actor, PageFields typed, CancellationToken cancel)
    {
        if (await ClaimAsync(id, cancel) is not { } read)
            return null;
        if (read.Odd.Count > 0)
            return OddClaim.Refuse(read.Odd);
        var claim = read.Claim!;
        var ground = (
            await db
                .Verdicts.Where(v => v.ClaimId == id && v.Status == VerdictStatus.Published)
                .SelectMany(v => v.Evidence)
                .Select(e => e.Id)
                .ToListAsync(cancel)
        ).ToHashSet();
        claim.PublishedVerdict?.Evidence.AddRange(claim.Evidence.Where(e => ground.Contains(e.Id)));
        var blind = (await blindness.ShowAsync([id], actor, cancel)).Count > 0;
        var open = await tasks.ReadAsync(claim, actor, typed, blind, cancel);
        var (reviews, oddReviews) = await ReviewsAsync(id, cancel);
        var linked = await TogetherAsync(db.Claims.Where(c => c.LinkedToId == id), cancel);
        var folded = await TogetherAsync(db.Claims.Where(c => c.FoldedIntoId == id), cancel);
        var (waiting, oddLooks) = await WaitingLook.OfAsync(db, [id], cancel);
        return new WorkPage
        {
            Claim = claim,
            LeftOut =
            [
                .. read.LeftOut,
                .. OddClaim.Said("review", oddReviews),
                .. OddClaim.Said("claim", linked.Odd.Concat(folded.Odd)),
                .. Enumerable.Repeat("a look that is still to be made cannot be read", oddLooks),
            ],
            Now = time.GetUtcNow().UtcDateTime,
            Sentences = await AppearanceInContext.FirstOfAsync(db, id, 20, cancel),
            Together = [.. linked.Rows, .. folded.Rows],
            TargetChanged = await db.ChangeOfTargetAsync(claim, cancel),
            Tasks = open,
            Blind = blind,
            BeforeChange = blind ? null : await tasks.BeforeChangeAsync(claim, open, actor, cancel),
            GroupsAsked = claim.PublishedVerdict?.MinimumGroups ?? await tasks.GroupsAskedAsync(claim, open, cancel),
            Waiting = waiting,
            Ground = ground,
            Reviews = reviews,
            Hold = reviews.Exists(r => r.Status == ReviewStatus.Held) ? await HeldReview.FindAsync(db, id, blind, cancel) : null,
            Decided = await db
                .Tasks.AsNoTracking()
                .Include(t => t.Decided)
                .Where(t => t.ClaimId == id && t.Decided.Count > 0)
                .OrderByDescending(t => t.Id)
                .Take(15)
                .ToListAsync(cancel),
            History = await HistoryAsync(id, null, cancel),
        };
    }

    // A list is asked for by itself: what is taken of an included one is numbered over the whole table first.
    private async Task<ReadClaim?> ClaimAsync(long id, CancellationToken cancel)
    {
        var found = await db
            .Claims.AsNoTracking()
            .Include(c => c.LinkedTo)
            .Include(c => c.FoldedInto)
            .Where(c => c.Id == id)
            .ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        List<string> odd = [.. OddClaim.Said("claim", found.Odd)];
        if (found.Rows is not [var claim])
            return odd.Count > 0 ? new ReadClaim(null, odd, []) : null;

        var evidence = await db
            .Evidence.AsNoTracking()
            .Where(e => e.ClaimId == id)
            .OrderBy(e => e.WithdrawnAt != null)
            .ThenByDescending(e => e.Id)
            .Take(Claim.MaxEvidence)
            .ReadSoundAsync(e => e.Id, Oddity.Of, cancel);
        var verdicts = await db
            .Verdicts.AsNoTracking()
            .Include(v => v.Approvals)
            .Where(v => v.ClaimId == id)
            .OrderByDescending(v => v.Id)
            .Take(20)
            .ReadSoundAsync(v => v.Id, Oddity.Of, cancel);
        var corrections = await db
            .Corrections.AsNoTracking()
            .Where(c => c.ClaimId == id)
            .OrderByDescending(c => c.Id)
            .Take(20)
            .ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        var suspensions = await db
            .Suspensions.AsNoTracking()
            .Where(s => s.ClaimId == id)
            .OrderByDescending(s => s.Id)
            .Take(20)
            .ReadSoundAsync(s => s.Id, Oddity.Of, cancel);
        var findings = await db
            .Findings.AsNoTracking()
            .Where(f => f.ClaimId == id && f.SettledAt == null)
            .OrderBy(f => f.Id)
            .ReadSoundAsync(f => f.Id, Oddity.Of, cancel);
        var rechecks = await db
            .Rechecks.AsNoTracking()
            .Where(r => r.ClaimId == id)
            .OrderByDescending(r => r.Id)
            .Take(RechecksShown)
            .ReadSoundAsync(r => r.Id, Oddity.Of, cancel);
        claim.Evidence.AddRange(evidence.Rows);
        claim.Verdicts.AddRange(verdicts.Rows);
        claim.Corrections.AddRange(corrections.Rows);
        claim.Suspensions.AddRange(suspensions.Rows);
        claim.Findings.AddRange(findings.Rows);
        claim.Rechecks.AddRange(rechecks.Rows);
        odd.AddRange(OddClaim.Said("evidence", evidence.Odd).Concat(OddClaim.Said("finding", findings.Odd)));
        odd.AddRange(OddClaim.Said("suspension", suspensions.Odd));

        // Only of a version that is known to be past nothing is decided any more.
        List<string> past = [.. OddClaim.Said("correction", corrections.Odd), .. OddClaim.Said("re-check", rechecks.Odd)];
        (await AreAllPastAsync(verdicts.Odd, cancel) ? past : odd).AddRange(OddClaim.Said("version", verdicts.Odd));
        return new ReadClaim(claim, odd, past);
    }

    // One of them that is odd says so on its own page.
    private static Task<SoundRows<Claim>> TogetherAsync(IQueryable<Claim> claims, CancellationToken cancel) =>
        claims.AsNoTracking().OrderByDescending(c => c.Id).Take(20).ReadSoundAsync(c => c.Id, Oddity.Of, cancel);

    private async Task<bool> AreAllPastAsync(IReadOnlyList<(long Id, string Why)> odd, CancellationToken cancel)
    {
        if (odd.Count == 0)
            return true;
        var ids = odd.Select(row => row.Id).ToList();
        VerdictStatus[] past = [VerdictStatus.Superseded, VerdictStatus.Rejected];
        return await db.Verdicts.CountAsync(v => ids.Contains(v.Id) && past.Contains(v.Status), cancel) == ids.Count;
    }

    private sealed record ReadClaim(Claim? Claim, IReadOnlyList<string> Odd, IReadOnlyList<string> LeftOut);

    private async Task<(List<Review> Reviews, IReadOnlyList<(long Id, string Why)> Odd)> ReviewsAsync(
        long id,
        CancellationToken cancel
    )
    {
        var read = await db
            .Reviews.AsNoTracking()
            .Where(r => r.ClaimId == id)
            .OrderByDescending(r => r.Id)
            .Take(ReviewsShown)
            .ReadSoundAsync(r => r.Id, r => ReviewCheck.Oddity(r.State), cancel);
        List<Review> reviews = [.. read.Rows];
        if (reviews.Count == 0)
            return (reviews, read.Odd);
        var steps = reviews
            .Select(review => db.Steps.AsNoTracking().Where(s => s.ReviewId == review.Id).OrderByDescending(s => s.Id).Take(60))
            .Aggregate((all, more) => all.Concat(more));
        var taken = (await steps.ToListAsync(cancel)).ToLookup(s => s.ReviewId);
        reviews.ForEach(review => review.Steps.AddRange(taken[review.Id]));
        return (reviews, read.Odd);
    }

    /// <summary>The number of the latest entry in a claim's audit; 0 where there is none.</summary>
    public Task<int> EndOfHistoryAsync(long id, CancellationToken cancel)
    {
        var subject = $"claim/{id}";
        return db.AuditHeads.Where(h => h.Subject == subject).Select(h => h.Sequence).FirstOrDefaultAsync(cancel);
    }

    /// <summary>The audit of a claim, newest first, before an entry; one more than a page where there is another.</summary>
    public async Task<List<HistoryEntry>> HistoryAsync(long id, int? before, CancellationToken cancel)
    {
        var subject = $"claim/{id}";
        var entries = db.AuditEntries.AsNoTracking().Where(e => e.Subject == subject);
        if (before is { } sequence)
            entries = entries.Where(e => e.Sequence < sequence);
        return
        [
            .. (await entries.OrderByDescending(e => e.Sequence).Take(HistorySize + 1).ToListAsync(cancel)).Select(
                HistoryEntry.Of
            ),
        ];
    }
}
