namespace ClaimTracker.Domain;

/// <summary>
/// What no program of ours writes into a row: a rating that is none, an instant of another age, nothing where something has to
/// stand. Of such a row readers are told that it cannot be shown, and nothing else; each answer says why, null where it is sound.
/// </summary>
public static class Oddity
{
    private const int FirstYear = 1980;
    private const int LastYear = 2200;

    /// <summary>True for an instant of an age in which no desk worked.</summary>
    public static bool Instant(DateTime at) => at.Year is < FirstYear or > LastYear;

    /// <summary>
    /// Of what somebody or something is said to have done: nothing was done in the future, and a clock that ran ahead when it was
    /// noted gives no date that may be told.
    /// </summary>
    public static string? Ahead(DateTime now, params IEnumerable<DateTime?> instants) =>
        instants.FirstOrDefault(at => at > ClockSkew.LatestAt(now)) is { } ahead
            ? $"it is dated to {ahead:yyyy-MM-dd HH:mm}, which lies in the future"
            : null;

    /// <summary>Of the claim itself, without what hangs on it.</summary>
    public static string? Of(Claim claim) =>
        Unknown("stage", claim.Stage)
        ?? Unknown("publication", claim.Publication)
        ?? Unknown("last verifier", claim.LastVerifier)
        ?? Unknown("last attempt", claim.LastAttemptOutcome)
        ?? Blank("wording", claim.Wording)
        ?? (
            (claim.LastVerifiedAt is null) != (claim.LastVerifier is null) ? "when or by whom it was verified is not there" : null
        )
        ?? Dated(
            claim.CreatedAt,
            claim.StageSince,
            claim.PublishedAt,
            claim.VerdictIssuedAt,
            claim.LastVerifiedAt,
            claim.LastPersonAt,
            claim.LastAttemptAt,
            claim.NextCheckDueAt,
            claim.StaleAt,
            claim.ExpiresAt,
            claim.PersonDueAt,
            claim.PersonStaleAt,
            claim.InDoubtSince
        )
        ?? (claim.IsInForce ? OfPublished(claim) : null);

    /// <summary>Of a version of its verdict, with its authors, approvals and evidence where these are loaded.</summary>
    public static string? Of(Verdict verdict) =>
        Unknown("status", verdict.Status)
        ?? Unknown("change", verdict.ChangeKind)
        ?? Unrated(verdict.Rating)
        ?? Blank("rationale", verdict.Rationale)
        ?? Dated([verdict.ProposedAt, verdict.PublishedAt, verdict.ClosedAt, .. verdict.Approvals.Select(a => (DateTime?)a.At)])
        ?? (verdict.Authors.Count == 0 ? "it has no author" : null)
        ?? OfItsTime(verdict)
        ?? verdict.Evidence.Select(Of).FirstOrDefault(why => why is not null);

    /// <summary>Of a piece of evidence.</summary>
    public static string? Of(Evidence evidence) =>
        Unknown("stance", evidence.Stance)
        ?? Unknown("condition", evidence.Condition)
        ?? Unknown("nature", evidence.FoundNature)
        ?? Unknown("nature", evidence.SaidNature)
        ?? Unknown("loss", evidence.Loss)
        ?? (
            evidence.Condition != WatchCondition.Any && !(evidence.ConditionLimit is { } limit && double.IsFinite(limit))
                ? "the limit of its condition is not there"
                : null
        )
        ?? ((evidence.Loss is null) != (evidence.LostSince is null) ? "how or since when its passage is lost is not there" : null)
        ?? Blank("source", evidence.Source)
        ?? Blank("quote", evidence.Quote)
        ?? Dated(
            evidence.AddedAt,
            evidence.WithdrawnAt,
            evidence.WithdrawalAskedAt,
            evidence.ForbiddenSince,
            evidence.UnreachableSince,
            evidence.LostSince
        );

    /// <summary>Of a correction.</summary>
    public static string? Of(Correction correction) =>
        Unknown("kind", correction.Kind)
        ?? Unrated(correction.FromRating)
        ?? (correction.ToRating is { } to ? Unrated(to) : null)
        ?? ((correction.ToRating is null) != (correction.ToVersion is null) ? "it leads to half a version" : null)
        ?? Blank("reason", correction.Why)
        ?? Dated(correction.At);

    /// <summary>Of a suspension.</summary>
    public static string? Of(Suspension suspension) =>
        Unknown("end", suspension.EndedHow)
        ?? ((suspension.EndedAt is null) != (suspension.EndedHow is null) ? "how it ended is not there" : null)
        ?? Dated(suspension.At, suspension.EndedAt);

    /// <summary>Of a finding.</summary>
    public static string? Of(Finding finding) =>
        Unknown("kind", finding.Kind)
        ?? Unknown("settlement", finding.SettledHow)
        ?? Dated(finding.FoundAt, finding.SettledAt)
        ?? (finding.Evidence is { } evidence ? Of(evidence) : null);

    /// <summary>Of a re-check.</summary>
    public static string? Of(Recheck recheck) =>
        Unknown("outcome", recheck.Outcome) ?? Unknown("verifier", recheck.By) ?? Dated(recheck.StartedAt, recheck.EndedAt);

    /// <summary>Of a look.</summary>
    public static string? Of(Look look) =>
        Unknown("outcome", look.Outcome)
        ?? Dated(look.AskedAt, look.TriedAt, look.MadeAt, look.ClosedAt, look.FirstAt)
        ?? (look.Outcome is not null && look.MadeAt is null ? "when it was made is not there" : null);

    private static string? OfItsTime(Verdict verdict) =>
        verdict.Status == VerdictStatus.Published && verdict.PublishedAt is null ? "it is public since no day"
        : verdict.Status is not (VerdictStatus.Superseded or VerdictStatus.Retracted) ? null
        : verdict.PublishedAt is null || verdict.ClosedAt is null ? "when it was public is not there"
        : verdict.Status == VerdictStatus.Retracted ? Blank("reason of retraction", verdict.RejectedBecause)
        : null;

    private static string? OfPublished(Claim claim) =>
        Unrated(claim.Rating)
        ?? (
            claim.VerdictVersion is null || claim.PublishedAt is null || claim.VerdictIssuedAt is null
                ? "which verdict is public, or since when, is not there"
                : null
        );

    private static string? Unrated(string? rating) =>
        Ratings.Find(rating) is null ? $"the rating “{rating}” is none of the scale" : null;

    private static string? Unknown(string what, Enum? value) =>
        value is not null && !Enum.IsDefined(value.GetType(), value) ? $"its {what} “{value}” is none that there is" : null;

    private static string? Blank(string what, string? text) =>
        string.IsNullOrWhiteSpace(text) ? $"its {what} is not there" : null;

    private static string? Dated(params IEnumerable<DateTime?> instants) =>
        instants.FirstOrDefault(at => at is { } instant && Instant(instant)) is { } odd
            ? $"it is dated to the year {odd.Year}"
            : null;
}
