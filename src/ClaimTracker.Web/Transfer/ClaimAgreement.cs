using ClaimTracker.Domain;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Transfer;

/// <summary>
/// Whether an exported claim agrees with itself: what its head says is public is what its versions say, and what these name is
/// there. What does not was written by no desk, and nobody can tell which half of it holds.
/// </summary>
internal static class ClaimAgreement
{
    /// <summary>Why the claim is refused; null where it agrees.</summary>
    public static string? Disagreement(ExportedClaim claim) =>
        Versions(claim) ?? Head(claim) ?? Changes(claim) ?? Verification(claim) ?? Rest(claim);

    private static bool WasPublic(ExportedVerdict version) =>
        version.Status is VerdictStatus.Published or VerdictStatus.Superseded or VerdictStatus.Retracted;

    private static string? Versions(ExportedClaim claim)
    {
        foreach (var version in claim.Verdicts)
        {
            if (version.Version < 1 || claim.Verdicts.Count(v => v.Version == version.Version) > 1)
                return $"verdicts: there are two of version {version.Version}, or it is no number from 1 on.";
            if (!Enum.IsDefined(version.Status) || version.Status == VerdictStatus.Proposed)
                return $"verdicts: version {version.Version} is not decided; an export holds decided ones.";
            if (WasPublic(version) != version.PublishedAt is not null)
                return $"verdicts: version {version.Version} is {version.Status} and {(version.PublishedAt is null ? "was not" : "was")} published.";
            if (version.PublishedAt < version.ProposedAt)
                return $"verdicts: version {version.Version} was published on {version.PublishedAt:O}, before it was proposed.";
            if (version.ClosedAt < (version.PublishedAt ?? version.ProposedAt))
                return $"verdicts: version {version.Version} ended on {version.ClosedAt:O}, before it began.";
            if (version.MinimumGroups < 0 || version.RequiredApprovals < 0)
                return $"verdicts: version {version.Version} was held to less than nothing.";
            if (version.StandsOn.Any(at => at < 0 || at >= claim.Evidence.Count))
                return $"verdicts: version {version.Version} stands on evidence that is not in the claim's list of {claim.Evidence.Count}.";
        }

        return null;
    }

    private static string? Head(ExportedClaim claim)
    {
        var last = claim.Verdicts.Where(WasPublic).MaxBy(v => v.Version);
        if (claim.Verdicts.FirstOrDefault(v => v.Status == VerdictStatus.Published && v != last) is { } second)
            return $"verdicts: version {second.Version} is published, and version {last!.Version} came after it.";
        if (last?.Status == VerdictStatus.Superseded)
            return $"verdicts: version {last.Version} is superseded, and no later one is published or retracted.";
        var says =
            last is null ? Publication.Unpublished
            : last.Status == VerdictStatus.Published ? Publication.Published
            : Publication.Retracted;
        if (claim.Publication != says && (claim.Publication, says) != (Publication.Suspended, Publication.Published))
            return $"publication: it is {claim.Publication}, and by its versions {says}.";
        var open = (claim.Suspensions ?? []).Count(s => s.EndedAt is null);
        if (open > 1 || (claim.Publication == Publication.Suspended && open == 0))
            return $"suspensions: {open} have not ended, and the claim is {claim.Publication}.";
        if (claim.WithheldThrough is { } through && !claim.Verdicts.Any(v => WasPublic(v) && v.Version == through))
            return $"withheldThrough: version {through} was not public.";
        if (claim.VerdictVersion != last?.Version)
            return $"verdictVersion: it is {Said(claim.VerdictVersion)}, and by its versions {Said(last?.Version)}.";
        return claim.Rating != last?.Rating
            ? $"rating: it is “{claim.Rating ?? "none"}”, and version {claim.VerdictVersion} says “{last?.Rating ?? "none"}”."
            : null;
    }

    // A typo changes no rating, and a correction is of versions that are there, from what the one said to what the other says.
    private static string? Changes(ExportedClaim claim)
    {
        var shown = claim.Verdicts.Where(WasPublic).OrderBy(v => v.Version).ToList();
        foreach (var (before, after) in shown.Zip(shown.Skip(1)))
        {
            if (after.ChangeKind == CorrectionKind.Typo && after.Rating != before.Rating)
                return Typo(after.Version, before.Rating, after.Rating);
        }

        foreach (var correction in claim.Corrections)
        {
            if (correction.Kind == CorrectionKind.Typo && correction.FromRating != correction.ToRating)
                return Typo(correction.ToVersion, correction.FromRating, correction.ToRating);
            if (
                shown.Find(v => v.Version == correction.FromVersion)?.Rating != correction.FromRating
                || (correction.ToVersion is { } to && shown.Find(v => v.Version == to)?.Rating != correction.ToRating)
                || (correction.ToVersion is null) != (correction.ToRating is null)
            )
            {
                return $"corrections: the one from version {correction.FromVersion} names a rating or a version that its versions do not.";
            }

            if ((correction.Kind == CorrectionKind.Retracted) != (correction.ToVersion is null))
                return $"corrections: the one from version {correction.FromVersion} is {correction.Kind} and leads to {(correction.ToVersion is null ? "no version" : "another version")}.";
        }

        return null;
    }

    private static string Said(int? version) => version is { } number ? $"{number}" : "none";

    private static string Typo(int? version, string from, string? to) =>
        $"verdicts: version {version} is said to mend a typo, and changes the rating from “{from}” to “{to}”; a typo changes none.";

    // "Last verified" is what somebody or something found: by whom stands beside it, and the version, check or look that found it
    // is in the claim's own record.
    private static string? Verification(ExportedClaim claim)
    {
        if ((claim.LastVerifiedAt is null) != (claim.LastVerifier is null))
            return $"lastVerifiedAt, lastVerifier: one says {(claim.LastVerifiedAt is null ? "by whom" : "when")} the verdict was verified, and the other nothing.";
        if (claim.LastVerifiedAt is not { } verified)
            return null;
        var found = claim
            .Verdicts.Where(WasPublic)
            .Select(v => v.PublishedAt)
            .Concat(claim.Rechecks.Where(r => r.Outcome == RecheckOutcome.Unchanged).Select(r => r.EndedAt))
            .Concat((claim.Looks ?? []).Where(l => l.Outcome == RecheckOutcome.Unchanged).Select(l => l.MadeAt))
            .Max();
        return verified > found || found is null
            ? $"lastVerifiedAt: it is {verified:O}, and no version, re-check or look of the claim found so then; the last is of {Said(found)}."
            : null;
    }

    private static string Said(DateTime? at) => at is { } instant ? $"{instant:O}" : "no time";

    private static string? Rest(ExportedClaim claim)
    {
        if (Claim.BadPause(claim.CheckEvery) is { } pause)
            return $"checkEvery: {pause.Message}";
        if (Claim.BadPause(claim.PersonEvery) is { } personPause)
            return $"personEvery: {personPause.Message}";
        foreach (var (at, evidence) in claim.Evidence.Index())
        {
            if (FigureConditions.Compared(evidence.Condition, evidence.ConditionLimit).RefuseLimit() is { } why)
                return $"evidence: the condition of number {at + 1} is none: {why}";
        }

        return claim.UnchangedChecks < 0 || claim.FailedAttempts < 0 ? "unchangedChecks, failedAttempts: one is below 0." : null;
    }
}
