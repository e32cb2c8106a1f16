using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Settings;
using ClaimTracker.Web.Wording;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Transfer;

/// <summary>
/// Puts an exported claim back, with what was decided on it. It was decided by the rules elsewhere, so the domain's doors, which
/// would date everything to today, are not used; each version is marked as imported, and the database's guards of how verdicts
/// are made here spare those.
/// </summary>
internal sealed class ClaimRestore(DeskDb db, RecheckSettings rechecks, DeskSettings desk)
{
    /// <summary>
    /// Adds the claim, or fills in what is missing on the same claim still untouched in triage. Call it within a commit.
    /// </summary>
    /// <returns>The claim, and whether anything was added; refused where an article of it is not here.</returns>
    public async Task<Result<(Claim Claim, bool Added)>> AddAsync(ExportedClaim exported, CancellationToken cancel)
    {
        if (ClaimAgreement.Disagreement(exported) is { } disagreement)
            return new Refusal("disagreement", $"claim {exported.Number}: {disagreement}");
        if (exported.Appearances.Count == 0)
            return new Refusal("appearances", $"claim {exported.Number}: it appears in no article.");
        var hashes = exported.Appearances.Select(a => a.Article).Distinct().ToList();
        var articles = await db.Articles.Where(a => hashes.Contains(a.TextHash)).ToDictionaryAsync(a => a.TextHash, cancel);
        if (hashes.Find(hash => !articles.ContainsKey(hash)) is { } missing)
        {
            return new Refusal(
                "article",
                $"claim {exported.Number}: the article that it appears in (text {missing[..12]}…) is neither in this export nor here."
            );
        }

        if (
            exported.Appearances.FirstOrDefault(a =>
                a.Start < 0 || a.End <= a.Start || a.End > articles[a.Article].Text.Length
            ) is
            { } outside
        )
        {
            return new Refusal(
                "appearances",
                $"claim {exported.Number}: {outside.Start}..{outside.End} lies outside its article."
            );
        }

        if (
            exported
                .Evidence.Select(e => WebAddress.Check(e.Url) ?? e.Snapshot?.Mistake())
                .FirstOrDefault(refusal => refusal is not null) is
            { } mistaken
        )
        {
            return mistaken with { Message = $"claim {exported.Number}: evidence: {mistaken.Message}" };
        }

        var claim = await FindAsync(exported, cancel);
        if (
            claim is not null
            && (
                claim.Stage is not (Stage.New or Stage.Triage)
                || claim.Verdicts.Count > 0
                || claim.Reviews.Count > 0
                || exported.Verdicts.Count == 0
            )
        )
        {
            return (claim, false);
        }

        var appearances = exported.Appearances.Select(a => new Appearance(articles[a.Article], a.Start, a.End)).ToList();
        if (claim is null)
        {
            claim = new Claim(
                exported.Wording,
                exported.Kind,
                exported.Score,
                exported.Details,
                appearances[0],
                exported.CreatedAt
            );
            claim.Appearances.AddRange(appearances.Skip(1));
            db.Claims.Add(claim);
        }

        Fill(claim, exported);
        return (claim, true);
    }

    // The same words at the same place of the same text.
    private async Task<Claim?> FindAsync(ExportedClaim exported, CancellationToken cancel)
    {
        var first = exported.Appearances[0];
        return await db
            .Claims.Include(c => c.Verdicts)
            .Include(c => c.Evidence)
            .Include(c => c.Reviews)
            .FirstOrDefaultAsync(
                c =>
                    c.Wording == exported.Wording
                    && c.Kind == exported.Kind
                    && c.Appearances.Any(a =>
                        a.Article.TextHash == first.Article && a.Start == first.Start && a.End == first.End
                    ),
                cancel
            );
    }

