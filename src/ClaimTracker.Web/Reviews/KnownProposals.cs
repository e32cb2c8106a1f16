using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Workflows.Definitions;
using ClaimTracker.Workflows.Expressions;
using ClaimTracker.Workflows.Runner;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>A proposal that was never published, and no version since: what whoever rates blind must not know.</summary>
/// <param name="ClaimId">Its claim.</param>
/// <param name="ReviewId">The review that it was proposed in; null where that is not known.</param>
/// <param name="VersionId">The definition that it was proposed by; null where that is not known.</param>
/// <param name="Authors">Who wrote it.</param>
internal sealed record UnpublishedProposal(long ClaimId, long? ReviewId, string? VersionId, IReadOnlyList<string> Authors);

/// <summary>
/// Who knows what is proposed for a claim and not public: who wrote it, and whom the audit tells it was shown to.
/// </summary>
internal static class KnownProposals
{
    /// <summary>What the audit calls it that somebody was shown what is proposed.</summary>
    public const string Shown = "see what is proposed";

    /// <summary>The proposals of some claims that no reader has read.</summary>
    public static Task<List<UnpublishedProposal>> UnpublishedAsync(
        this DeskDb db,
        IReadOnlyCollection<long> claimIds,
        CancellationToken cancel
    ) =>
        db
            .Verdicts.Where(v =>
                claimIds.Contains(v.ClaimId)
                && (v.Status == VerdictStatus.Proposed || v.Status == VerdictStatus.Rejected)
                && !db.Verdicts.Any(later => later.ClaimId == v.ClaimId && later.Id > v.Id && later.PublishedAt != null)
            )
            .Select(v => new UnpublishedProposal(
                v.ClaimId,
                v.ReviewId,
                db.Reviews.Where(r => r.Id == v.ReviewId).Select(r => r.VersionId).FirstOrDefault(),
                v.Authors.Select(a => a.Name).ToList()
            ))
            .ToListAsync(cancel);

    /// <summary>Who knows what is proposed for some claims, by claim; nobody of one for which nothing is.</summary>
    public static async Task<ILookup<long, string>> KnowingAsync(
        this DeskDb db,
        IReadOnlyCollection<UnpublishedProposal> proposals,
        CancellationToken cancel
    )
    {
        var ids = proposals.Select(p => p.ClaimId).Distinct().ToList();
        var subjects = ids.ConvertAll(id => $"claim/{id}");
        var shown =
            ids.Count == 0
                ? []
                : await db
                    .AuditEntries.Where(e => subjects.Contains(e.Subject) && e.Action == Shown)
                    .Select(e => new
                    {
                        e.Subject,
                        e.Who,
                        e.At,
                    })
                    .ToListAsync(cancel);

        // What was published since is no secret, and what was proposed since nobody was shown by that.
        var published =
            shown.Count == 0
                ? []
                : await db
                    .Verdicts.Where(v => ids.Contains(v.ClaimId) && v.PublishedAt != null)
                    .GroupBy(v => v.ClaimId)
                    .Select(versions => new { ClaimId = versions.Key, At = versions.Max(v => v.PublishedAt) })
                    .ToDictionaryAsync(last => $"claim/{last.ClaimId}", last => last.At, cancel);
        var readers = shown
            .Where(e => !(published.GetValueOrDefault(e.Subject) >= e.At))
            .Select(e => (ClaimId: long.Parse(e.Subject["claim/".Length..], null), Name: e.Who));
        var authors = proposals.SelectMany(p => p.Authors.Select(name => (p.ClaimId, Name: name)));
        return authors.Concat(readers).Distinct().ToLookup(one => one.ClaimId, one => one.Name);
    }

    /// <summary>The facts, with who knows, where the definition asks anybody to rate without knowing.</summary>
    public static async Task<ReviewFacts> WithKnowingAsync(
        this DeskDb db,
        ReviewFacts facts,
        CompiledDefinition definition,
        CancellationToken cancel
    )
    {
        if (!ReviewRunner.AsksBlind(definition))
            return facts;
        var knowing = await db.KnowingAsync(await db.UnpublishedAsync([facts.ClaimId], cancel), cancel);
        return facts with { Knowing = [.. knowing[facts.ClaimId]] };
    }
}
