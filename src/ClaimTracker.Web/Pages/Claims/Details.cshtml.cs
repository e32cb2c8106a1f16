using ClaimTracker.Domain;
using ClaimTracker.Web.Api;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Claims;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class DetailsModel(DeskDb db, DeskSettings desk, TimeProvider time) : PageModel
{
    private const int AppearancesAtOnce = 20;

    public ClaimFile Shown { get; private set; } = null!;

    public Claim Claim => Shown.Claim;

    public IReadOnlyList<AppearanceInContext> Appearances { get; private set; } = [];

    /// <summary>Where the next appearances begin, or null.</summary>
    public long? MoreAppearances { get; private set; }

    /// <summary>The published verdict as ClaimReview, or null.</summary>
    public string? ClaimReview { get; private set; }

    /// <summary>What happened to the claim in public, newest first.</summary>
    public IReadOnlyList<HistoryEntry> History { get; private set; } = [];

    public bool OnDesk => User.IsInRole(Roles.FactChecker) || User.IsInRole(Roles.Editor);

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    public string DeskName => desk.Name;

    public string Canonical => ClaimReviewJson.UrlOf(Claim.Id, desk);

    /// <summary>What link previews and search results say.</summary>
    public string Summary => Shown.Published is { } verdict
        ? $"{Words.OfRating(verdict.Rating)}. {Shorten(verdict.Rationale)}"
        : Claim.Publication == Publication.Retracted ? "We have withdrawn our verdict on this claim." : "A review of this claim is under way; no verdict is published yet.";

    public async Task<IActionResult> OnGetAsync(long id, long? before, CancellationToken cancel)
    {
        if (await ClaimFile.FindAsync(db, id, desk.ShowClaimsUnderReview, cancel) is not { } file)
            return await RepeatedAsync(id, cancel) is { } other ? Redirect($"/claims/{other}") : NotFound();
        PublicCache.TagClaim(HttpContext, id);
        Shown = file;
        Appearances = await AppearanceInContext.OfAsync(db, id, before, AppearancesAtOnce, cancel);
        if (Appearances.Count > AppearancesAtOnce)
        {
            Appearances = [.. Appearances.Take(AppearancesAtOnce)];
            MoreAppearances = Appearances[^1].Id;
        }

        History = HistoryEntry.Of(file);
        if (file.Published is { } verdict)
            ClaimReview = ClaimReviewJson.Of(Claim, verdict, Appearances, desk).ToJsonString();
        return Page();
    }

    // A claim that only repeats a checked one has no page of its own.
    private Task<long?> RepeatedAsync(long id, CancellationToken cancel) => db.Claims
        .Where(c => c.Id == id && c.LinkedTo != null && c.LinkedTo.Listed && (desk.ShowClaimsUnderReview || c.LinkedTo.PublishedAt != null))
        .Select(c => c.LinkedToId).FirstOrDefaultAsync(cancel);

    private static string Shorten(string text)
    {
        const int Longest = 200;
        if (text.Length <= Longest)
            return text;
        var blank = text.LastIndexOf(' ', Longest);
        return blank > 0 ? text[..blank] + " …" : PlainText.Shorten(text, Longest);
    }
}