    private void Fill(Claim claim, ExportedClaim exported)
    {
        db.Entry(claim).CurrentValues.SetValues(exported);
        db.Entry(claim).Property(c => c.Stage).CurrentValue = ExportedClaim.AtRest(exported.Publication, exported.Stage);
        db.Entry(claim).Property(c => c.Listed).CurrentValue = exported.Publication != Publication.Unpublished;
        if (exported is { Suspensions: null, Publication: Publication.Retracted })
            Withhold(claim, exported);
        if (exported is { Publication: Publication.Published, LastPersonAt: null })
            CountFromIssue(claim, exported);
        var evidence = exported.Evidence.Select(e => Evidence(claim, e)).ToList();
        foreach (var exportedVerdict in exported.Verdicts)
        {
            var verdict = Blank<Verdict>(exportedVerdict);
            verdict.Evidence.AddRange(
                exportedVerdict.StandsOn.Where(at => at >= 0 && at < evidence.Count).Select(at => evidence[at])
            );
            db.Entry(verdict).Property(v => v.Imported).CurrentValue = true;
            verdict.Authors.AddRange(exportedVerdict.AuthorsOrOld().Select(Blank<VerdictAuthor>));
            verdict.Approvals.AddRange(exportedVerdict.Approvals.Select(Blank<Approval>));
            claim.Verdicts.Add(verdict);
        }

        claim.Suspensions.AddRange((exported.Suspensions ?? []).Select(Blank<Suspension>));
        claim.Corrections.AddRange(exported.Corrections.Select(Blank<Correction>));
        claim.Rechecks.AddRange(exported.Rechecks.Select(Blank<Recheck>));
        foreach (var look in exported.Looks ?? [])
            Restore(claim, look, evidence);
        foreach (var exportedFinding in exported.Findings ?? [])
        {
            var finding = Blank<Finding>(exportedFinding);
            claim.Findings.Add(finding);
            if (exportedFinding.At is { } at && at >= 0 && at < evidence.Count)
                db.Entry(finding).Reference(f => f.Evidence).CurrentValue = evidence[at];
        }

        foreach (var kept in exported.KeptPages ?? [])
            Restore(claim, kept, evidence);
        TakeDates(claim);
        if (exported.Findings is null)
            RaiseWhatWasOpen(claim, exported);
        else if (claim.IsInForce)
            DoubtWhatIsOpen(claim);
        if (claim.IsInForce)
        {
            claim.DoubtWhatIsBelowMinimum(db.Now);
            claim.DoubtWhatIsLost(db.Now);
        }

        claim.KeepDatesWithin(rechecks.For(claim.Kind), db.Now);
        if (claim.Publication == Publication.Suspended)
            db.AskToDecideSuspension(claim, db.Now + desk.SuspensionDecidedWithin, db.Now);
    }

    // When a verdict was issued, when one was first public, and how many were, is what the versions say.
    private void TakeDates(Claim claim)
    {
        var shown = claim.Verdicts.Where(v => v.PublishedAt is not null).OrderBy(v => v.Version).ToList();
        foreach (var (at, version) in shown.Index())
            db.Entry(version).Property(v => v.Number).CurrentValue = at + 1;
        db.Entry(claim).Property(c => c.VerdictNumber).CurrentValue = shown.Count == 0 ? null : shown.Count;
        if (shown.Count == 0)
            return;
        db.Entry(claim).Property(c => c.PublishedAt).CurrentValue = shown[0].PublishedAt;
        db.Entry(claim).Property(c => c.VerdictIssuedAt).CurrentValue = shown[^1].PublishedAt;
    }

    // Whatever the export says of doubt: findings that nobody settled are one, and doubt without any is said to be for no reason.
    private void DoubtWhatIsOpen(Claim claim)
    {
        if (claim.InDoubtSince is { } since && !claim.OpenFindings.Any())
            claim.Raise(FindingKind.Changed, null, "The export has this verdict in doubt and does not say why.", since);
        if (!claim.OpenFindings.Any())
            return;
        db.Entry(claim).Property(c => c.InDoubtSince).CurrentValue = claim.OpenFindings.First().FoundAt;
        db.Entry(claim).Property(c => c.LastFoundAt).CurrentValue = claim.Findings.Max(f => f.FoundAt);
    }

    // Exports from before retracted texts were withheld do not say that anybody lets them be read.
    private void Withhold(Claim claim, ExportedClaim exported)
    {
        db.Entry(claim).Property(c => c.WithheldThrough).CurrentValue = exported.VerdictVersion;
        db.Entry(claim).Property(c => c.WithheldBy).CurrentValue = exported.Corrections is [.., var last]
            ? last.ApprovedBy
            : null;
    }

