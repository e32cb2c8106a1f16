using ClaimTracker.Domain;
using ClaimTracker.Web.Data;
using ClaimTracker.Web.Public;
using ClaimTracker.Web.Reviews;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace ClaimTracker.Web.Pages.Claims;

[AllowAnonymous]
[OutputCache(PolicyName = PublicCache.Policy)]
public sealed class ClaimModel(DeskDb db, DeskSettings desk, TimeProvider time) : PageModel
{
    private const int AppearancesAtOnce = 20;

    public ClaimFile Shown { get; private set; } = null!;

    public Claim Claim => Shown.Claim;

    /// <summary>What is said in place of a claim that cannot be shown; null where it can.</summary>
    public string? Odd { get; private set; }

    public IReadOnlyList<AppearanceInContext> Appearances { get; private set; } = [];

    /// <summary>Where the next appearances begin, or null.</summary>
    public long? MoreAppearances { get; private set; }

    /// <summary>The published verdict as ClaimReview, or null.</summary>
    public string? ClaimReview { get; private set; }

    /// <summary>What happened to the claim in public, newest first.</summary>
    public IReadOnlyList<PublicEntry> History { get; private set; } = [];

    /// <summary>
    /// What became of the verdict that this claim is linked to since the link was made; null where nothing did.
    /// </summary>
    public Correction? TargetChanged { get; private set; }

    /// <summary>The first place where it was found, in claims linked to it and folded into it as well.</summary>
    public (string Outlet, DateTime At) First { get; private set; }

    public bool OnDesk => User.IsOnDesk();

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    public string DeskName => desk.Name;

    public string Canonical => ClaimReviewJson.UrlOf(Claim.Id, desk);

    /// <summary>What link previews and search results say.</summary>
    public string Summary =>
        Shown.Published is { } verdict
            ? $"{SaidOfVerdict.Label(verdict.Rating, SaidOfVerdict.DoubtOf(Claim))}. {Shorten(verdict.Rationale)}"
        : Claim.Publication == Publication.Suspended ? "We have suspended our verdict on this claim."
        : Claim.Publication == Publication.Retracted ? "We have withdrawn our verdict on this claim."
        : "A review of this claim is under way; no verdict is published yet.";

    public async Task<IActionResult> OnGetAsync(long id, long? before, CancellationToken cancel)
    {
        if (await ClaimFile.FindAsync(db, id, desk.ShowClaimsUnderReview, cancel) is not { } found)
            return await RepeatedAsync(id, cancel) is { } other ? Redirect($"/claims/{other}") : NotFound();
        PublicCache.TagClaim(HttpContext, id);
        if (found is not { Value: { } file })
            return NotShown(found.Refusal!);
        try
        {
            await ReadAsync(file, id, before, cancel);
        }
        catch (Exception failure) when (SoundReading.IsOfRow(failure))
        {
            return NotShown(ClaimFile.Odd);
        }

        return Page();
    }

    private PageResult NotShown(Refusal why)
    {
        Odd = why.Message;
        return Page();
    }

    private async Task ReadAsync(ClaimFile file, long id, long? before, CancellationToken cancel)
    {
        Shown = file;
        Appearances = await AppearanceInContext.OfAsync(db, id, before, AppearancesAtOnce, cancel);
        if (Appearances.Count > AppearancesAtOnce)
        {
            Appearances = [.. Appearances.Take(AppearancesAtOnce)];
            MoreAppearances = Appearances[^1].Id;
        }

        First = await AppearanceInContext.EarliestAsync(db, id, cancel) ?? (Claim.Outlet, Claim.CreatedAt);
        History = PublicEntry.Of(file);
        if (Claim.LinkedTo is { Publication: not Publication.Suspended })
            TargetChanged = await db.ChangeOfTargetAsync(Claim, cancel);
        if (file.Published is { } verdict)
            ClaimReview = ClaimReviewJson.Of(Claim, verdict, file.Corrections, Appearances, desk).ToJsonString();
    }

    // A claim that only repeats another one, or is one with it, has no page of its own. A fold may lead to a claim that was
    // linked since.
    private async Task<long?> RepeatedAsync(long id, CancellationToken cancel)
    {
        long? at = id;
        for (var hop = 0; hop < 2 && at is not null; hop++)
        {
            at = await db.Claims.Where(c => c.Id == at).Select(c => c.LinkedToId ?? c.FoldedIntoId).FirstOrDefaultAsync(cancel);
            if (await db.Claims.Where(Claim.SeenByReaders(desk.ShowClaimsUnderReview)).AnyAsync(c => c.Id == at, cancel))
            {
                return at;
            }
        }

        return null;
    }

    private static string Shorten(string text)
    {
        const int Longest = 200;
        if (text.Length <= Longest)
            return text;
        var blank = text.LastIndexOf(' ', Longest);
        return blank > 0 ? text[..blank] + " …" : PlainText.Shorten(text, Longest);
    }
}
