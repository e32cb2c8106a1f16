using System.Globalization;
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
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"In doubt since {since:d MMMM yyyy}: a check found something against this verdict, or could not confirm it, and the desk has not settled that."
            )
            : null;

    /// <summary>Since when a claim's public verdict is in doubt; null where it is not.</summary>
    public static DateTime? DoubtOf(Claim claim) => claim.Publication == Publication.Published ? claim.InDoubtSince : null;
}
