using System.Globalization;
using System.Text.Json.Nodes;
using ClaimTracker.Domain;
using ClaimTracker.Web.Settings;

namespace ClaimTracker.Web.Public;

/// <summary>A published verdict as schema.org's ClaimReview, which fact-check explorers read.</summary>
public static class ClaimReviewJson
{
    private const int MostAppearances = 20;

    /// <summary>
    /// The review of <paramref name="claim"/> by its public <paramref name="verdict"/>. Appearances come newest first.
    /// </summary>
    public static JsonObject Of(
        Claim claim,
        Verdict verdict,
        IReadOnlyList<Correction> corrections,
        IReadOnlyList<AppearanceInContext> appearances,
        DeskSettings desk
    )
    {
        var review = Bare(claim, verdict, desk);
        review.Insert(0, "@context", "https://schema.org");

        // That we were wrong is a correction; that the world moved, or only writing changed, is none.
        var wrong = corrections.Where(c => c.Kind == CorrectionKind.Corrected).OrderBy(c => c.At).ToList();
        if (wrong.Count > 0)
            review["correction"] = new JsonArray([.. wrong.Select(c => (JsonNode)Comment(c, claim))]);
        var item = (JsonObject)review["itemReviewed"]!;
        if (appearances.Count > 0)
        {
            item["appearance"] = new JsonArray([.. appearances.Take(MostAppearances).Select(a => (JsonNode)Work(a))]);
            var first = appearances.MinBy(a => (a.PublishedOn ?? DateOnly.MaxValue, a.Id))!;
            item["firstAppearance"] = Work(first);
            if (first.PublishedOn is { } day)
                item["datePublished"] = Day(day);
        }

        return review;
    }

    /// <summary>The same without context and appearances, as an element of a list.</summary>
    public static JsonObject Bare(Claim claim, Verdict verdict, DeskSettings desk) =>
        new()
        {
            ["@type"] = "ClaimReview",
            ["url"] = UrlOf(claim.Id, desk),
            ["claimReviewed"] = claim.Wording,
            ["datePublished"] = Day(DateOnly.FromDateTime(claim.PublishedAt ?? verdict.ProposedAt)),
            ["dateModified"] = Day(DateOnly.FromDateTime(verdict.PublishedAt ?? verdict.ProposedAt)),
            ["author"] = new JsonObject
            {
                ["@type"] = "Organization",
                ["name"] = desk.Name,
                ["url"] = desk.PublicUrl.ToString(),
            },
            ["expires"] = claim.ExpiredOrExpires?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["reviewRating"] = Rating(verdict.Rating, SaidOfVerdict.DoubtOf(claim)),
            ["itemReviewed"] = new JsonObject
            {
                ["@type"] = "Claim",
                ["author"] = claim.Details.AttributedTo is { } speaker
                    ? Speaker(speaker)
                    : new JsonObject { ["@type"] = "Organization", ["name"] = claim.Outlet },
            },
        };

    private static JsonObject Comment(Correction correction, Claim claim) =>
        new()
        {
            ["@type"] = "CorrectionComment",
            ["datePublished"] = Day(DateOnly.FromDateTime(correction.At)),
            ["text"] = correction.IsWithheldBy(claim) ? "Why is withheld with the text of the version before." : correction.Why,
        };

    // Whether a speaker is a person, a body or some people whom nobody named, the words do not tell: no type is given.
    private static JsonObject Speaker(string name) => new() { ["name"] = name };

    /// <summary>The public address of a claim.</summary>
    public static string UrlOf(long claimId, DeskSettings desk) =>
        desk.AddressOf(string.Create(CultureInfo.InvariantCulture, $"/claims/{claimId}")).ToString();

    // A number cannot say that it is in doubt, so it is left out then.
    private static JsonObject Rating(string id, DateTime? doubt)
    {
        var label = SaidOfVerdict.Label(id, doubt);
        var rating = new JsonObject
        {
            ["@type"] = "Rating",
            ["alternateName"] = label,
            ["name"] = label,
        };
        if (SaidOfVerdict.Doubt(doubt) is { } words)
        {
            rating["ratingExplanation"] = words;
        }
        else if (Ratings.Find(id)?.Value is { } value)
        {
            rating["ratingValue"] = value;
            rating["bestRating"] = Ratings.All.Max(r => r.Value);
            rating["worstRating"] = Ratings.All.Min(r => r.Value);
        }

        return rating;
    }

    private static JsonObject Work(AppearanceInContext appearance)
    {
        var work = new JsonObject
        {
            ["@type"] = "CreativeWork",
            ["headline"] = appearance.Title,
            ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = appearance.Outlet },
        };

        // The publisher's own address or none: the page here is not the work.
        if (WebAddress.Link(appearance.Url)?.AbsoluteUri is { } url)
            work["url"] = url;
        if (appearance.PublishedOn is { } day)
            work["datePublished"] = Day(day);
        return work;
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
