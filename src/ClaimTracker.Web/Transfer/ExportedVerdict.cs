using ClaimTracker.Domain;

namespace ClaimTracker.Web.Transfer;

/// <summary>A verdict that was decided.</summary>
internal sealed record ExportedVerdict
{
    public required int Version { get; init; }

    public int? Number { get; init; }

    public required VerdictStatus Status { get; init; }

    public required string Rating { get; init; }

    public required string Rationale { get; init; }

    public string? ChangeReason { get; init; }

    public CorrectionKind? ChangeKind { get; init; }

    public required string ProposedBy { get; init; }

    /// <summary>The authors. Exports of versions before 2 name the last who changed it instead.</summary>
    public IReadOnlyList<ExportedAuthor>? Authors { get; init; }

    /// <summary>Read of old exports, written no more.</summary>
    public string? EditedBy { get; init; }

    /// <summary>Independent groups of evidence that it was held to; 0 in old exports, where it is not known.</summary>
    public int MinimumGroups { get; init; }

    /// <summary>Approvals that it was held to; 0 in old exports.</summary>
    public int RequiredApprovals { get; init; }

    public required DateTime ProposedAt { get; init; }

    public DateTime? PublishedAt { get; init; }

    public DateTime? ClosedAt { get; init; }

    public string? RejectedBecause { get; init; }

    public required string Workflow { get; init; }

    public required IReadOnlyList<ExportedApproval> Approvals { get; init; }

    /// <summary>Places in the claim's list of evidence.</summary>
    public required IReadOnlyList<int> StandsOn { get; init; }

    /// <summary>The authors as far as the export names them; old ones name the proposer and the last who changed it.</summary>
    public IEnumerable<ExportedAuthor> AuthorsOrOld() =>
        Authors is { Count: > 0 } authors
            ? authors
            : new[] { (Name: ProposedBy, Did: VerdictAuthor.Proposed), (Name: EditedBy ?? ProposedBy, Did: "rationale") }
                .DistinctBy(a => a.Name, PersonName.Comparer)
                .Select(a => new ExportedAuthor(a.Name, a.Did, ProposedAt));

    public static ExportedVerdict Of(Verdict verdict, List<Evidence> evidence) =>
        new()
        {
            Version = verdict.Version,
            Number = verdict.Number,
            Status = verdict.Status,
            Rating = verdict.Rating,
            Rationale = verdict.Rationale,
            ChangeReason = verdict.ChangeReason,
            ChangeKind = verdict.ChangeKind,
            ProposedBy = verdict.ProposedBy,
            Authors =
            [
                .. verdict
                    .Authors.OrderBy(a => a.Since)
                    .ThenBy(a => a.Id)
                    .Select(a => new ExportedAuthor(a.Name, a.Did, a.Since)),
            ],
            MinimumGroups = verdict.MinimumGroups,
            RequiredApprovals = verdict.RequiredApprovals,
            ProposedAt = verdict.ProposedAt,
            PublishedAt = verdict.PublishedAt,
            ClosedAt = verdict.ClosedAt,
            RejectedBecause = verdict.RejectedBecause,
            Workflow = verdict.Workflow,
            Approvals = [.. verdict.Approvals.Select(a => new ExportedApproval(a.By, a.At, a.VoidedAt))],
            StandsOn = [.. verdict.Evidence.Select(e => evidence.FindIndex(other => other.Id == e.Id)).Where(at => at >= 0)],
        };
}

/// <summary>An author of a verdict.</summary>
internal sealed record ExportedAuthor(string Name, string Did, DateTime Since);

/// <summary>An approval of a verdict.</summary>
internal sealed record ExportedApproval(string By, DateTime At, DateTime? VoidedAt);

/// <summary>Evidence with the snapshot of its source.</summary>
internal sealed record ExportedEvidence(
    string Source,
    string? Url,
    string Quote,
    Stance Stance,
    string Group,
    bool QuotesUs,
    bool Watched,
    string AddedBy,
    DateTime AddedAt,
    DateTime? WithdrawnAt,
    string? WithdrawnBy,
    ExportedSnapshot? Snapshot,
    string? WithdrawalAskedBy = null,
    DateTime? WithdrawalAskedAt = null,
    string? WithdrawalReason = null,
    DateTime? UnreachableSince = null,
    FoundPlaces? Places = null,
    QuotedPlace? ConfirmedPlace = null,
    string? PlaceConfirmedBy = null,
    DateTime? PlaceConfirmedAt = null,
    SourceNature? FoundNature = null,
    SourceNature? SaidNature = null,
    string? NatureSaidBy = null,
    PassageLoss? Loss = null,
    DateTime? LostSince = null,
    WatchCondition Condition = WatchCondition.Any,
    double? ConditionLimit = null,
    string? Within = null,
    DateTime? ForbiddenSince = null
)
{
    public static ExportedEvidence Of(Evidence e) =>
        new(
            e.Source,
            e.Url,
            e.Quote,
            e.Stance,
            e.Group,
            e.QuotesUs,
            e.Watched,
            e.AddedBy,
            e.AddedAt,
            e.WithdrawnAt,
            e.WithdrawnBy,
            ExportedSnapshot.Of(e.Snapshot),
            e.WithdrawalAskedBy,
            e.WithdrawalAskedAt,
            e.WithdrawalReason,
            e.UnreachableSince,
            e.Places,
            e.ConfirmedPlace,
            e.PlaceConfirmedBy,
            e.PlaceConfirmedAt,
            e.FoundNature,
            e.SaidNature,
            e.NatureSaidBy,
            e.Loss,
            e.LostSince,
            e.Condition,
            e.ConditionLimit,
            e.Within,
            e.ForbiddenSince
        );
}

