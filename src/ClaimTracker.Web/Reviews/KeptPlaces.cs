using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Sources.Blocks;

namespace ClaimTracker.Web.Reviews;

/// <summary>
/// Where quotes stand on the pages that have just taken the place of kept ones: that is what looks are compared with.
/// </summary>
internal static class KeptPlaces
{
    /// <summary>Looks for them; what was confirmed on the page before and is not on this one has to be confirmed anew.</summary>
    public static async Task NoteKeptPlacesAsync(this DeskDb db, Claim claim, DateTime now, CancellationToken cancel)
    {
        foreach (var evidence in claim.KeptPages.Select(kept => kept.Evidence))
        {
            var page = await db.Snapshots.FindAsync([evidence.SnapshotId], cancel);
            if (QuotePlaces.On(page!, evidence.Quote, now).Value is { } places)
                evidence.NotePlaces(places);
        }
    }
}
