using ClaimTracker.Domain;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data.Verification;

/// <summary>
/// What is public is so by the rows beneath it: a claim shows as what its versions are, a version was approved by people of this
/// desk who did not make it, and doubt stands where a finding is open and nowhere else.
/// </summary>
internal static class VerdictCheck
{
    /// <summary>What is not so, each in a sentence.</summary>
    public static async IAsyncEnumerable<string> RunAsync(DeskDb db)
    {
        var hidden = db.Claims.Where(c =>
            c.Publication != Publication.Published
            && c.Publication != Publication.Suspended
            && c.Verdicts.Any(v => v.Status == VerdictStatus.Published)
        );
        await foreach (var claim in hidden.OrderBy(c => c.Id).Select(c => new { c.Id, c.Publication }).AsAsyncEnumerable())
        {
            yield return $"claim {claim.Id}: it is shown as {claim.Publication.ToString().ToLowerInvariant()}, and a version of its verdict is public.";
        }

        var published = db.Claims.Where(Claim.InForce);
        await foreach (
            var id in published
                .Where(c => c.InDoubtSince == null && c.Findings.Any(f => f.SettledAt == null))
                .OrderBy(c => c.Id)
                .Select(c => c.Id)
                .AsAsyncEnumerable()
        )
        {
            yield return $"claim {id}: a finding against its verdict is open, and it is not in doubt.";
        }

        await foreach (
            var id in published
                .Where(c => c.InDoubtSince != null && c.Findings.All(f => f.SettledAt != null))
                .OrderBy(c => c.Id)
                .Select(c => c.Id)
                .AsAsyncEnumerable()
        )
        {
            yield return $"claim {id}: it is in doubt, and no finding is open.";
        }

        var dated =
            from claim in published
            from version in claim.Verdicts
            where
                version.Status == VerdictStatus.Published
                && !version.Imported
                && (
                    claim.VerdictIssuedAt != version.PublishedAt
                    || claim.PublishedAt
                        != claim.Verdicts.Where(v => v.PublishedAt != null && !v.Imported).Min(v => v.PublishedAt)
                )
            orderby claim.Id
            select new { claim.Id, HasImported = claim.Verdicts.Any(v => v.Imported) };
        await foreach (var claim in dated.AsAsyncEnumerable())
        {
            if (!claim.HasImported)
                yield return $"claim {claim.Id}: it shows other dates of its verdict than its versions were published on.";
        }

        var versions = db
            .Verdicts.AsNoTracking()
            .Where(v => v.Status == VerdictStatus.Published && !v.Imported)
            .OrderBy(v => v.Id);
        await foreach (
            var version in versions
                .Select(v => new
                {
                    v.ClaimId,
                    v.Version,
                    v.ProposedBy,
                    v.RequiredApprovals,
                    Authors = v.Authors.Select(a => a.Name).ToList(),
                    Approvers = v.Approvals.Where(a => a.VoidedAt == null).Select(a => a.By).ToList(),
                    Unknown = v
                        .Approvals.Where(a => a.VoidedAt == null && !db.Users.Any(p => p.UserName == a.By))
                        .Select(a => a.By)
                        .ToList(),
                })
                .AsAsyncEnumerable()
        )
        {
            foreach (var nobody in version.Unknown)
                yield return $"claim {version.ClaimId}: version {version.Version} is public with the approval of {nobody}, who has no account here.";
            foreach (var author in version.Approvers.Where(by => PersonName.Among([version.ProposedBy, .. version.Authors], by)))
                yield return $"claim {version.ClaimId}: version {version.Version} is public with the approval of {author}, its author.";
            if (version.Approvers.Distinct(PersonName.Comparer).Count() < version.RequiredApprovals)
                yield return $"claim {version.ClaimId}: version {version.Version} is public with fewer approvals than the {version.RequiredApprovals} that it was held to.";
        }
    }
}
