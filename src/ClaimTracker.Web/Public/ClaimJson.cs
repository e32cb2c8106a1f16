using System.Text.Json;
using System.Text.Json.Serialization;
using ClaimTracker.Domain;
using ClaimTracker.Web.Settings;

namespace ClaimTracker.Web.Public;

/// <summary>
/// A claim as programs read it: the four things apart. Instants are UTC. Verdict and freshness are null unless a verdict is
/// public; one that is suspended is not.
/// </summary>
public sealed record ClaimJson(
    long Id,
    string Url,
    string Wording,
    string Kind,
    string Outlet,
    string? AttributedTo,
    Stage Stage,
    VerdictJson? Verdict,
    Publication Publication,
    FreshnessJson? Freshness,
    string? SameAs
)
{
    /// <summary>How enumerations and names are written, here and in every answer.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>A row of the board.</summary>
    public static ClaimJson Of(Claim claim, DeskSettings desk, DateTime now)
    {
        var published = claim.Publication == Publication.Published;
        return new ClaimJson(
            claim.Id,
            ClaimReviewJson.UrlOf(claim.Id, desk),
            claim.Wording,
            claim.Kind,
            claim.Outlet,
            claim.Details.AttributedTo,
            claim.Stage,
            published
                ? new VerdictJson(
                    claim.Rating!,
                    Ratings.Find(claim.Rating)?.Label ?? claim.Rating!,
                    Ratings.Find(claim.Rating)?.Value,
                    claim.VerdictNumber ?? claim.VerdictVersion!.Value
                )
                : null,
            claim.Publication,
            published ? FreshnessJson.Of(claim, now) : null,
            claim.LinkedToId is { } same ? ClaimReviewJson.UrlOf(same, desk) : null
        );
    }
}

/// <summary>
/// What we say of a claim; versions are numbered as they became public. The value runs from 1 (false) to 5 (true) and is null
/// where that scale does not apply.
/// </summary>
public sealed record VerdictJson(string Rating, string Label, int? Value, int Version);

/// <summary>
/// How fresh a verdict is. Only a check that succeeded moves <paramref name="LastVerifiedAt"/>. <paramref name="InDoubtSince"/>
/// is when the oldest finding was made that is not settled; the verdict is not fresh then. <paramref name="DueBecause"/> says
/// why it is to be checked now, whatever date <paramref name="NextCheckDueAt"/> is.
/// </summary>
public sealed record FreshnessJson(
    Freshness State,
    DateTime? InDoubtSince,
    bool UnderRecheck,
    DateTime? VerdictIssuedAt,
    DateTime? LastVerifiedAt,
    Verifier? LastVerifier,
    DateTime? LastAttemptAt,
    string? LastAttemptOutcome,
    int FailedAttempts,
    DateTime? NextCheckDueAt,
    DateTime? StaleAt,
    DateTime? ExpiresAt,
    DateTime? PersonDueAt,
    IReadOnlyList<DueReason> DueBecause
)
{
    internal static FreshnessJson Of(Claim claim, DateTime now) =>
        new(
            claim.FreshnessAt(now),
            claim.InDoubtSince,
            claim.UnderRecheck,
            claim.VerdictIssuedAt,
            claim.VerifiedAt(now),
            claim.VerifiedAt(now) is null ? null : claim.LastVerifier,
            claim.LastAttemptIsPast ? null : claim.LastAttemptAt,
            claim.LastAttemptIsPast ? null : OutcomeOf(claim),
            claim.FailedAttempts,
            claim.NextCheckDueAt,
            claim.StaleAt,
            claim.ExpiredOrExpires,
            claim.PersonDueAt,
            [.. claim.DueReasonsAt(now)]
        );

    // What reads differently is never called unchanged, though nobody has to be told.
    private static string? OutcomeOf(Claim claim) =>
        claim.LastAttemptWithin ? RecheckJson.WithinCondition
        : claim.LastAttemptOutcome is { } outcome ? JsonNamingPolicy.KebabCaseLower.ConvertName($"{outcome}")
        : null;
}

/// <summary>
/// A claim with everything that its page shows. <paramref name="NotShown"/> counts versions and events that cannot be: what is
/// stored of them is not as this program writes it, or is dated to the future.
/// </summary>
public sealed record ClaimFileJson(
    ClaimJson Claim,
    IReadOnlyList<VersionJson> Versions,
    IReadOnlyList<FindingJson> Findings,
    IReadOnlyList<CorrectionJson> Corrections,
    IReadOnlyList<RecheckJson> Rechecks,
    IReadOnlyList<SuspensionJson> Suspensions,
    IReadOnlyList<AppearanceInContext> Appearances,
    int NotShown
)
{
    internal static ClaimFileJson Of(
        ClaimFile file,
        IReadOnlyList<AppearanceInContext> appearances,
        DeskSettings desk,
        DateTime now
    ) =>
        new(
            ClaimJson.Of(file.Claim, desk, now),
            [.. file.Versions.Select(version => VersionJson.Of(version, file))],
            [
                .. file.Doubts.Select(f => new FindingJson(
                    f.Kind,
                    f.FoundAt,
                    file.NumberOf(f.VerdictVersion) ?? f.VerdictVersion,
                    f.Evidence?.Source,
                    f.Evidence?.Url
                )),
            ],
            [
                .. file.Corrections.Select(c => new CorrectionJson(
                    c.Kind,
                    c.At,
                    file.NumberOf(c.FromVersion) ?? c.FromVersion,
                    c.FromRating,
                    file.NumberOf(c.ToVersion) ?? c.ToVersion,
                    c.ToRating,
                    c.IsWithheldBy(file.Claim) ? null : c.Why
                )),
            ],
            [
                .. file
                    .Rechecks.Select(RecheckJson.Of)
                    .Concat(file.Rounds.Select(RecheckJson.Of))
                    .OrderByDescending(r => r.EndedAt ?? r.StartedAt),
            ],
            [.. file.Suspensions.Select(s => new SuspensionJson(s.At, s.EndedAt, s.EndedHow))],
            appearances,
            file.OddVersions + file.OddEntries
        );
}

