using ClaimTracker.Domain;
using ClaimTracker.Web.Pages.Desk.Claims;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Rechecks;

// One site: what is known of it, what waits there, and what people may do with it.
[Authorize(Policy = Policies.DeskReader)]
public sealed class SiteModel(SiteQuery sites, SiteDesk desk, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Host { get; set; } = "";

    /// <summary>Why nothing is to be asked of it, as typed.</summary>
    [BindProperty]
    public string? Because { get; set; }

    public SiteFile Found { get; private set; } = null!;

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    public IReadOnlyList<HistoryEntry> Acts { get; private set; } = [];

    public string? Refused { get; private set; }

    public bool MayLook => Right.Work.Bar(User.ToActor()) is null;

    public bool MayStop => Right.StopSites.Bar(User.ToActor()) is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await sites.FindAsync(Host, cancel) is not { } found)
            return NotFound();
        Found = found;
        Acts = [.. found.Acts.Select(HistoryEntry.Of)];
        return Page();
    }

    public async Task<IActionResult> OnPostLookAsync(CancellationToken cancel) =>
        await BackAsync(
            await desk.LookAtAllAsync(Host, cancel),
            "Everything watched there is looked at now, one page after the other.",
            cancel
        );

    public async Task<IActionResult> OnPostStopAsync(CancellationToken cancel) =>
        await BackAsync(
            await desk.StopAsync(Host, Because, cancel),
            "Stopped: within seconds nothing is asked of it any more. What is due there stays due.",
            cancel
        );

    public async Task<IActionResult> OnPostResumeAsync(CancellationToken cancel) =>
        await BackAsync(await desk.ResumeAsync(Host, cancel), "Resumed: what is due there is looked at.", cancel);

    private async Task<IActionResult> BackAsync(Result done, string words, CancellationToken cancel)
    {
        if (done.Refusal is { } refusal)
        {
            Refused = refusal.Message;
            return await OnGetAsync(cancel);
        }

        TempData["Done"] = words;
        return RedirectToPage(new { Host });
    }
}
