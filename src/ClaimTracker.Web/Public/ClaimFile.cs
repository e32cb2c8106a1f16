using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Public;

/// <summary>What readers may see of a claim. Proposals and rejected versions are not loaded.</summary>
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

    /// <summary>When its verdict was suspended, and how that ended, newest first. The reason is the desk's alone.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>The suspension that keeps the verdict from readers; null where none does.</summary>
    public Suspension? Suspended =>
        Claim.Publication == Publication.Suspended ? Suspensions.FirstOrDefault(s => s.EndedAt is null) : null;

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

    /// <summary>A version's public number; null of one that is not loaded or cannot be shown.</summary>
    public int? NumberOf(int? version) => Versions.FirstOrDefault(v => v.Version == version)?.Number;

    /// <summary>What took the place of a version, or retracted it; null of the one that is public.</summary>
    public Correction? ChangeOf(Verdict version) => Corrections.FirstOrDefault(c => c.FromVersion == version.Version);

    /// <summary>The evidence that a version stands on and that nobody has withdrawn since.</summary>
    public static IEnumerable<Evidence> Standing(Verdict verdict) =>
        verdict.Evidence.Where(e => e.WithdrawnAt is null).OrderBy(e => e.Id);

    /// <summary>
    /// What a version stood on when it was published, with what was withdrawn since: that stays shown, marked, and counts no
    /// more.
    /// </summary>
    public static IEnumerable<Evidence> Shown(Verdict verdict) =>
        verdict.Evidence.Where(e => e.WithdrawnAt is null || e.WithdrawnAt > verdict.PublishedAt).OrderBy(e => e.Id);

    /// <summary>How many versions cannot be shown, since they hold what no program of ours writes.</summary>
    public int OddVersions { get; init; }

    /// <summary>
    /// How many corrections, suspensions, re-checks and looks cannot be shown, since they hold what no program of ours writes or
    /// are dated to the future.
    /// </summary>
    public int OddEntries { get; init; }

    /// <summary>True where what is public now cannot be shown, so that nothing is said of the claim.</summary>
    public bool IsOdd =>
        Claim.Publication switch
        {
            Publication.Published => Published is null,
            Publication.Retracted => Retracted is null,
            Publication.Suspended => Suspended is null,
            Publication.Unpublished => false,
            _ => throw new InvalidOperationException($"The publication {Claim.Publication} is not known here."),
        };

    /// <summary>
    /// The claim where readers may see it, else null. Refused, <c>odd</c>, where what stands of it cannot be shown.
    /// </summary>
    public static async Task<Result<ClaimFile>?> FindAsync(DeskDb db, long id, bool showUnderReview, CancellationToken cancel)
    {
        try
        {
            var claims = await db
                .Claims.AsNoTracking()
                .Include(c => c.LinkedTo)
                .Where(Claim.SeenByReaders(showUnderReview))
                .Where(c => c.Id == id)
                .ReadSoundAsync(c => c.Id, c => Oddity.Of(c) ?? (c.LinkedTo is { } target ? Oddity.Of(target) : null), cancel);
            if (claims.Odd.Count > 0)
                return Odd;
            if (claims.Rows is not [var claim])
                return null;
            var file = await ReadAsync(db, claim, cancel);
            claim.WithholdFromReaders();
            return file.IsOdd ? Odd : file;
        }
        catch (Exception failure) when (SoundReading.IsOfRow(failure))
        {
            return Odd;
        }
    }

    /// <summary>What readers are told in place of a claim that cannot be shown.</summary>
    public static readonly Refusal Odd = new(
        "odd",
        "What is stored of this claim is not as this program writes it, so nothing is said of it here: neither a verdict nor that there is none. The desk has to look into it."
    );

    private static async Task<ClaimFile> ReadAsync(DeskDb db, Claim claim, CancellationToken cancel)
    {
        var id = claim.Id;
        if (claim.PublishedAt is null)
            return new ClaimFile(claim, [], [], [], [], []);

        var suspensions = await db
            .Suspensions.AsNoTracking()
            .Where(s => s.ClaimId == id)
            .OrderByDescending(s => s.Id)
            .Take(Most)
            .ReadSoundAsync(s => s.Id, Oddity.Of, cancel);
        if (claim.Publication == Publication.Suspended)
        {
            return new ClaimFile(claim, [], [], [], [], [])
            {
                Suspensions = suspensions.Rows,
                OddEntries = suspensions.Odd.Count,
            };
        }

        var versions = await db
            .Verdicts.AsNoTracking()
            .Include(v => v.Evidence)
            .Include(v => v.Approvals)
            .Where(v => v.ClaimId == id && v.PublishedAt != null)
            .OrderByDescending(v => v.Version)
            .Take(Most)
            .ReadSoundAsync(v => v.Id, Oddity.Of, cancel);
        foreach (var version in versions.Rows.Where(v => claim.Withholds(v.Version)))
            version.WithholdText();
        var corrections = await db
            .Corrections.AsNoTracking()
            .Where(c => c.ClaimId == id)
            .OrderByDescending(c => c.Id)
            .Take(Most)
            .ReadSoundAsync(c => c.Id, Oddity.Of, cancel);
        var rechecks = await db
            .Rechecks.AsNoTracking()
            .Where(r => r.ClaimId == id && r.Outcome != null)
            .OrderByDescending(r => r.Id)
            .Take(MostRechecks)
            .ReadSoundAsync(r => r.Id, r => Oddity.Of(r) ?? Oddity.Ahead(db.Now, r.StartedAt, r.EndedAt), cancel);
        var made = await db
            .Looks.AsNoTracking()
            .Where(l => l.ClaimId == id && (l.Outcome != null || l.Attempts > 0))
            .OrderByDescending(l => l.Id)
            .Take(MostLooks)
            .ReadSoundAsync(l => l.Id, l => Oddity.Of(l) ?? Oddity.Ahead(db.Now, l.TriedAt, l.MadeAt, l.ClosedAt), cancel);
        var looks = made.Rows;
        IReadOnlyList<Finding> doubts = claim.InDoubtSince is null
            ? []
            : (
                await db
                    .Findings.AsNoTracking()
                    .Include(f => f.Evidence)
                    .Where(f => f.ClaimId == id && f.SettledAt == null)
                    .OrderBy(f => f.Id)
                    .Take(Most)
                    .ReadSoundAsync(f => f.Id, Oddity.Of, cancel)
            ).Rows;
        return new ClaimFile(
            claim,
            versions.Rows,
            corrections.Rows,
            rechecks.Rows,
            [
                .. LookRound
                    .Of(looks.Where(l => l.ClosedAt is not null && l.Outcome is not null))
                    .Where(round => !claim.Withholds(round.VerdictVersion))
                    .Take(MostRechecks),
            ],
            claim.Publication == Publication.Published ? doubts : []
        )
        {
            OddVersions = versions.Odd.Count,
            OddEntries = corrections.Odd.Count + suspensions.Odd.Count + rechecks.Odd.Count + made.Odd.Count,
            Suspensions = suspensions.Rows,
            Latest = [.. looks.Where(l => l.VerdictVersion == claim.VerdictVersion).DistinctBy(l => l.EvidenceId)],
        };
    }
}
