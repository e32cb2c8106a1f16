using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Data;

/// <summary>Claims that hold the words of a search.</summary>
/// <param name="Ids">The newest first.</param>
/// <param name="Older">The search goes on among claims before this one; null where all were searched.</param>
public sealed record ClaimsWithWords(List<long> Ids, long? Older);

/// <summary>
/// Finds claims by words among so many at a time, so that a search costs the same however many claims there are.
/// </summary>
internal static class ClaimSearch
{
    /// <summary>How many claims a search looks through: two common words that never meet cost their whole lists.</summary>
    public const int Span = 100_000;

    // A search ends at a round number behind the newest claim, so that its text stays the same while claims come in.
    private const int Step = 10_000;

    /// <summary>
    /// The newest claims that hold all the words, of those before <paramref name="before"/>, at most <paramref name="atMost"/>.
    /// </summary>
    public static async Task<ClaimsWithWords> FindNewestClaimsAsync(
        this DeskDb db,
        string words,
        long? before,
        int atMost,
        CancellationToken cancel
    )
    {
        if (!SearchWords.HasAny(words))
            return new ClaimsWithWords([], null);
        var newest = await db.Claims.MaxAsync(c => (long?)c.Id, cancel) ?? 0;
        var end = Math.Min(before ?? long.MaxValue, (newest / Step + 1) * Step);
        var from = Math.Max(1, end - Span);
        var ids = await db.SearchNewestClaims(words, from, end, atMost).ToListAsync(cancel);
        return new ClaimsWithWords(
            ids,
            ids.Count == atMost ? ids[^1]
                : from > 1 ? from
                : null
        );
    }
}