    // Exports from before people were due by themselves: the last that is known of one is when the verdict was issued.
    private void CountFromIssue(Claim claim, ExportedClaim exported)
    {
        var (policy, row) = (rechecks.For(exported.Kind), db.Entry(claim));
        row.Property(c => c.LastPersonAt).CurrentValue = exported.VerdictIssuedAt;
        row.Property(c => c.PersonDueAt).CurrentValue = exported.VerdictIssuedAt + policy.PersonEvery;
        row.Property(c => c.PersonStaleAt).CurrentValue = exported.VerdictIssuedAt + policy.PersonEvery + policy.StaleAfter;
    }

    // What has no source any more to be about says nothing.
    private void Restore(Claim claim, ExportedLook exported, List<Evidence> evidence)
    {
        if (exported.At is not (>= 0 and var at) || at >= evidence.Count || evidence[at].Host is not { } host)
            return;
        var look = Blank<Look>(exported);
        db.Entry(look).Property(l => l.Host).CurrentValue = host;
        db.Entry(look).Property(l => l.DueAt).CurrentValue = exported.AskedAt;
        claim.Looks.Add(look);
        db.Entry(look).Reference(l => l.Evidence).CurrentValue = evidence[at];
    }

    private void Restore(Claim claim, ExportedKeptPage exported, List<Evidence> evidence)
    {
        if (
            exported.Source < 0
            || exported.Source >= evidence.Count
            || exported.After < 0
            || exported.After >= claim.Findings.Count
        )
        {
            return;
        }

        var kept = Blank<KeptPage>(exported);
        claim.KeptPages.Add(kept);
        var row = db.Entry(kept);
        row.Reference(k => k.Evidence).CurrentValue = evidence[exported.Source];
        row.Reference(k => k.Finding).CurrentValue = claim.Findings[exported.After];
        row.Reference(k => k.Former).CurrentValue = exported.Former?.ToSnapshot();
    }

    // Exports from before findings were kept say only what the last attempt met; where nothing verified the verdict since, that
    // is open.
    private static void RaiseWhatWasOpen(Claim claim, ExportedClaim exported)
    {
        if (
            exported.LastAttemptOutcome is not (RecheckOutcome.Changed or RecheckOutcome.Missing)
            || exported.LastAttemptAt is not { } at
            || exported.LastVerifiedAt >= at
        )
        {
            return;
        }

        var words =
            exported.Rechecks.LastOrDefault(r => r.Outcome == exported.LastAttemptOutcome)?.Finding
            ?? Words.Of(exported.LastAttemptOutcome.Value);
        claim.Raise(
            exported.LastAttemptOutcome == RecheckOutcome.Changed ? FindingKind.Changed : FindingKind.Missing,
            null,
            words,
            at
        );
    }

    private Evidence Evidence(Claim claim, ExportedEvidence exported)
    {
        var evidence = Blank<Evidence>(exported);
        db.Entry(evidence).Property(e => e.Host).CurrentValue = WebAddress.HostOf(exported.Url);
        db.Entry(evidence).Property(e => e.Origin).CurrentValue = SourceOrigin.Of(exported.Url);
        evidence.FindNature(exported.FoundNature ?? SourceNatures.OfAddress(exported.Url));
        if (exported.Snapshot is { } snapshot)
            evidence.Archive(snapshot.ToSnapshot());
        else if (exported is { Url: not null, WithdrawnAt: null })
            db.Entry(evidence).Property(e => e.ArchiveDueAt).CurrentValue = exported.AddedAt;
        claim.Evidence.Add(evidence);
        return evidence;
    }

    // Entities are made by EF's own door and filled by name.
    private T Blank<T>(object values)
        where T : class
    {
        var entity = (T)Activator.CreateInstance(typeof(T), nonPublic: true)!;
        db.Entry(entity).State = EntityState.Added;
        db.Entry(entity).CurrentValues.SetValues(values);
        return entity;
    }
}
