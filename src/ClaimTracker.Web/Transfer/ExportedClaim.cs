using ClaimTracker.Domain;

namespace ClaimTracker.Web.Transfer;

/// <summary>
/// A claim in an export with all that readers see of it: verdicts that were decided, their evidence, corrections, re-checks. A
/// review under way stays behind. Properties are named as the entity's: that is how they are put back.
/// </summary>
internal sealed record ExportedClaim
{
    public string Type { get; init; } = "claim";

    /// <summary>The claim's number in the desk it comes from; links between claims of one export use it.</summary>
    public required long Number { get; init; }

    public long? LinkedToNumber { get; init; }

    /// <summary>Null in exports from before claims were folded.</summary>
    public long? FoldedIntoNumber { get; init; }

    public required string Wording { get; init; }

    public required string Kind { get; init; }

    public required double Score { get; init; }

    public required ClaimDetails Details { get; init; }

    public required string Outlet { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required Stage Stage { get; init; }

    public required DateTime StageSince { get; init; }

    public string? DeclinedBecause { get; init; }

    public required Publication Publication { get; init; }

    public string? Rating { get; init; }

    public int? VerdictVersion { get; init; }

    /// <summary>Counted anew by an import, like those of the versions.</summary>
    public int? VerdictNumber { get; init; }

    /// <summary>Texts up to this version are withheld from readers.</summary>
    public int? WithheldThrough { get; init; }

    public bool WordingWithheld { get; init; }

    public string? WithheldBy { get; init; }

    public DateTime? PublishedAt { get; init; }

    public DateTime? VerdictIssuedAt { get; init; }

    public DateTime? LastVerifiedAt { get; init; }

    public Verifier? LastVerifier { get; init; }

    public string? LastVerifiedBy { get; init; }

    /// <summary>Null in exports from before people were due by themselves.</summary>
    public DateTime? LastPersonAt { get; init; }

    public DateTime? PersonDueAt { get; init; }

    public DateTime? PersonStaleAt { get; init; }

    public DateTime? LastAttemptAt { get; init; }

    public RecheckOutcome? LastAttemptOutcome { get; init; }

    public bool LastAttemptWithin { get; init; }

    public DateTime? NextCheckDueAt { get; init; }

    public DateTime? NextAttemptAt { get; init; }

    public DateTime? StaleAt { get; init; }

    /// <summary>Null in exports from before verdicts expired.</summary>
    public DateTime? ExpiresAt { get; init; }

    public DateTime? InDoubtSince { get; init; }

    public DateTime? LastFoundAt { get; init; }

    public TimeSpan? CheckEvery { get; init; }

    public TimeSpan? PersonEvery { get; init; }

    public int UnchangedChecks { get; init; }

    public int FailedAttempts { get; init; }

    public required IReadOnlyList<ExportedAppearance> Appearances { get; init; }

    public required IReadOnlyList<ExportedEvidence> Evidence { get; init; }

    public required IReadOnlyList<ExportedVerdict> Verdicts { get; init; }

    public required IReadOnlyList<ExportedCorrection> Corrections { get; init; }

    public required IReadOnlyList<ExportedRecheck> Rechecks { get; init; }

    /// <summary>Null in exports from before looks were rows.</summary>
    public IReadOnlyList<ExportedLook>? Looks { get; init; }

    public DateTime? RecheckDueAt { get; init; }

    public RecheckOutcome? RecheckBecause { get; init; }

    /// <summary>Null in exports from before findings were kept.</summary>
    public IReadOnlyList<ExportedFinding>? Findings { get; init; }

    /// <summary>Null in exports from before verdicts were suspended, and retracted texts withheld.</summary>
    public IReadOnlyList<ExportedSuspension>? Suspensions { get; init; }

    /// <summary>Null in exports from before pages took the place of kept ones.</summary>
    public IReadOnlyList<ExportedKeptPage>? KeptPages { get; init; }

    public static ExportedClaim Of(Claim claim)
    {
        var evidence = claim.Evidence.OrderBy(e => e.Id).ToList();
        var findings = claim.Findings.OrderBy(f => f.Id).ToList();
        return new()
        {
            Number = claim.Id,
            LinkedToNumber = claim.LinkedToId,
            FoldedIntoNumber = claim.FoldedIntoId,
            Wording = claim.Wording,
            Kind = claim.Kind,
            Score = claim.Score,
            Details = claim.Details,
            Outlet = claim.Outlet,
            CreatedAt = claim.CreatedAt,
            Stage = AtRest(claim.Publication, claim.Stage),
            StageSince = claim.StageSince,
            DeclinedBecause = claim.DeclinedBecause,
            Publication = claim.Publication,
            Rating = claim.Rating,
            VerdictVersion = claim.VerdictVersion,
            VerdictNumber = claim.VerdictNumber,
            WithheldThrough = claim.WithheldThrough,
            WordingWithheld = claim.WordingWithheld,
            WithheldBy = claim.WithheldBy,
            PublishedAt = claim.PublishedAt,
            VerdictIssuedAt = claim.VerdictIssuedAt,
            LastVerifiedAt = claim.LastVerifiedAt,
            LastVerifier = claim.LastVerifier,
            LastVerifiedBy = claim.LastVerifiedBy,
            LastPersonAt = claim.LastPersonAt,
            PersonDueAt = claim.PersonDueAt,
            PersonStaleAt = claim.PersonStaleAt,
            LastAttemptAt = claim.LastAttemptAt,
            LastAttemptOutcome = claim.LastAttemptOutcome,
            LastAttemptWithin = claim.LastAttemptWithin,
            NextCheckDueAt = claim.NextCheckDueAt,
            NextAttemptAt = claim.NextAttemptAt,
            StaleAt = claim.StaleAt,
            ExpiresAt = claim.ExpiresAt,
            InDoubtSince = claim.InDoubtSince,
            LastFoundAt = claim.LastFoundAt,
            CheckEvery = claim.CheckEvery,
            PersonEvery = claim.PersonEvery,
            UnchangedChecks = claim.UnchangedChecks,
            FailedAttempts = claim.FailedAttempts,
            Appearances =
            [
                .. claim.Appearances.OrderBy(a => a.Id).Select(a => new ExportedAppearance(a.Article.TextHash, a.Start, a.End)),
            ],
            Evidence = [.. evidence.Select(ExportedEvidence.Of)],
            Verdicts =
            [
                .. claim
                    .Verdicts.Where(v => v.Status != VerdictStatus.Proposed)
                    .OrderBy(v => v.Version)
                    .Select(v => ExportedVerdict.Of(v, evidence)),
            ],
            Corrections = [.. claim.Corrections.OrderBy(c => c.Id).Select(ExportedCorrection.Of)],
            Rechecks = [.. claim.Rechecks.Where(r => r.EndedAt is not null).OrderBy(r => r.Id).Select(ExportedRecheck.Of)],
            Looks =
            [
                .. claim
                    .Looks.Where(l => l is { ClosedAt: not null, Outcome: not null })
                    .OrderBy(l => l.Id)
                    .Select(l => ExportedLook.Of(l, evidence)),
            ],
            RecheckDueAt = claim.RecheckDueAt,
            RecheckBecause = claim.RecheckBecause,
            Suspensions = [.. claim.Suspensions.OrderBy(s => s.Id).Select(ExportedSuspension.Of)],
            Findings = [.. findings.Select(f => ExportedFinding.Of(f, evidence))],
            KeptPages =
            [
                .. claim
                    .KeptPages.OrderBy(k => k.Id)
                    .Select(k => ExportedKeptPage.Of(k, evidence) with { After = findings.FindIndex(f => f.Id == k.FindingId) }),
            ],
        };
    }

    // What is under way here is not under way elsewhere: it waits in triage, or shows what is published.
    internal static Stage AtRest(Publication publication, Stage stage) =>
        publication != Publication.Unpublished && stage != Stage.Linked ? Stage.Published
        : stage is Stage.Declined or Stage.Linked or Stage.Folded ? stage
        : Stage.Triage;
}

/// <summary>Where a claim stands, by the hash of the article's text.</summary>
internal sealed record ExportedAppearance(string Article, int Start, int End);