/// <summary>A correction of a published verdict.</summary>
internal sealed record ExportedCorrection(
    CorrectionKind Kind,
    int FromVersion,
    string FromRating,
    int? ToVersion,
    string? ToRating,
    string Why,
    string ApprovedBy,
    DateTime At
)
{
    public static ExportedCorrection Of(Correction c) =>
        new(c.Kind, c.FromVersion, c.FromRating, c.ToVersion, c.ToRating, c.Why, c.ApprovedBy, c.At);
}

/// <summary>That a verdict was suspended, and how that ended.</summary>
internal sealed record ExportedSuspension(
    int VerdictVersion,
    DateTime At,
    string By,
    string Why,
    int? WithheldBefore,
    DateTime? EndedAt,
    string? EndedBy,
    SuspensionEnd? EndedHow
)
{
    public static ExportedSuspension Of(Suspension s) =>
        new(s.VerdictVersion, s.At, s.By, s.Why, s.WithheldBefore, s.EndedAt, s.EndedBy, s.EndedHow);
}

/// <summary>
/// Something seen that speaks against a published version; <paramref name="At"/> is a place in the claim's list of evidence.
/// </summary>
internal sealed record ExportedFinding(
    FindingKind Kind,
    int VerdictVersion,
    int? At,
    string Words,
    DateTime FoundAt,
    DateTime? SettledAt,
    string? SettledBy,
    Settlement? SettledHow,
    bool Stands = false,
    string? Was = null,
    string? Now = null
)
{
    public static ExportedFinding Of(Finding f, List<Evidence> evidence) =>
        new(
            f.Kind,
            f.VerdictVersion,
            evidence.FindIndex(e => e.Id == f.EvidenceId) is >= 0 and var at ? at : null,
            f.Words,
            f.FoundAt,
            f.SettledAt,
            f.SettledBy,
            f.SettledHow,
            f.Stands,
            f.Was,
            f.Now
        );
}

/// <summary>
/// A page that took the place of the one kept at evidence; <paramref name="Source"/> and <paramref name="After"/> are places in
/// the claim's lists of evidence and findings.
/// </summary>
internal sealed record ExportedKeptPage(int Source, int After, ExportedSnapshot? Former, string By, DateTime At)
{
    public static ExportedKeptPage Of(KeptPage k, List<Evidence> evidence) =>
        new(evidence.FindIndex(e => e.Id == k.EvidenceId), -1, ExportedSnapshot.Of(k.Former), k.By, k.At);
}

/// <summary>
/// A look that was made, of a round that has ended; <paramref name="At"/> is a place in the claim's list of evidence.
/// </summary>
internal sealed record ExportedLook(
    int VerdictVersion,
    int? At,
    DateTime AskedAt,
    int Attempts,
    RecheckOutcome? Outcome,
    string? Words,
    DateTime? MadeAt,
    DateTime? ClosedAt,
    string? Within = null,
    int? Times = null,
    DateTime? FirstAt = null
)
{
    public static ExportedLook Of(Look l, List<Evidence> evidence) =>
        new(
            l.VerdictVersion,
            evidence.FindIndex(e => e.Id == l.EvidenceId) is >= 0 and var at ? at : null,
            l.AskedAt,
            l.Attempts,
            l.Outcome,
            l.Words,
            l.MadeAt,
            l.ClosedAt,
            l.Within,
            l.Times,
            l.FirstAt
        );
}

/// <summary>A re-check that has ended.</summary>
internal sealed record ExportedRecheck(
    int VerdictVersion,
    DateTime StartedAt,
    DateTime? EndedAt,
    RecheckOutcome? Outcome,
    Verifier? By,
    string? ByName,
    string? Finding
)
{
    public static ExportedRecheck Of(Recheck r) =>
        new(r.VerdictVersion, r.StartedAt, r.EndedAt, r.Outcome, r.By, r.ByName, r.Finding);
}
