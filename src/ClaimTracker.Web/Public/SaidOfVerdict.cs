using ClaimTracker.Domain;

namespace ClaimTracker.Web.Public;

/// <summary>
/// What is said of a public verdict where nothing else of the claim stands beside it: while it is in doubt, its rating is not
/// given out without a word of that.
/// </summary>
internal static class SaidOfVerdict
{
    /// <summary>A rating's label, marked where the claim is in doubt since <paramref name="doubt"/>.</summary>
    public static string Label(string rating, DateTime? doubt) =>
        (Ratings.Find(rating)?.Label ?? rating) + (doubt is null ? "" : " (in doubt)");

    /// <summary>A sentence on the doubt; null where there is none.</summary>
    public static string? Doubt(DateTime? doubt) =>
        doubt is { } since
            ? $"In doubt since {MomentText.Day(since)}: a check found something against this verdict, or could not confirm it, and the desk has not settled that."
            : null;

    /// <summary>A rating's label with how its version stands now.</summary>
    public static string Label(string rating, VersionStanding standing) =>
        Label(rating, (DateTime?)null) + (standing.Mark is { } mark ? $" ({mark})" : "");

    /// <summary>
    /// How a version of a claim that is or was public stands now; versions are named by their public numbers.
    /// </summary>
    public static VersionStanding Of(int? version, Claim claim) =>
        claim.Publication == Publication.Suspended
            ? new VersionStanding(
                "suspended",
                "The desk has suspended its verdict on this claim; what it says is withheld meanwhile."
            )
        : claim.Publication != Publication.Published
            ? new VersionStanding(
                "no longer stands",
                "The verdict of this claim was withdrawn, so that this version no longer stands."
            )
        : version == claim.VerdictVersion
            ? new VersionStanding(claim.InDoubtSince is null ? null : "in doubt", Doubt(claim.InDoubtSince))
        : new VersionStanding(
            "superseded",
            $"Superseded: version {claim.VerdictNumber} is public in its place{(claim.InDoubtSince is { } since ? $", and in doubt since {MomentText.Day(since)}" : "")}."
        );

    /// <summary>How a suspension ended.</summary>
    public static string End(SuspensionEnd how) =>
        how switch
        {
            SuspensionEnd.Restored => "its texts can be read again",
            SuspensionEnd.Retracted => "the verdict was retracted",
            SuspensionEnd.NewVersion => "a new version took its place",
            _ => throw new ArgumentOutOfRangeException(nameof(how), how, null),
        };

    /// <summary>Since when a claim's public verdict is in doubt; null where it is not.</summary>
    public static DateTime? DoubtOf(Claim claim) => claim.Publication == Publication.Published ? claim.InDoubtSince : null;
}

/// <summary>How a version that is or was public stands now; nothing is said of one that is public and not in doubt.</summary>
/// <param name="Mark">A word behind its rating; or null.</param>
/// <param name="Words">A sentence; or null.</param>
internal sealed record VersionStanding(string? Mark, string? Words);
