using ClaimTracker.Domain;
using ClaimTracker.Web.Wording;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace ClaimTracker.Web.Pages;

/// <summary>
/// The four things that are kept apart, each in a shape of its own. A reader who hears the page gets the name before the value.
/// </summary>
public static class Badges
{
    /// <summary>Where a claim is in review.</summary>
    public static IHtmlContent Stage(Stage stage) => Badge("stage", "Stage: ", Words.Of(stage));

    /// <summary>
    /// What we say of a claim; <paramref name="rating"/> is an id out of the scale, or null for no verdict yet.
    /// </summary>
    public static IHtmlContent Verdict(string? rating, bool large = false)
    {
        var look = rating is null ? "verdict none" : $"verdict rating-{rating}";
        return Badge(large ? look + " large" : look, "Verdict: ", rating is null ? "No verdict yet" : Words.OfRating(rating));
    }

    /// <summary>Whether it is public.</summary>
    public static IHtmlContent Publication(Publication publication) =>
        Badge($"publication is-{Lower(publication)}", "Publication: ", Words.Of(publication));

    /// <summary>How fresh it is.</summary>
    public static IHtmlContent Freshness(Freshness freshness) =>
        Badge($"freshness is-{Lower(freshness)}", "Freshness: ", Words.Of(freshness));

    /// <summary>
    /// What stands beside a claim's freshness: that it is in doubt, and that a re-check is under way. Empty where neither is so.
    /// </summary>
    public static IHtmlContent Marks(Claim claim)
    {
        var marks = new HtmlContentBuilder();
        if (claim.IsInForce && claim.InDoubtSince is not null)
            marks.AppendHtml(InDoubt()).Append(" ");
        if (claim.UnderRecheck)
            marks.AppendHtml(UnderRecheck());
        return marks;
    }

    /// <summary>A re-check is under way: the verdict stands and is being looked at.</summary>
    public static IHtmlContent UnderRecheck() => Badge("freshness is-recheck", "", "Under re-check");

    /// <summary>Something was found that speaks against the verdict, and nobody has settled it.</summary>
    public static IHtmlContent InDoubt() => Badge("freshness is-doubt", "", "In doubt");

    /// <summary>The kind of a claim.</summary>
    public static IHtmlContent Kind(string kind) => Badge("kind", "Kind: ", Words.OfId(kind));

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static TagBuilder Badge(string look, string name, string value)
    {
        var badge = new TagBuilder("span");
        badge.AddCssClass("badge " + look);
        if (name.Length > 0)
        {
            var spoken = new TagBuilder("span");
            spoken.AddCssClass("visually-hidden");
            spoken.InnerHtml.Append(name);
            badge.InnerHtml.AppendHtml(spoken);
        }

        badge.InnerHtml.Append(value);
        return badge;
    }
}
