using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Work;

/// <summary>What a source says now, as new evidence beside what it said: all of it but the passage is as it was.</summary>
public sealed class NewPassage(DeskDb db)
{
    private const int LongestQuote = 10_000;

    /// <summary>
    /// The form of new evidence, filled from what a look found. Refused: <c>unknown-finding</c>, <c>passage</c>.
    /// </summary>
    /// <param name="claimId">Of which claim.</param>
    /// <param name="findingId">What the look found.</param>
    /// <param name="passage">The passage as whoever adds it read it.</param>
    /// <param name="stance">What it says to the claim.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result<EvidenceInput>> OfAsync(
        long claimId,
        long findingId,
        string passage,
        Stance stance,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrWhiteSpace(passage) || passage.Length > LongestQuote)
        {
            return new Refusal(
                "passage",
                $"Quote the passage word for word, in 1 to {LongestQuote:N0} characters; re-checks look for it."
            );
        }

        if (
            await db
                .Findings.Where(f => f.Id == findingId && f.ClaimId == claimId)
                .Select(f => f.Evidence)
                .FirstOrDefaultAsync(cancel)
            is not { } source
        )
        {
            return new Refusal(
                "unknown-finding",
                "This claim has no such finding at a source; add the evidence by the form under “Evidence”."
            );
        }

        return new EvidenceInput
        {
            Source = source.Source,
            Address = source.Url,
            Quote = passage.Trim(),
            Stance = stance,
            Group = source.Group,
            QuotesUs = source.QuotesUs,
            Watched = source.Watched,
        };
    }
}