/// <summary>
/// A version that is or was public; one that is <paramref name="Withheld"/> without what it says. Its approvals are those of
/// people other than its authors: here or, where it was imported, elsewhere, by rules that this desk has not seen.
/// <paramref name="InDoubtSince"/> is said of the one that is public, <paramref name="ClosedBy"/> of others: what took its place,
/// or that it was retracted.
/// </summary>
public sealed record VersionJson(
    int Version,
    VerdictStatus Status,
    DateTime? ClosedAt,
    CorrectionKind? ClosedBy,
    DateTime? InDoubtSince,
    bool Withheld,
    string Rating,
    string? Rationale,
    CorrectionKind? ChangeKind,
    string? ChangeReason,
    DateTime? PublishedAt,
    string Workflow,
    int Approvals,
    bool Imported,
    IReadOnlyList<EvidenceJson> Evidence
)
{
    internal static VersionJson Of(Verdict verdict, ClaimFile file) =>
        new(
            verdict.Number ?? verdict.Version,
            verdict.Status,
            verdict.ClosedAt,
            file.ChangeOf(verdict)?.Kind,
            verdict.Status == VerdictStatus.Published ? SaidOfVerdict.DoubtOf(file.Claim) : null,
            verdict.IsWithheld,
            verdict.Rating,
            verdict.IsWithheld ? null : verdict.Rationale,
            verdict.ChangeKind,
            verdict.ChangeReason,
            verdict.PublishedAt,
            verdict.Workflow,
            verdict.ValidApprovers.Count(),
            verdict.Imported,
            [
                .. ClaimFile
                    .Shown(verdict)
                    .Select(e => new EvidenceJson(
                        e.Source,
                        WebAddress.Link(e.Url)?.OriginalString,
                        e.Quote,
                        e.Stance,
                        e.Group,
                        e.QuotesUs,
                        e.WithdrawnAt,
                        e.Condition,
                        e.ConditionLimit,
                        e.Loss is null ? e.Within : null
                    )),
            ]
        );
}

/// <summary>A source with the quoted passage. What was withdrawn since its version was published counts no more.</summary>
/// <param name="Source">Who says it.</param>
/// <param name="Url">Where.</param>
/// <param name="Quote">The passage.</param>
/// <param name="Stance">What it says to the claim.</param>
/// <param name="Group">Sources of one group draw on each other.</param>
/// <param name="QuotesUs">True where it leans on our verdict.</param>
/// <param name="WithdrawnAt">When it was withdrawn.</param>
/// <param name="Condition">What a look finds of a change of its figure.</param>
/// <param name="ConditionLimit">The per cent or the limit.</param>
/// <param name="Within">What the last look said of a passage that reads differently in what is not counted as a
/// change.</param>
public sealed record EvidenceJson(
    string Source,
    string? Url,
    string Quote,
    Stance Stance,
    string Group,
    bool QuotesUs,
    DateTime? WithdrawnAt,
    WatchCondition Condition,
    double? ConditionLimit,
    string? Within
);

/// <summary>
/// Something seen that speaks against the published verdict and that nobody has settled, with the source that it was seen at.
/// </summary>
public sealed record FindingJson(FindingKind Kind, DateTime FoundAt, int VerdictVersion, string? Source, string? Url);

/// <summary>
/// What changed in a published verdict, and why; that is null where it tells of a text that is withheld.
/// </summary>
public sealed record CorrectionJson(
    CorrectionKind Kind,
    DateTime At,
    int FromVersion,
    string FromRating,
    int? ToVersion,
    string? ToRating,
    string? Why
);

/// <summary>That a verdict was suspended: withheld at once, until the desk had decided.</summary>
public sealed record SuspensionJson(DateTime At, DateTime? EndedAt, SuspensionEnd? Ended);

/// <summary>
/// One look whether the verdict still holds. <c>unchanged</c> is said of a machine, which read the sources; of a person
/// <c>held</c>;
/// <c>within-condition</c> of a passage that reads differently in what is not counted as a change (a figure within its condition,
/// other words that are read as the same), as <paramref name="Within"/> says. Old ones
/// that found nothing are told by the last of a year: it stands for that many <paramref name="Looks"/>, the first made at
/// <paramref name="FirstAt"/>.
/// </summary>
public sealed record RecheckJson(
    DateTime StartedAt,
    DateTime? EndedAt,
    string? Outcome,
    Verifier? By,
    IReadOnlyList<string>? Within = null,
    int? Looks = null,
    DateTime? FirstAt = null
)
{
    internal const string WithinCondition = "within-condition";

    internal static RecheckJson Of(Recheck recheck) =>
        new(
            recheck.StartedAt,
            recheck.EndedAt,
            recheck.IsHeld ? "held"
                : recheck.Outcome is { } outcome ? JsonNamingPolicy.KebabCaseLower.ConvertName($"{outcome}")
                : null,
            recheck.By
        );

    internal static RecheckJson Of(LookRound round) =>
        new(
            round.AskedAt,
            round.At,
            round.Within.Count == 0 ? "unchanged" : WithinCondition,
            Verifier.Machine,
            round.Within.Count == 0 ? null : round.Within,
            round.FirstAt is null ? null : round.Looks,
            round.FirstAt
        );
}
