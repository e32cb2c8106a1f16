using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>That a review is on hold: since when, by whom and why, as its audit tells.</summary>
/// <param name="By">Who put it on hold.</param>
/// <param name="At">When.</param>
/// <param name="Why">The reason; null where none was given.</param>
public sealed record HeldReview(string By, DateTime At, string? Why)
{
    private const string Action = "hold review";
    private const string Hidden = $"the reason is not shown {Blindness.While}";

    /// <summary>What the audit calls it.</summary>
    internal static string ActionOf(string? why) => string.IsNullOrWhiteSpace(why) ? Action : $"{Action}: {why.Trim()}";

    /// <summary>
    /// Who put the claim's review on hold last; null where nobody has, as far as the audit tells. A reason may say what others
    /// decided: whoever could still rate blind is told only that there is one.
    /// </summary>
    internal static async Task<HeldReview?> FindAsync(DeskDb db, long claimId, bool blind, CancellationToken cancel)
    {
        var subject = $"claim/{claimId}";
        var entry = await db
            .AuditEntries.AsNoTracking()
            .Where(e => e.Subject == subject && e.Action.StartsWith(Action))
            .OrderByDescending(e => e.Sequence)
            .FirstOrDefaultAsync(cancel);
        return entry is null
            ? null
            : new HeldReview(
                entry.Who,
                entry.At,
                entry.Action.Length <= Action.Length ? null
                    : blind ? Hidden
                    : entry.Action[(Action.Length + 2)..]
            );
    }
}

/// <summary>Tells those whose work stands still.</summary>
internal static class HoldNotices
{
    /// <summary>Tells whoever holds a task of the review, or has one kept, who put it on hold and why.</summary>
    public static void TellOfHold(this DeskDb db, Review review, string by, string? why, DateTime now)
    {
        var reason = string.IsNullOrWhiteSpace(why) ? ", without a reason" : $": {PlainText.Shorten(why.Trim(), 300)}";
        foreach (var task in review.Tasks.Where(t => t.Status == ReviewTaskStatus.Open))
        {
            if ((task.HolderAt(now) ?? task.KeptForAt(now)) is not { } person || PersonName.Same(person, by))
                continue;
            db.Notices.Add(
                new Notice(
                    Notice.ToPerson(person),
                    $"{by} put the review of “{review.Claim.Wording}” on hold{reason}. Your task “{task.Title}” waits until an administrator lets it go on.",
                    review.ClaimId,
                    now
                )
            );
        }
    }
}
