using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>Claims that lead to another one's verdict, when that verdict changes.</summary>
internal static class LinkedClaims
{
    /// <summary>
    /// Tells the desk, in the transaction of the change, that claims are linked to what was rated otherwise, taken off or given
    /// back. Call it before the change is saved.
    /// </summary>
    /// <param name="db">The desk.</param>
    /// <param name="claim">The claim whose verdict changes.</param>
    /// <param name="before">How it stood before the change.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task TellOfChangeAsync(
        this DeskDb db,
        Claim claim,
        PublicStanding before,
        DateTime now,
        CancellationToken cancel
    )
    {
        if (Change(before, PublicStanding.Of(claim)) is not { } what)
            return;
        var linked = await db.Claims.CountAsync(c => c.LinkedToId == claim.Id, cancel);
        if (linked == 0)
            return;
        var message =
            $"The verdict of “{claim.Wording}” {what}, and {(linked == 1 ? "one claim is" : $"{linked} claims are")} linked to it. See on its page whether {(linked == 1 ? "that one still says" : "they still say")} the same.";
        db.Notices.Add(new Notice(Roles.FactChecker, message, claim.Id, now));
        db.Notices.Add(new Notice(Roles.Editor, message, claim.Id, now));
    }

    private static string? Change(PublicStanding before, PublicStanding after) =>
        before == after || before.Publication is Publication.Unpublished or Publication.Retracted ? null
        : after.Publication == Publication.Retracted ? "was retracted"
        : after.Publication == Publication.Suspended
            ? before.Publication == Publication.Suspended ? null
                : "was suspended"
        : after.Rating == before.Rating ? "is public again"
        : $"is now {LabelOf(after)} and no longer {LabelOf(before)}";

    private static string LabelOf(PublicStanding standing) => Ratings.Find(standing.Rating)?.Label ?? standing.Rating ?? "rated";

    /// <summary>
    /// The latest change of rating, or retraction, that the claim which this one is linked to has had since the link was made.
    /// </summary>
    public static async Task<Correction?> ChangeOfTargetAsync(this DeskDb db, Claim claim, CancellationToken cancel)
    {
        if (claim.LinkedToId is not { } target)
            return null;
        var since = claim.StageSince;
        return await db
            .Corrections.AsNoTracking()
            .Where(c => c.ClaimId == target && c.At > since && c.ToRating != c.FromRating)
            .OrderByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancel);
    }
}

/// <summary>How a claim's verdict stands for its readers.</summary>
/// <param name="Publication">Whether it is public.</param>
/// <param name="Rating">What it is rated; of a verdict that was retracted, what it was.</param>
internal sealed record PublicStanding(Publication Publication, string? Rating)
{
    public static PublicStanding Of(Claim claim) => new(claim.Publication, claim.Rating);
}
