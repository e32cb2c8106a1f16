using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>What readers may see of a claim. Proposals and rejected versions are never loaded, so none can leak.</summary>
/// <param name="Claim">The claim itself, with the checked claim that it repeats where there is one.</param>
/// <param name="Versions">The verdicts that are or were public, newest first, each with its evidence and approvals.</param>
/// <param name="Corrections">Newest first.</param>
/// <param name="Rechecks">The newest re-checks that have ended, newest first.</param>
/// <param name="Rounds">The newest rounds of looks that found every passage standing, newest first.</param>
/// <param name="Doubts">What puts the public verdict in doubt, oldest first.</param>
public sealed record ClaimFile(
    Claim Claim,
    IReadOnlyList<Verdict> Versions,
    IReadOnlyList<Correction> Corrections,
    IReadOnlyList<Recheck> Rechecks,
    IReadOnlyList<LookRound> Rounds,
    IReadOnlyList<Finding> Doubts
)
{
    private const int Most = 50;
    private const int MostRechecks = 12;
    private const int MostLooks = 100;

    /// <summary>The verdict that is public now, or null.</summary>
    public Verdict? Published => Versions.FirstOrDefault(v => v.Status == VerdictStatus.Published);

    /// <summary>The latest look at each source of the public version that was made or tried, of those that are loaded.</summary>
    public IReadOnlyList<Look> Latest { get; init; } = [];

    /// <summary>
    /// The round of looks that verified the public version last; null where a person did, or where it is not loaded.
    /// </summary>
    public LookRound? Verifying =>
        Claim.LastVerifier == Verifier.Machine ? Rounds.FirstOrDefault(r => r.At == Claim.LastVerifiedAt) : null;

    /// <summary>The verdict that was withdrawn, where it is the last word; or null.</summary>
    public Verdict? Retracted =>
        Claim.Publication == Publication.Retracted ? Versions.FirstOrDefault(v => v.Status == VerdictStatus.Retracted) : null;

    /// <summary>The evidence that a version stands on and that nobody has withdrawn since.</summary>
    public static IEnumerable<Evidence> Standing(Verdict verdict) =>
        verdict.Evidence.Where(e => e.WithdrawnAt is null).OrderBy(e => e.Id);

    /// <summary>
    /// What a version stood on when it was published, with what was withdrawn since: that stays shown, marked, and counts no
    /// more.
    /// </summary>
    public static IEnumerable<Evidence> Shown(Verdict verdict) =>
        verdict.Evidence.Where(e => e.WithdrawnAt is null || e.WithdrawnAt > verdict.PublishedAt).OrderBy(e => e.Id);

    /// <summary>The claim where readers may see it, else null.</summary>
    public static async Task<ClaimFile?> FindAsync(DeskDb db, long id, bool showUnderReview, CancellationToken cancel)
    {
        var claim = await db
            .Claims.AsNoTracking()
            .Include(c => c.LinkedTo)
            .Where(Claim.SeenByReaders(showUnderReview))
            .FirstOrDefaultAsync(c => c.Id == id, cancel);
        if (claim is null)
            return null;
        if (claim.PublishedAt is null)
            return new ClaimFile(claim, [], [], [], [], []);

        var versions = await db
            .Verdicts.AsNoTracking()
            .Include(v => v.Evidence)
            .Include(v => v.Approvals)
            .Where(v => v.ClaimId == id && v.PublishedAt != null)
            .OrderByDescending(v => v.Version)
            .Take(Most)
            .ToListAsync(cancel);
        var corrections = await db
            .Corrections.AsNoTracking()
            .Where(c => c.ClaimId == id)
            .OrderByDescending(c => c.Id)
            .Take(Most)
            .ToListAsync(cancel);
        var rechecks = await db
            .Rechecks.AsNoTracking()
            .Where(r => r.ClaimId == id && r.Outcome != null)
            .OrderByDescending(r => r.Id)
            .Take(MostRechecks)
            .ToListAsync(cancel);
        var looks = await db
            .Looks.AsNoTracking()
            .Where(l => l.ClaimId == id && (l.Outcome != null || l.Attempts > 0))
            .OrderByDescending(l => l.Id)
            .Take(MostLooks)
            .ToListAsync(cancel);
        var doubts = claim.InDoubtSince is null
            ? []
            : await db
                .Findings.AsNoTracking()
                .Include(f => f.Evidence)
                .Where(f => f.ClaimId == id && f.SettledAt == null)
                .OrderBy(f => f.Id)
                .Take(Most)
                .ToListAsync(cancel);
        return new ClaimFile(
            claim,
            versions,
            corrections,
            rechecks,
            [.. LookRound.Of(looks.Where(l => l.ClosedAt is not null && l.Outcome is not null)).Take(MostRechecks)],
            claim.Publication == Publication.Published ? doubts : []
        )
        {
            Latest = [.. looks.Where(l => l.VerdictVersion == claim.VerdictVersion).DistinctBy(l => l.EvidenceId)],
        };
    }
}
