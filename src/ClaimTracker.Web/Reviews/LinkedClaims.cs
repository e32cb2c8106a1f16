using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Reviews;

/// <summary>Claims that lead to another one's verdict, when that verdict changes.</summary>
internal static class LinkedClaims
{
    /// <summary>
    /// Tells the desk, in the transaction of the change, that claims are linked to what was rated otherwise or withdrawn. Call it
    /// before the change is saved.
    /// </summary>
    /// <param name="db">The desk.</param>
    /// <param name="claim">The claim whose verdict changes.</param>
    /// <param name="before">Its public rating before; null where none was.</param>
    /// <param name="now">The instant.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task TellOfChangeAsync(
        this DeskDb db,
        Claim claim,
        string? before,
        DateTime now,
        CancellationToken cancel
    )
    {
        var after = claim.Publication == Publication.Published ? claim.Rating : null;
        if (before is null || before == after)
            return;
        var linked = await db.Claims.CountAsync(c => c.LinkedToId == claim.Id, cancel);
        if (linked == 0)
            return;
        var what = after is null
            ? "was retracted"
            : $"is now {Ratings.Find(after)?.Label ?? after} and no longer {Ratings.Find(before)?.Label ?? before}";
        var message =
            $"The verdict of “{claim.Wording}” {what}, and {(linked == 1 ? "one claim is" : $"{linked} claims are")} linked to it. See on its page whether {(linked == 1 ? "that one still says" : "they still say")} the same.";
        db.Notices.Add(new Notice(Roles.FactChecker, message, claim.Id, now));
        db.Notices.Add(new Notice(Roles.Editor, message, claim.Id, now));
    }

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
