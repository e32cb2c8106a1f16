using ClaimTracker.Domain;
using ClaimTracker.Web.Security;
using ClaimTracker.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ClaimTracker.Web.Pages.Desk.Rechecks;

// The sites that looks ask, with what is known of each.
[Authorize(Policy = Policies.DeskReader)]
public sealed class SitesModel(SiteQuery sites, TimeProvider time) : PageModel
{
    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public DateTime Now { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Those that are stopped or gave no answer the last time; only on the first page.</summary>
    public IReadOnlyList<LookHost> InTrouble { get; private set; } = [];

    /// <summary>How many of these cannot be shown.</summary>
    public int OddInTrouble { get; private set; }

    public IReadOnlyList<LookHost> Sites { get; private set; } = [];

    /// <summary>How many in the list cannot be shown.</summary>
    public int Odd { get; private set; }

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (After is null)
            (InTrouble, OddInTrouble) = await sites.InTroubleAsync(cancel);
        (Sites, Odd, Next) = await sites.ReadAsync(After ?? "", cancel);
    }
}
